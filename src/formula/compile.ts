import { emit, type Emitted } from './emit.ts';
import { execute, type Generated, type GeneratedFunction } from './generated.ts';
import { interpret } from './interpret.ts';
import type { Value } from './ir.ts';
import { later } from './later.ts';
import { portable, type PortableGraph } from './portable.ts';
import { simplify } from './simplify.ts';
import { machine } from './wasm/machine.ts';

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

/** A model, compiled to what varies. What is not asked for is not made. */
export interface Compiled extends Executable {
  /** Code of both, for the curious: that of columns runs where they are not interpreted. */
  readonly source: { readonly scalar: string; readonly columns: string };
  /** The graph as plain data for another thread; nothing where it calls what cannot be sent. */
  readonly portable: PortableGraph | undefined;
}

/**
 * Rows up to which columns are interpreted, with the same bits, where there is no WebAssembly. Making code of
 * a whole model, and V8 making machine code of that, took as long as interpreting some sixty thousand rows of
 * the default scenario: a study of a few hundred is done before its code would be, and a long one loses
 * little by starting so. WebAssembly interprets as fast as such code runs (perf/README.md), without the wait.
 */
const FEW_ROWS = 8192;

function fewRows(): number {
  return machine() === undefined ? FEW_ROWS : Infinity;
}

/**
 * Compiles an expression graph. Columns are interpreted, up to a number of rows; beyond it, code computes
 * them by a simplified graph, and the few rows for which that finds something not finite again, by the
 * scalar function.
 *
 * @param roots the outputs
 * @param inputs number of varying inputs
 * @param few rows up to which columns are interpreted
 */
export function compile(
  roots: readonly Value[],
  inputs: number,
  few: number = fewRows(),
): Compiled {
  const exact = later(() => emit(roots, slotName));
  const simplified = later(() => simplify(roots));
  const scalar = later(() => scalarCode(exact(), inputs));
  const columns = later(() => {
    const quick = simplified();
    const code = quick === undefined ? exact() : emit(quick.roots, slotName, quick.demands);
    return columnsCode(code, inputs);
  });
  const generated: Generated = {
    get scalar() {
      return scalar();
    },
    get columns() {
      return columns();
    },
    get simplified() {
      return simplified() !== undefined;
    },
  };
  const executable = execute(generated);
  const interpreted = later(() => interpret(roots));
  let rows = 0;
  return {
    get scalar() {
      return executable.scalar;
    },
    columns: (x, o, from, to) => {
      rows += to - from;
      return (rows > few ? executable : interpreted()).columns(x, o, from, to);
    },
    get source() {
      return { scalar: scalar().text, columns: columns().text };
    },
    get portable() {
      return portable(roots, inputs);
    },
  };
}

function slotName(slot: number): string {
  return `x${slot}`;
}

/** A function that computes one row from an array into an array. */
function scalarCode(code: Emitted, inputs: number): GeneratedFunction {
  const slots = Array.from({ length: inputs }, (_, i) => `const ${slotName(i)}=x[${i}];`);
  return { text: [slots.join(''), ...body(code, '')].join('\n'), helpers: code.helpers };
}

/** A function that computes rows from columns into columns. */
function columnsCode(code: Emitted, inputs: number): GeneratedFunction {
  const slots = Array.from({ length: inputs }, (_, i) => i);
  const text = [
    slots.map((i) => `const c${i}=x[${i}];`).join(''),
    code.results.map((_, i) => `const o${i}=o[${i}];`).join(''),
    'let bad=0;',
    'for(let i=from;i<to;i++){',
    slots.map((i) => `const ${slotName(i)}=c${i}[i];`).join(''),
    ...body(code, '[i]'),
    'if(!ok)bad++;',
    '}',
    'return bad;',
  ].join('\n');
  return { text, helpers: code.helpers };
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
