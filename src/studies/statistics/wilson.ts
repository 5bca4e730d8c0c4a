import { normalQuantile } from '../distributions/normalQuantile.ts';

/**
 * Wilson's score interval for a probability from independent trials. It stays within 0 and 1 and
 * has a width even where nothing or everything passed.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927) 209-212; recommended by L. D. Brown,
 * T. T. Cai and A. DasGupta, Statistical Science 16 (2001) 101-133.
 *
 * @param passes - trials that passed; need not be whole
 * @param trials - all trials
 * @param confidence - how often the interval shall hold the truth
 * @returns low and high end; 0 and 1 without trials
 * @example wilson(8, 10) // => [0.4901624715, 0.9433178485]
 */
export function wilson(passes: number, trials: number, confidence = 0.95): [number, number] {
  if (!(trials > 0)) return [0, 1];
  const z = normalQuantile(0.5 + confidence / 2);
  const p = passes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / trials + (z / (2 * trials)) ** 2);
  // At the ends the formula gives exactly 0 or 1, but for rounding.
  return [
    passes <= 0 ? 0 : Math.max(0, centre - half),
    passes >= trials ? 1 : Math.min(1, centre + half),
  ];
}
