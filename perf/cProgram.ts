import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As fast as C gets without other results: no -ffast-math, and no fused multiply-add. */
export const C_FLAGS: readonly string[] = ['-std=c11', '-O3', '-march=native', '-ffp-contract=off'];

/** Times of one run, and what it computed. */
export interface CRun {
  /** Nanoseconds of each pass over all rows. */
  readonly passes: readonly number[];
  /** Rows in which something was not finite. */
  readonly bad: number;
}

/** A compiled C program of the model. */
export interface CProgram {
  readonly run: (passes: number) => CRun;
  /** Output columns of the last run. */
  readonly outputs: () => Float64Array[];
}

/** Writes input columns to a file, for C programs to read. */
export function writeColumns(path: string, columns: readonly Float64Array[], rows: number): void {
  const all = new Float64Array(columns.length * rows);
  columns.forEach((column, k) => all.set(column, k * rows));
  writeFileSync(path, all);
}

/**
 * Compiles a program.
 *
 * @param directory where source, program and outputs are written
 * @param input file that {@link writeColumns} wrote
 * @param outputs number of output columns
 */
export function compileC(
  name: string,
  source: string,
  directory: string,
  input: string,
  rows: number,
  outputs: number,
): CProgram {
  const [file, program, out] = ['.c', '', '.bin'].map((end) => join(directory, name + end)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, source);
  execFileSync('cc', [...C_FLAGS, '-o', program, file, '-lm']);
  return {
    run: (passes) => {
      const text = execFileSync(program, [input, out, String(rows), String(passes)], {
        encoding: 'utf8',
      });
      const lines = text
        .trim()
        .split('\n')
        .map((line) => line.split(' ').map(Number));
      return { passes: lines.map(([ns = NaN]) => ns), bad: lines[0]?.[1] ?? NaN };
    },
    outputs: () => {
      const bytes = readFileSync(out);
      const all = new Float64Array(bytes.buffer, bytes.byteOffset, rows * outputs);
      return Array.from({ length: outputs }, (_, k) => all.slice(k * rows, (k + 1) * rows));
    },
  };
}
