import { emit, type Emitted } from './emit.ts';
import type { Value } from './ir.ts';
import { simplify } from './simplify.ts';

/** Computes the outputs for one set of varying inputs. */
export type ScalarFunction = (inputs: ArrayLike<number>, outputs: Float64Array) => void;

/**
 * Computes outputs for the rows from `from` up to but not including `to`.
 *
 * @param inputs one column per varying input
 * @param outputs one column per output, written in place; a row in which anything on the way was
 *   not finite holds NaN in every output
 * @returns how many such rows there are
 */
export type ColumnFunction = (
  inputs: readonly Float64Array[],
  outputs: readonly Float64Array[],
  from: number,
  to: number,
) => number;

/** A model, compiled to what varies. Both functions agree to the last bit. */
export interface Compiled {
  readonly scalar: ScalarFunction;
  readonly columns: ColumnFunction;
  /** Source text of both, for the curious and for reports. */
  readonly source: { readonly scalar: string; readonly columns: string };
}

/**
 * Compiles an expression graph. Columns are computed by a simplified graph; the few rows for which
 * that finds something not finite are computed again, by the scalar function.
 *
 * @param roots the outputs
 * @param inputs number of varying inputs
 */
export function compile(roots: readonly Value[], inputs: number): Compiled {
  const slots = Array.from({ length: inputs }, (_, i) => `x${i}`);
  const exact = emit(roots, (slot) => `x${slot}`);
  const scalarText = [
    slots.map((slot, i) => `const ${slot}=x[${i}];`).join(''),
    ...body(exact, ''),
  ].join('\n');
  const scalar = make(exact.helpers, 'x,o', scalarText) as ScalarFunction;

  const simplified = simplify(roots);
  const quick =
    simplified === undefined
      ? exact
      : emit(simplified.roots, (slot) => `x${slot}`, simplified.demands);
  const columnsText = [
    slots.map((_, i) => `const c${i}=x[${i}];`).join(''),
    roots.map((_, i) => `const o${i}=o[${i}];`).join(''),
    'let bad=0;',
    'for(let i=from;i<to;i++){',
    slots.map((slot, i) => `const ${slot}=c${i}[i];`).join(''),
    ...body(quick, '[i]'),
    'if(!ok)bad++;',
    '}',
    'return bad;',
  ].join('\n');
  const columns = make(quick.helpers, 'x,o,from,to', columnsText) as ColumnFunction;
  return {
    scalar,
    columns: simplified === undefined ? columns : withRetry(columns, scalar),
    source: { scalar: scalarText, columns: columnsText },
  };
}

/** Statements that compute the outputs of a row and write them, to columns or to an array. */
function body({ statements, results, guard }: Emitted, row: '' | '[i]'): string[] {
  const target = (i: number): string => (row === '' ? `o[${i}]` : `o${i}${row}`);
  return [
    ...statements,
    `const ok=${guard}===0;`,
    // A -0 becomes the 0 that constant folding would give.
    results.map((result, i) => `${target(i)}=ok?${result}+0:NaN;`).join(''),
  ];
}

/** Lets the scalar function decide about rows that a stricter column function gave up. */
function withRetry(columns: ColumnFunction, scalar: ScalarFunction): ColumnFunction {
  return (inputs, outputs, from, to) => {
    const suspects = columns(inputs, outputs, from, to);
    const [first] = outputs;
    if (suspects === 0 || first === undefined) return suspects;
    const row = new Float64Array(inputs.length);
    const results = new Float64Array(outputs.length);
    let bad = 0;
    for (let i = from; i < to; i++) {
      if (!Number.isNaN(first[i])) continue;
      inputs.forEach((column, k) => (row[k] = column[i] ?? NaN));
      scalar(row, results);
      results.forEach((result, k) => {
        const column = outputs[k];
        if (column !== undefined) column[i] = result;
      });
      if (Number.isNaN(results[0])) bad++;
    }
    return bad;
  };
}

/** The one place where text becomes code. {@link emit} writes that text, and no input is in it. */
function make(helpers: ReadonlyMap<string, unknown>, parameters: string, text: string): unknown {
  // eslint-disable-next-line no-new-func
  const factory = new Function(
    ...helpers.keys(),
    `"use strict";return function(${parameters}){${text}}`,
  ) as (...values: unknown[]) => unknown;
  return factory(...helpers.values());
}
