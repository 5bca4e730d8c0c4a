import { list, moduleOf, name, section, SECTION, sized, unsigned, type Bytes } from './encode.ts';

const FUNCTION = 0x60;
const END = 0x0b;

/** A function, and what it is called by. */
export interface OneFunction {
  readonly name: string;
  /** Types of what it takes, and of what it returns. */
  readonly parameters: readonly number[];
  readonly results?: readonly number[];
  /** Types of its variables with how many of each there are, in their order. */
  readonly variables: readonly (readonly [count: number, type: number])[];
  readonly code: Bytes;
}

/** A module with one function, which computes in the memory that it imports as `host.memory`. */
export function oneFunction(own: OneFunction): Uint8Array<ArrayBuffer> {
  const types = (all: readonly number[]): Bytes => list(all.map((type) => [type]));
  const variables = list(own.variables.map(([count, type]) => [...unsigned(count), type]));
  return moduleOf([
    section(SECTION.types, [[FUNCTION, ...types(own.parameters), ...types(own.results ?? [])]]),
    section(SECTION.imports, [[...name('host'), ...name('memory'), 2, 0, 0]]),
    section(SECTION.functions, [[0]]),
    section(SECTION.exports, [[...name(own.name), 0, 0]]),
    section(SECTION.code, [sized([...variables, ...own.code, END])]),
  ]);
}
