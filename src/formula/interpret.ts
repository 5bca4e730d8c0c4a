import type { ColumnFunction, Executable, ScalarFunction } from './compile.ts';
import type { Value } from './ir.ts';
import { STRIDE, type Column } from './kernels.ts';
import { later } from './later.ts';
import { lower, type Program } from './lower.ts';
import { rememberingRunner } from './rememberingRunner.ts';
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
 * @param remember whether neighbouring rows differ in few inputs, so that what these do not reach is
 *   computed once
 */
export function interpret(roots: readonly Value[], remember = false): Executable {
  const runner = remember ? rememberingRunner : sharingRunner;
  const one = later(() => sharingRunner(lower(roots), STRIDE));
  const exact = later(() => runner(lower(roots), BLOCK));
  const quick = later(() => {
    const simplified = simplify(roots);
    return simplified && runner(lower(simplified.roots, simplified.demands), BLOCK);
  });
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
      const first = quick();
      if (first === undefined) {
        copy(exact().run(inputs, start, n), into, n);
        bad += invalidRows(into[0], n).length;
        continue;
      }
      copy(first.run(inputs, start, n), into, n);
      const rows = invalidRows(into[0], n);
      if (rows.length === 0) continue;
      // The simplified graph asks for more, so rows that it gives up are computed again.
      const some = inputs.map((column) => gather(column, start, rows));
      const again = exact().run(some, 0, rows.length);
      rows.forEach((row, k) => {
        again.forEach((column, i) => {
          const output = into[i];
          if (output !== undefined) output[row] = column[k] as number;
        });
      });
      bad += invalidRows(again[0], rows.length).length;
    }
    return bad;
  };
  return { scalar, columns };
}

/** Columns of a program, and what computes them. */
export interface Runner {
  /** Computes `n` rows of the inputs from `start` on, and returns a column per root. */
  readonly run: (inputs: readonly Column[], start: number, n: number) => readonly Column[];
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

function copy(from: readonly Column[], to: readonly Column[], n: number): void {
  for (const [i, column] of from.entries()) to[i]?.set(column.subarray(0, n));
}

function invalidRows(column: Column | undefined, n: number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < n; i++) if (Number.isNaN(column?.[i] ?? 0)) rows.push(i);
  return rows;
}

function gather(column: Column, start: number, rows: readonly number[]): Column {
  return Float64Array.from(rows, (row) => column[start + row] as number);
}
