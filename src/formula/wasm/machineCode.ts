import {
  list,
  moduleOf,
  name,
  section,
  SECTION,
  sized,
  unsigned,
  type Bytes,
} from '../../wasm/encode.ts';
import { I32 } from '../../wasm/instructions.ts';
import { kernelCode, NATIVE } from './kernelCode.ts';

/** Bytes of an instruction: kernel, result, four operands, number of what the host computes; one is free. */
export const INSTRUCTION = 32;

/** Place of the host among the kernels, before those of {@link NATIVE}. */
export const HOST = 0;

/** Place of the first kernel of {@link NATIVE}. */
export const FIRST = 1;

const FUNCTION = 0x60;
/** Types of functions: what kernels take, see `kernelCode`, and what `run` takes. */
const TYPES: readonly Bytes[] = [
  [FUNCTION, ...list(Array.from({ length: 7 }, () => [I32])), 0],
  [FUNCTION, ...list(Array.from({ length: 4 }, () => [I32])), 0],
];
const [KERNEL, RUN] = [0, 1];

/** Parameters of `run`: instructions from here, to there, rows, and whether to do all of them. */
const [FROM, TO, ROWS, ALL] = [0, 1, 2, 3];

/** A word of the instruction at hand. */
const word = (k: number): Bytes => [0x20, FROM, 0x28, 2, ...unsigned(4 * k)];

/** Whether the column of an operand has changed: the first word of its header. */
const changed = (operand: number): Bytes => [...word(operand), 0x28, 2, 0];

/** Says of the result whether it has changed. */
const mark = (value: number): Bytes => [...word(1), 0x41, value, 0x36, 2, 0];

const OR = 0x72;

/** Does instructions one after the other, but for those whose operands are what they were. */
const RUN_CODE: Bytes = [
  ...[0x03, 0x40], // loop
  ...[0x20, ALL],
  ...[2, 3, 4, 5].flatMap((operand) => [...changed(operand), OR]),
  ...[0x04, 0x40], // if
  ...mark(1),
  ...[0x20, ROWS],
  ...[1, 2, 3, 4, 5, 6].flatMap(word),
  ...word(0),
  ...[0x11, KERNEL, 0], // call_indirect
  0x05, // else
  ...mark(0),
  0x0b,
  ...[0x20, FROM, 0x41, INSTRUCTION, 0x6a, 0x22, FROM],
  ...[0x20, TO, 0x49, 0x0d, 0], // while from < to
  0x0b,
];

/** A function without variables of its own. */
const body = (code: Bytes): Bytes => sized([0, ...code, 0x0b]);

/**
 * A WebAssembly module that runs programs over columns, both in the memory that it imports as
 * `host.memory`. Operations that it has no code for it asks `host.call` to do.
 */
export function machineCode(): Uint8Array<ArrayBuffer> {
  const kernels = NATIVE.map((_, k) => k);
  const [host, run] = [HOST, FIRST + NATIVE.length];
  const places = list([host, ...kernels.map((k) => FIRST + k)].map((k) => unsigned(k)));
  return moduleOf([
    section(SECTION.types, TYPES),
    section(SECTION.imports, [
      [...name('host'), ...name('call'), 0, KERNEL],
      [...name('host'), ...name('memory'), 2, 0, 0],
    ]),
    section(SECTION.functions, [...kernels.map(() => [KERNEL]), [RUN]]),
    section(SECTION.tables, [[0x70, 0, ...unsigned(run)]]),
    section(SECTION.exports, [[...name('run'), 0, ...unsigned(run)]]),
    section(SECTION.elements, [[0, 0x41, 0, 0x0b, ...places]]),
    section(SECTION.code, [...NATIVE.map((kernel) => body(kernelCode(kernel))), body(RUN_CODE)]),
  ]);
}
