/** Bytes of a WebAssembly module, or of a part of one. */
export type Bytes = readonly number[];

/** Numbers of the sections that modules here have. */
export const SECTION = {
  types: 1,
  imports: 2,
  functions: 3,
  tables: 4,
  exports: 7,
  elements: 9,
  code: 10,
};

/** An unsigned number, seven bits a byte (LEB128). */
export function unsigned(value: number): Bytes {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

/** A list: how many there are, then each. */
export function list(items: readonly Bytes[]): Bytes {
  return [...unsigned(items.length), ...items.flat()];
}

/** Bytes with their length before them. */
export function sized(bytes: Bytes): Bytes {
  return [...unsigned(bytes.length), ...bytes];
}

/** A name, of ASCII characters. */
export function name(text: string): Bytes {
  return sized([...text].map((character) => character.charCodeAt(0)));
}

/** A section of a module. */
export function section(id: number, items: readonly Bytes[]): Bytes {
  return [id, ...sized(list(items))];
}

/** A module of sections, in the order of their numbers. */
export function moduleOf(sections: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);
}
