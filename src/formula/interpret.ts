import type { ColumnFunction, Executable, ScalarFunction } from './compile.ts';
import type { Value } from './ir.ts';
import { STRIDE, type Column } from './kernels.ts';
import { lower, type Program } from './lower.ts';
import { shareColumns } from './shareColumns.ts';
import { simplify } from './simplify.ts';

/** Rows that are computed at once: a hundred columns of these fit a processor's second cache. */
const BLOCK = 256;

/**
 * Makes the same functions of an expression graph as {@link compile}, equal to the last bit, without
 * turning text into code: for where that is forbidden, as in a page with a content-security policy.
 * One operation at a time is done for a block of rows.
 *
 * @param roots the outputs
 */
export function interpret(roots: readonly Value[]): Executable {
  const one = later(() => runner(lower(roots), STRIDE));
  const exact = later(() => runner(lower(roots), BLOCK));
  const simplified = simplify(roots);
  const quick =
    simplified === undefined
      ? undefined
      : later(() => runner(lower(simplified.roots, simplified.demands), BLOCK));
  const scalar: ScalarFunction = (inputs, outputs) => {
    const columns = Array.from(inputs, (value) => Float64Array.of(value));
    one()
      .run(columns, 0, 1)
      .forEach((column, i) => (outputs[i] = column[0] as number));
  };
  const columns: ColumnFunction = (inputs, outputs, from, to) => {
    let bad = 0;
    for (let start = from; start < to; start += BLOCK) {
      const n = Math.min(BLOCK, to - start);
      const into = outputs.map((column) => column.subarray(start, start + n));
      if (quick !== undefined) {
        copy(quick().run(inputs, start, n), into, n);
        if (invalid(into[0], n) === 0) continue;
      }
      // The simplified graph asks for more, so rows that it gives up are computed again.
      copy(exact().run(inputs, start, n), into, n);
      bad += invalid(into[0], n);
    }
    return bad;
  };
  return { scalar, columns };
}

/** Columns of a program, and what computes them. */
interface Runner {
  /** Computes `n` rows of the inputs from `start` on, and returns a column per root. */
  readonly run: (inputs: readonly Column[], start: number, n: number) => readonly Column[];
}

function runner(program: Program, rows: number): Runner {
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

function copy(from: readonly Column[], to: readonly Column[], n: number): void {
  for (const [i, column] of from.entries()) to[i]?.set(column.subarray(0, n));
}

function invalid(column: Column | undefined, n: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (Number.isNaN(column?.[i] ?? 0)) count++;
  return count;
}

function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
