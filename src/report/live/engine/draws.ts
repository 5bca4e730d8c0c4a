import { columnQuantile } from '../../../studies/distributions/columnQuantile.ts';
import { isConstant } from '../../../studies/distributions/summary.ts';
import type { Correlation } from '../../../studies/sampling/correlation.ts';
import { prepareDraw } from '../../../studies/sampling/draw.ts';
import type { Distribution, StudyInput } from '../../../studies/types.ts';

/** Draws behind a distribution in the page; `emuprove montecarlo --samples 2048` draws the same. */
export const DRAWS = 2048;

/** Independent scramblings of the points, and the seed: what a Monte Carlo study has by default. */
const REPLICATES = 8;
const SEED = 0;

/** Quantile functions and columns that are kept; a table is 15 kB, a column 16 kB. */
const MOST_KEPT = 512;

type Quantile = ReturnType<typeof columnQuantile>;

/** An input as a draw sees it. */
export type DrawnInput = Pick<StudyInput, 'name' | 'distribution'>;

/**
 * Draws of inputs, the same as those of a Monte Carlo study of {@link DRAWS} samples. What did not
 * change since the last draw is not drawn again: points of the unit cube, quantile functions, columns.
 */
export class Draws {
  readonly #quantiles = new Map<string, Quantile>();
  readonly #columns = new Map<string, Float64Array>();
  #points: { readonly key: string; readonly columns: readonly Float64Array[] } | undefined;

  /** Makes a quantile function ready, which takes a few milliseconds the first time. */
  prepare(distribution: Distribution): Quantile {
    const key = JSON.stringify(distribution);
    return kept(this.#quantiles, key, () => columnQuantile(distribution));
  }

  /** One column of {@link DRAWS} rows per input. The columns are not the caller's to change. */
  columns(
    inputs: readonly DrawnInput[],
    correlation: Correlation | undefined,
  ): readonly Float64Array[] {
    const points = this.#pointsOf(inputs, correlation);
    return inputs.map(({ name, distribution }, i) =>
      kept(this.#columns, `${name} ${JSON.stringify(distribution)}`, () => {
        const column = Float64Array.from(points[i] ?? []);
        this.prepare(distribution)(column, 0, DRAWS);
        return column;
      }),
    );
  }

  /** The points of the unit cube, as they are before any quantile. */
  #pointsOf(
    inputs: readonly DrawnInput[],
    correlation: Correlation | undefined,
  ): readonly Float64Array[] {
    const uniform = inputs.map(({ name, distribution }): StudyInput => {
      return { name, base: 0, distribution: pointOf(distribution) };
    });
    const key = JSON.stringify([uniform, correlation]);
    if (this.#points?.key !== key) {
      const names = inputs.map(({ name }) => name);
      const draw = prepareDraw(names, uniform, correlation);
      const columns = names.map(() => new Float64Array(DRAWS));
      const rows = DRAWS / REPLICATES;
      for (let replicate = 0; replicate < REPLICATES; replicate++) {
        const sampler = draw.sampler('sobol', { seed: SEED, replicate });
        draw.fill(sampler, columns, 0, rows, replicate * rows);
      }
      this.#columns.clear();
      this.#points = { key, columns };
    }
    return this.#points.columns;
  }
}

/** Uniform, where something is drawn: its quantile function changes nothing. */
function pointOf(distribution: Distribution): Distribution {
  // Of what is in doubt only a choice among one is constant.
  const constant = distribution.kind === 'choice' && isConstant(distribution);
  return constant ? { kind: 'constant', value: 0.5 } : { kind: 'uniform', low: 0, high: 1 };
}

/** What a map holds, or is made to hold; the entry that was not asked for longest is forgotten. */
function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_KEPT && oldest !== undefined) map.delete(oldest);
  return value;
}
