import type { ColumnFunction, Executable, ScalarFunction } from './compile.ts';
import { later } from './later.ts';

/** A generated function: its statements, and what they call by which name. */
export interface GeneratedFunction {
  readonly text: string;
  readonly helpers: ReadonlyMap<string, unknown>;
}

/** The functions that a model is compiled to. */
export interface Generated {
  readonly scalar: GeneratedFunction;
  readonly columns: GeneratedFunction;
  /** Whether the columns are of a simplified graph, and rows that they give up need another look. */
  readonly simplified: boolean;
}

/**
 * Turns generated text into functions, each when it is first asked for.
 *
 * @param generated text that {@link emit} wrote
 */
export function execute(generated: Generated): Executable {
  const one = later(() => make(generated.scalar, 'x,o') as ScalarFunction);
  const many = later(() => {
    const columns = make(generated.columns, 'x,o,from,to') as ColumnFunction;
    return generated.simplified ? withRetry(columns, one) : columns;
  });
  return {
    get scalar() {
      return one();
    },
    get columns() {
      return many();
    },
  };
}

/** Lets the scalar function decide about rows that a stricter column function gave up. */
function withRetry(columns: ColumnFunction, one: () => ScalarFunction): ColumnFunction {
  return (inputs, outputs, from, to) => {
    const suspects = columns(inputs, outputs, from, to);
    const [first] = outputs;
    if (suspects === 0 || first === undefined) return suspects;
    const scalar = one();
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
function make({ text, helpers }: GeneratedFunction, parameters: string): unknown {
  // eslint-disable-next-line no-new-func
  const factory = new Function(
    ...helpers.keys(),
    `"use strict";return function(${parameters}){${text}}`,
  ) as (...values: unknown[]) => unknown;
  return factory(...helpers.values());
}
