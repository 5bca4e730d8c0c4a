import type { Runner } from '../interpret.ts';
import { allValid, KERNELS, SHORT, type Column, type Kernel } from '../kernels.ts';
import type { Program, Register } from '../lower.ts';
import { differs } from '../rememberingRunner.ts';
import { shareColumns } from '../shareColumns.ts';
import { HEADER, NATIVE } from './kernelCode.ts';
import type { Machine } from './machine.ts';
import { FIRST, HOST, INSTRUCTION } from './machineCode.ts';
import type { Space } from './space.ts';
import type { Memory } from '../../wasm/webAssembly.ts';

const WORDS = INSTRUCTION / Int32Array.BYTES_PER_ELEMENT;

const named: Readonly<Record<string, Kernel>> = { ...KERNELS, ...SHORT, allValid };
const placeOf = new Map(NATIVE.map((name, k) => [named[name], FIRST + k] as const));

/** An operation that the machine has no code for: its kernel, and the addresses of its columns. */
interface HostStep {
  readonly kernel: Kernel;
  readonly addresses: readonly number[];
}

/**
 * Runs a program on the machine.
 *
 * @param program what to run
 * @param rows most rows of a call, a multiple of four
 * @param remember whether to keep every column, and do again only what depends on what has changed since
 *   the last call; otherwise columns make room for others, which takes less of the processor's cache
 * @param space where to keep columns
 */
export function nativeRunner(
  program: Program,
  rows: number,
  remember: boolean,
  machine: Machine,
  space: Space,
): Runner {
  const { memory } = machine;
  const addressOf = addresses(program, rows, remember, space);
  const constants = [...program.constants].map(([register, value]) => ({
    address: addressOf(register),
    value,
  }));
  const inputs = [...program.inputs].map(([register, slot]) => ({
    address: addressOf(register),
    slot,
  }));
  const host: HostStep[] = [];
  const words = new Int32Array(program.steps.length * WORDS);
  for (const [i, { kernel, out, args }] of program.steps.entries()) {
    const place = placeOf.get(kernel);
    // A kernel looks at up to four columns, and not at those that a step has no operand for.
    const [a = out, b = a, c = a, d = a] = args;
    const at = i * WORDS;
    words[at] = place ?? HOST;
    words[at + 1] = addressOf(out);
    words[at + 2] = addressOf(a);
    words[at + 3] = addressOf(b);
    words[at + 4] = addressOf(c);
    words[at + 5] = addressOf(d);
    if (place !== undefined) continue;
    words[at + 6] = host.length;
    host.push({ kernel, addresses: [...words.subarray(at + 1, at + 6)] });
  }
  const results = program.results.map(addressOf);
  const code = space.take(words.byteLength);
  const end = code + words.byteLength;

  let entry = 0;
  // Rows in which every column is what the last call made it.
  let kept = 0;
  let views: Views | undefined;
  const call = (operation: number, n: number): void => {
    const { kernel, columns } = views?.host[operation] as Views['host'][number];
    const [out, a, b, c, d] = columns as [Column, Column, Column, Column, Column];
    kernel(n, out, a, b, c, d);
  };
  /** Makes the memory this program's, and writes down what does not depend on inputs. */
  const enter = (): Views => {
    const now = space.enter();
    const known = views?.buffer === memory.buffer ? views : undefined;
    const current = (views = known ?? viewsOf(memory, inputs, host, results, rows));
    if (now === entry) return current;
    entry = now;
    kept = 0;
    for (const { address, value } of constants) {
      columnAt(memory, address, rows).fill(value);
      current.words[address >> 2] = 0;
    }
    current.words.set(words, code >> 2);
    return current;
  };
  return {
    run: (columns, start, n) => {
      const { inputs: own, words: flags, results: found } = enter();
      const all = !remember || n > kept;
      // Until it is done, columns are neither what they were nor what they shall be.
      kept = 0;
      for (const [k, { address, slot }] of inputs.entries()) {
        const input = columns[slot];
        if (input === undefined) throw new RangeError(`no column for input ${slot}`);
        const column = own[k] as Column;
        const moves = all || differs(column, input, start, n);
        if (moves) column.set(input.subarray(start, start + n));
        flags[address >> 2] = moves ? 1 : 0;
      }
      if (code < end) machine.run(code, end, n, all ? 1 : 0, call);
      kept = n;
      return found;
    },
  };
}

/** Where in the memory each register of a program lives: those that share a place share a column. */
function addresses(
  program: Program,
  rows: number,
  remember: boolean,
  space: Space,
): (register: Register) => number {
  const places = remember ? undefined : shareColumns(program).of;
  const known: number[] = [];
  return (register) => {
    const place = places?.get(register) ?? register;
    return (known[place] ??= space.take(HEADER + rows * Float64Array.BYTES_PER_ELEMENT));
  };
}

function columnAt(memory: Memory, address: number, rows: number): Column {
  return new Float64Array(memory.buffer, address + HEADER, rows);
}

/** What is in a memory, as arrays. They are made again when it has grown, which empties the old ones. */
interface Views {
  readonly buffer: ArrayBuffer;
  readonly words: Int32Array;
  readonly inputs: readonly Column[];
  readonly host: readonly { readonly kernel: Kernel; readonly columns: readonly Column[] }[];
  readonly results: readonly Column[];
}

function viewsOf(
  memory: Memory,
  inputs: readonly { readonly address: number }[],
  host: readonly HostStep[],
  results: readonly number[],
  rows: number,
): Views {
  const at = (address: number): Column => columnAt(memory, address, rows);
  return {
    buffer: memory.buffer,
    words: new Int32Array(memory.buffer),
    inputs: inputs.map(({ address }) => at(address)),
    host: host.map(({ kernel, addresses }) => ({ kernel, columns: addresses.map(at) })),
    results: results.map(at),
  };
}
