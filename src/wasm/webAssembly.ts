// What is used of WebAssembly, which TypeScript declares for browsers only.

/** A memory that code of WebAssembly and of JavaScript share. */
export interface Memory {
  /** Another one after the memory has grown: the old one is then empty. */
  readonly buffer: ArrayBuffer;
  /** Adds pages of 64 KiB. */
  readonly grow: (pages: number) => number;
}

interface WebAssemblyApi {
  readonly validate: (code: Uint8Array<ArrayBuffer>) => boolean;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

const webAssembly = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;

/** Bytes of a page of a memory. */
const PAGE = 65_536;

/**
 * Makes a memory hold at least so many bytes.
 *
 * @returns whether it does: there may be no room for it
 */
export function growTo(memory: Memory, bytes: number): boolean {
  const lacking = bytes - memory.buffer.byteLength;
  try {
    if (lacking > 0) memory.grow(Math.ceil(lacking / PAGE));
    return true;
  } catch {
    return false;
  }
}

/**
 * Functions of a module that imports a memory as `host.memory`.
 *
 * @param code of the module
 * @param host what else it imports
 * @returns nothing where there is no WebAssembly, none with vectors, no room for a memory, or a policy against it
 */
export function instantiate(
  code: Uint8Array<ArrayBuffer>,
  host: Readonly<Record<string, unknown>> = {},
): { readonly memory: Memory; readonly exports: Readonly<Record<string, unknown>> } | undefined {
  if (webAssembly?.validate(code) !== true) return undefined;
  try {
    const memory = new webAssembly.Memory({ initial: 1 });
    const module = new webAssembly.Module(code);
    const { exports } = new webAssembly.Instance(module, { host: { ...host, memory } });
    return { memory, exports };
  } catch {
    return undefined;
  }
}
