/** Whether a swing is a difference, or a difference of decimal logarithms. */
export type SwingScale = 'linear' | 'log10';

/**
 * How far some values lie apart: the greatest less the least, or the log10 of their ratio.
 *
 * All values of an input count, not only those at its two ends: an output that is worst in the
 * middle of a range moves although its ends agree.
 *
 * @param values - outputs
 * @param scale - `log10` needs positive values
 * @returns the swing, at least 0; NaN when a value is not finite, or not positive where it has to be
 * @example swing([10, 1000, 100], 'log10') // => 2
 */
export function swing(values: readonly number[], scale: SwingScale): number {
  if (!values.every(Number.isFinite)) return NaN;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (scale === 'linear') return high - low;
  return low > 0 ? Math.log10(high) - Math.log10(low) : NaN;
}

/** Orders rows by swing, widest first; those without a value last, equal ones by name. */
export function bySwing(
  a: { readonly swing: number; readonly input: string },
  b: { readonly swing: number; readonly input: string },
): number {
  const [first, second] = [a.swing, b.swing].map((x) => (Number.isNaN(x) ? -1 : x)) as [
    number,
    number,
  ];
  return second - first || (a.input < b.input ? -1 : a.input > b.input ? 1 : 0);
}
