/** Colours of ratios: steps of equal meaning on both sides of the limit. */
export interface RatioColors {
  /** Ends of the steps, ascending; the limit among them where it lies within the data. */
  readonly thresholds: readonly number[];
  /** One more than there are ends. */
  readonly colors: readonly string[];
}

/** Away from the limit; blue and orange, which the colour-blind can tell apart (ColorBrewer). */
const WITHIN = ['#deebf5', '#b3d0e8', '#7fb0d8', '#4a8cc2'] as const;
const ABOVE = ['#fdecd8', '#f9cf9c', '#eda75f', '#d67e2c'] as const;

/** Factors from the limit at which steps end, for data that stays near it and that does not. */
const FACTORS = [
  [1.25, 2, 5],
  [2, 10, 100],
  [10, 1e3, 1e5],
] as const;

/**
 * Steps of colour for ratios.
 *
 * @param ratios positive, at least one
 */
export function ratioColors(ratios: readonly number[], limit: number): RatioColors {
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  if (high <= limit || low > limit) return oneSided(low, high, high <= limit);
  const farthest = Math.max(limit / low, high / limit);
  const factors = FACTORS.find(([, , last]) => farthest <= 3 * last) ?? FACTORS[2];
  const ends = [...factors].reverse().map((factor) => limit / factor);
  const all = [...ends, limit, ...factors.map((factor) => limit * factor)];
  // Steps in which nothing lies are not worth their place in the legend.
  const first = all.filter((end) => end < low).length;
  const last = all.length - all.filter((end) => end >= high).length;
  const colors = [...[...WITHIN].reverse(), ...ABOVE];
  return { thresholds: all.slice(first, last), colors: colors.slice(first, last + 1) };
}

/** All on one side: steps between the least and the greatest, the palest nearest to the limit. */
function oneSided(low: number, high: number, within: boolean): RatioColors {
  const steps = [1, 2, 3].map((k) => Number((low * (high / low) ** (k / 4)).toPrecision(2)));
  const inside = steps.filter((step, i) => step > low && step < high && step !== steps[i - 1]);
  const colors = within ? WITHIN : ABOVE;
  const used = colors.slice(0, inside.length + 1);
  return { thresholds: inside, colors: within ? [...used].reverse() : used };
}
