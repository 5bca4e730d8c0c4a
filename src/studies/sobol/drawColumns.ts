import { nameRanks } from './nameRanks.ts';
import type { Quantile, UniformFill } from './types.ts';

/**
 * Draws samples of all inputs: uniform numbers through each input's quantile function. An input
 * takes its numbers by the rank of its name, so that the order of inputs changes nothing.
 *
 * @param names - names of the inputs
 * @param quantiles - one quantile function an input
 * @param fill - uniform numbers
 * @param from - first sample
 * @param count - number of samples
 * @param sets - independent sets of columns, one after the other, e.g. 2 for a Saltelli design
 * @returns one column an input and set
 * @example drawColumns(['x'], [(u) => 10 * u], fill, 0, 4) // four numbers from 0 to 10
 */
export function drawColumns(
  names: readonly string[],
  quantiles: readonly Quantile[],
  fill: UniformFill,
  from: number,
  count: number,
  sets = 1,
): Float64Array[] {
  const size = names.length;
  const uniforms = Array.from({ length: sets * size }, () => new Float64Array(count));
  fill(uniforms, from, count);
  const ranks = nameRanks(names);
  return uniforms.map((_, k) => {
    const column = uniforms[k - (k % size) + (ranks[k % size] as number)] as Float64Array;
    const quantile = quantiles[k % size] as Quantile;
    for (let row = 0; row < count; row++) column[row] = quantile(column[row] as number);
    return column;
  });
}
