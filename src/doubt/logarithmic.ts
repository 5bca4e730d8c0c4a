import type { ColumnModel } from '../studies/types.ts';

/** What the logarithm of an output is called. */
export function log10Name(output: string): string {
  return `log10(${output})`;
}

/**
 * The same model with log10 of some of its outputs as further outputs: a ratio is studied by its
 * powers of ten.
 */
export function logarithmic<T extends ColumnModel>(model: T, outputs: readonly string[]): T {
  const places = outputs.map((name) => model.outputs.indexOf(name));
  return {
    ...model,
    outputs: [...model.outputs, ...outputs.map(log10Name)],
    columns: (inputs, results, from, to) => {
      const own = results.slice(0, model.outputs.length);
      // A study may hand one column to all outputs that it does not want: each logarithm is taken of
      // a column that is its own.
      places.forEach((place, k) => {
        own[place] = results[model.outputs.length + k] as Float64Array;
      });
      const bad = model.columns(inputs, own, from, to);
      for (const place of places) {
        const logs = own[place] as Float64Array;
        results[place]?.set(logs.subarray(from, to), from);
        for (let i = from; i < to; i++) logs[i] = Math.log10(logs[i] as number);
      }
      return bad;
    },
  };
}
