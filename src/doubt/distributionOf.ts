import { numberIn, type Datasets, type Stage } from '../datasets/types.ts';
import type { Quantity } from '../model/types.ts';
import type { InputEntry } from '../result/types.ts';
import { isConstant } from '../studies/distributions/summary.ts';
import type { Distribution } from '../studies/types.ts';

/** How the doubt of an input is known. */
export type DoubtBasis =
  /** The scenario or the command line states a distribution. */
  | 'stated'
  /** Its model, profile, row or scenario states a range. */
  | 'range'
  /** It has the band of its stage (datasets/stages.csv). */
  | 'stage';

/** The doubt of an input. */
export interface Doubt {
  readonly distribution: Distribution;
  readonly basis: DoubtBasis;
}

/** Factors by which a figure of a stage may be off. */
export type Bands = ReadonlyMap<Stage, { readonly low: number; readonly high: number }>;

/** Reads datasets/stages.csv. */
export function bandsOf(datasets: Datasets): Bands {
  const bands = new Map<Stage, { low: number; high: number }>();
  for (const row of datasets.get('stages')?.rows ?? []) {
    const [low, high] = [numberIn(row, 'low_factor'), numberIn(row, 'high_factor')];
    if (low !== undefined && high !== undefined) bands.set(row.key as Stage, { low, high });
  }
  return bands;
}

/**
 * What an input may be: the distribution that the scenario states, else a PERT distribution over the
 * range that is stated with its value as the mode, else over the band of its stage, as far as that
 * makes sense for its quantity: no share is above 1. Unless a distribution is stated, nothing for what
 * a designer chooses and for what is exact.
 *
 * @param quantity what the model says of it: whether it is exact, and between which values it makes
 *   sense, in its unit
 */
export function distributionOf(
  input: InputEntry,
  quantity: Pick<Quantity, 'exact' | 'min' | 'max'>,
  bands: Bands,
): Doubt | undefined {
  const { value, distribution } = input;
  if (distribution !== undefined) {
    return isConstant(distribution) ? undefined : { distribution, basis: 'stated' };
  }
  if (input.origin === 'choice' || input.design === true) return undefined;
  if (input.low !== undefined || input.high !== undefined) {
    const low = Math.min(value, input.low ?? value);
    const high = Math.max(value, input.high ?? value);
    return low < high ? { distribution: pert(low, value, high), basis: 'range' } : undefined;
  }
  const band = bands.get(input.stage);
  // A factor says nothing about what is 0: none stays none.
  if (quantity.exact === true || band === undefined || value === 0) return undefined;
  const { scale } = input.display;
  const { min = 0, max = Infinity } = quantity;
  const ends = [value * band.low, value * band.high];
  const low = Math.max(Math.min(...ends), Math.min(value, min * scale));
  const high = Math.min(Math.max(...ends), Math.max(value, max * scale));
  return low < high ? { distribution: pert(low, value, high), basis: 'stage' } : undefined;
}

function pert(low: number, mode: number, high: number): Distribution {
  return { kind: 'pert', low, mode, high };
}
