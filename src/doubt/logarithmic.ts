import type { ColumnModel } from '../studies/types.ts';

/** What the logarithm of an output is called. */
export function log10Name(output: string): string {
  return `log10(${output})`;
}

/**
 * The same model with log10 of some of its outputs in their place: a ratio is studied by its powers
 * of ten.
 */
export function logarithmic<T extends ColumnModel>(model: T, outputs: readonly string[]): T {
  const places = outputs.map((name) => model.outputs.indexOf(name));
  return {
    ...model,
    outputs: model.outputs.map((name) => (outputs.includes(name) ? log10Name(name) : name)),
    columns: (inputs, results, from, to) => {
      const bad = model.columns(inputs, results, from, to);
      for (const place of places) {
        const column = results[place];
        for (let i = from; i < to && column !== undefined; i++)
          column[i] = Math.log10(column[i] ?? NaN);
      }
      return bad;
    },
  };
}
