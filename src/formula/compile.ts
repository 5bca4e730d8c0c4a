import { emit, type Emitted } from './emit.ts';
import { execute } from './generated.ts';
import type { Value } from './ir.ts';
import { portable, type PortableCode } from './portable.ts';
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

/** A model as functions of what varies. Both agree to the last bit. */
export interface Executable {
  readonly scalar: ScalarFunction;
  readonly columns: ColumnFunction;
}

/** A model, compiled to what varies. */
export interface Compiled extends Executable {
  /** Source text of both, for the curious and for reports. */
  readonly source: { readonly scalar: string; readonly columns: string };
  /** Both as plain data for another thread; nothing where they call what cannot be sent. */
  readonly portable: PortableCode | undefined;
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
  const generated = {
    scalar: { text: scalarText, helpers: exact.helpers },
    columns: { text: columnsText, helpers: quick.helpers },
    simplified: simplified !== undefined,
  };
  return {
    ...execute(generated),
    source: { scalar: scalarText, columns: columnsText },
    portable: portable(generated, roots),
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
