import type { ColumnFunction, Executable, ScalarFunction } from './compile.ts';
import type { Value } from './ir.ts';
import { STRIDE, type Column } from './kernels.ts';
import { later } from './later.ts';
import { lower, type Program } from './lower.ts';
import { rememberingRunner } from './rememberingRunner.ts';
import { shareColumns } from './shareColumns.ts';
import { machine, type Machine } from './wasm/machine.ts';
import { nativeRunner } from './wasm/nativeRunner.ts';
import { makeSpace } from './wasm/space.ts';

/** Rows that are computed at once: a hundred columns of these fit a processor's second cache. */
const BLOCK = 256;

/** How an expression graph is interpreted: with the same bits in any case. */
export interface InterpretOptions {
  /** Whether neighbouring rows differ in few inputs, so that what these do not reach is computed once. */
  readonly remember?: boolean;
  /** False to do without WebAssembly where there is any; pages forbid that too. */
  readonly native?: boolean;
}

/**
 * Makes the same functions of an expression graph as generated code, equal to the last bit, without turning
 * text into code: one operation at a time is done for a block of rows, by WebAssembly or, where that is
 * forbidden, as in a page with a content-security policy, by a loop.
 *
 * @param roots the outputs
 */
export function interpret(
  roots: readonly Value[],
  { remember = false, native = true }: InterpretOptions = {},
): Executable {
  const program = later(() => lower(roots));
  const runner = runnerMaker(native ? machine() : undefined);
  const one = later(() => runner(program(), STRIDE, false));
  const many = later(() => runner(program(), BLOCK, remember));
  const scalar: ScalarFunction = (inputs, outputs) => {
    const columns = Array.from(inputs, (value) => Float64Array.of(value));
    one()
      .run(columns, 0, 1)
      .forEach((column, i) => (outputs[i] = column[0] as number));
  };
  const columns: ColumnFunction = (inputs, outputs, from, to) => {
    runBlocks(many(), inputs, outputs, from, to);
    let bad = 0;
    const [first] = outputs;
    if (first !== undefined) {
      for (let i = from; i < to; i++) if (Number.isNaN(first[i])) bad++;
    }
    return bad;
  };
  return { scalar, columns };
}

/** Runs a program for rows of columns, and writes what it finds to the same rows of others. */
function runBlocks(
  runner: Runner,
  inputs: readonly Column[],
  outputs: readonly Column[],
  from: number,
  to: number,
): void {
  for (let start = from; start < to; start += BLOCK) {
    const n = Math.min(BLOCK, to - start);
    for (const [i, column] of runner.run(inputs, start, n).entries()) {
      outputs[i]?.set(column.subarray(0, n), start);
    }
  }
}

/** Columns of a program, and what computes them. */
export interface Runner {
  /** Computes `n` rows of the inputs from `start` on, and returns a column per root. */
  readonly run: (inputs: readonly Column[], start: number, n: number) => readonly Column[];
}

/**
 * What makes runners, of a program, the most rows of a call and whether to remember: of WebAssembly where
 * there is any. All have the same bits.
 */
function runnerMaker(
  native: Machine | undefined,
): (program: Program, rows: number, remember: boolean) => Runner {
  if (native === undefined) {
    return (program, rows, remember) =>
      remember ? rememberingRunner(program, rows) : sharingRunner(program, rows);
  }
  const space = makeSpace(native);
  return (program, rows, remember) => nativeRunner(program, rows, remember, native, space);
}

function sharingRunner(program: Program, rows: number): Runner {
  const { of, count } = shareColumns(program);
  const at = (register: number | undefined): number => of.get(register ?? -1) ?? 0;
  const columns = Array.from({ length: count }, () => new Float64Array(rows));
  for (const [register, value] of program.constants) columns[at(register)]?.fill(value);
  const slots = [...program.inputs].map(([register, slot]) => ({ place: at(register), slot }));
  const steps = program.steps.map(({ kernel, out, args: [a, b, c, d] }) => ({
    kernel,
    out: at(out),
    a: at(a),
    b: at(b),
    c: at(c),
    d: at(d),
  }));
  const results = program.results.map((register) => columns[at(register)] as Column);
  return {
    run: (inputs, start, n) => {
      for (const { place, slot } of slots) {
        const input = inputs[slot];
        if (input === undefined) throw new RangeError(`no column for input ${slot}`);
        columns[place]?.set(input.subarray(start, start + n));
      }
      for (const { kernel, out, a, b, c, d } of steps) {
        kernel(
          n,
          columns[out] as Column,
          columns[a] as Column,
          columns[b] as Column,
          columns[c] as Column,
          columns[d] as Column,
        );
      }
      return results;
    },
  };
}
