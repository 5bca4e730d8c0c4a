import type { Distribution } from '../types.ts';
import { normalQuantile } from './normalQuantile.ts';
import { betaSeriesQuantile, fitBetaQuantile, pertShapes, type BetaSeries } from './pert.ts';
import { quantile } from './quantile.ts';
import { recent, type Recent } from './recent.ts';
import { simplify } from './simplify.ts';
import { tabulate, type QuantileTable } from './tabulate.ts';

/** A tabulated quantile function, which the distributions of several inputs may have in common. */
export type StandardQuantile =
  /** Of a beta distribution. */
  | { readonly kind: 'beta'; readonly table: QuantileTable; readonly series: BetaSeries }
  /** Of the standard normal distribution. */
  | { readonly kind: 'normal'; readonly table: QuantileTable }
  /** Of the distribution itself. */
  | { readonly kind: 'own'; readonly table: QuantileTable };

/** How to compute the quantile function of a distribution, as plain data for any thread. */
export interface QuantilePlan {
  readonly distribution: Distribution;
  /** Where a table is worth it: values are `offset + factor * standard`. */
  readonly tabulated?: {
    readonly standard: StandardQuantile;
    readonly offset: number;
    readonly factor: number;
  };
}

/** Standard quantiles by what they are of. */
type StandardQuantiles = Recent<StandardQuantile>;

/** Those of this thread: thirteen kilobytes each. */
const standards: StandardQuantiles = recent(256);

/**
 * Does once what takes time: tables of quantile functions that are smooth and take logarithms or
 * powers. PERT distributions of one shape, and all normal ones, share a table.
 *
 * @param distribution - one that `validate` finds nothing wrong with
 * @returns the plan for `columnQuantileOf`
 */
export function planQuantile(distribution: Distribution): QuantilePlan {
  const { of, low, high } = simplify(distribution);
  const shared = (key: string, make: () => StandardQuantile): StandardQuantile => {
    const known = standards.get(key);
    if (known !== undefined) return known;
    const standard = make();
    standards.set(key, standard);
    return standard;
  };
  const own = (): QuantilePlan => {
    const standard = shared(JSON.stringify(distribution), () => ({
      kind: 'own',
      table: tabulate(quantile(distribution)),
    }));
    return { distribution, tabulated: { standard, offset: 0, factor: 1 } };
  };
  const whole = low === -Infinity && high === Infinity;
  switch (of.kind) {
    case 'pert': {
      if (!whole) return own();
      const [alpha, beta] = pertShapes(of.low, of.mode, of.high);
      const standard = shared(`beta ${alpha} ${beta}`, () => {
        const series = fitBetaQuantile(alpha, beta);
        return { kind: 'beta', series, table: tabulate(betaSeriesQuantile(series)) };
      });
      return { distribution, tabulated: { standard, offset: of.low, factor: of.high - of.low } };
    }
    case 'normal': {
      if (!whole) return own();
      const standard = shared('normal', () => ({
        kind: 'normal',
        table: tabulate(normalQuantile),
      }));
      return { distribution, tabulated: { standard, offset: of.mean, factor: of.sd } };
    }
    case 'loguniform':
    case 'lognormal':
      return own();
    default:
      return { distribution };
  }
}
