import { InputError } from '../../issues/issue.ts';
import { columnQuantileOf } from '../distributions/columnQuantile.ts';
import { planQuantile, type QuantilePlan } from '../distributions/planQuantile.ts';
import { isConstant } from '../distributions/summary.ts';
import type { StudyInput } from '../types.ts';
import { checkInputs } from './checkInputs.ts';
import { gaussianCopula } from './copula.ts';
import { checkCorrelation, type Correlation } from './correlation.ts';
import { randomSampler } from './random.ts';
import type { Sampler, SamplerOptions, SamplingMethod } from './sampler.ts';
import { sobolSampler } from './sobol.ts';
import { MOST_DIMENSIONS } from './sobolDirections.ts';

/** How to draw the inputs of a study: plain data, from which every thread makes the same draws. */
export interface DrawPlan {
  /** Names of the inputs that vary, in the order of the coordinates of a point. */
  readonly varying: readonly string[];
  /** Quantile function of each column. */
  readonly quantiles: readonly QuantilePlan[];
  /** Column that each coordinate goes to. */
  readonly places: readonly number[];
  /** Columns that do not vary. */
  readonly constant: readonly number[];
  /** Columns whose coordinates are correlated, and how. */
  readonly correlation?: {
    readonly places: readonly number[];
    readonly matrix: readonly (readonly number[])[];
  };
}

/** Draws of the inputs of a study. */
export interface Draw {
  /** Names of the inputs that vary, in the order of the coordinates of a point. */
  readonly varying: readonly string[];
  /** Makes the sampler of a replicate. */
  readonly sampler: (method: SamplingMethod, options: SamplerOptions) => Sampler;
  /**
   * Writes the draws of rows `from` to `from + count - 1` into the rows from `at` (0 where left
   * out) of columns in the order of the names.
   */
  readonly fill: (
    sampler: Sampler,
    columns: readonly Float64Array[],
    from: number,
    count: number,
    at?: number,
  ) => void;
}

/**
 * Prepares drawing inputs: a point of the unit cube, its coordinates correlated where asked for,
 * then the quantile of each distribution. Inputs that vary take the coordinates in the order of
 * their names, so the order in which inputs are listed changes nothing.
 *
 * @param names - inputs in the order of the columns, each of which needs a distribution
 * @param inputs - the distributions, in any order
 * @param correlation - between inputs that vary
 * @returns how to draw
 * @throws InputError with everything that is wrong
 */
export function prepareDraw(
  names: readonly string[],
  inputs: readonly StudyInput[],
  correlation?: Correlation,
): Draw {
  return drawOf(planDraw(names, inputs, correlation));
}

/**
 * Checks inputs and does once what takes time and can be sent to other threads.
 *
 * @param names - inputs in the order of the columns, each of which needs a distribution
 * @param inputs - the distributions, in any order
 * @param correlation - between inputs that vary
 * @returns the plan for `drawOf`
 * @throws InputError with everything that is wrong
 */
export function planDraw(
  names: readonly string[],
  inputs: readonly StudyInput[],
  correlation?: Correlation,
): DrawPlan {
  const issues = checkInputs(names, inputs);
  if (issues.length > 0) throw new InputError(issues);
  const varying = inputs
    .filter(({ distribution }) => !isConstant(distribution))
    .map(({ name }) => name)
    .sort();
  if (correlation !== undefined) {
    const wrong = checkCorrelation(correlation, varying);
    if (wrong.length > 0) throw new InputError(wrong);
  }
  const distributions = new Map(inputs.map((input) => [input.name, input.distribution]));
  const placesOf = (some: readonly string[]): number[] => some.map((name) => names.indexOf(name));
  return {
    varying,
    quantiles: names.map((name) =>
      planQuantile(distributions.get(name) ?? { kind: 'constant', value: Number.NaN }),
    ),
    places: placesOf(varying),
    constant: names.flatMap((name, i) => (varying.includes(name) ? [] : [i])),
    ...(correlation === undefined
      ? {}
      : { correlation: { places: placesOf(correlation.inputs), matrix: correlation.matrix } }),
  };
}

/**
 * What a plan describes.
 *
 * @param plan - from `planDraw`, in this or another thread
 * @returns how to draw
 */
export function drawOf({ varying, quantiles, places, constant, correlation }: DrawPlan): Draw {
  const transforms = quantiles.map(columnQuantileOf);
  const copula = correlation === undefined ? undefined : gaussianCopula(correlation.matrix);
  const correlated = correlation?.places ?? [];
  const none = new Float64Array(0);
  return {
    varying,
    sampler: (method, options) =>
      method === 'sobol'
        ? sobolSampler(limited(varying.length), options)
        : randomSampler(varying.length, options),
    fill: (sampler, columns, from, count, at = 0) => {
      const pick = (indices: readonly number[]): Float64Array[] =>
        indices.map((i) => columns[i] ?? none);
      sampler.fill(pick(places), from, count, at);
      copula?.(pick(correlated), at, at + count);
      for (const i of constant) columns[i]?.fill(0.5, at, at + count);
      for (const [i, transform] of transforms.entries()) {
        transform(columns[i] ?? none, at, at + count);
      }
    },
  };
}

function limited(dimensions: number): number {
  if (dimensions <= MOST_DIMENSIONS) return dimensions;
  throw new InputError([
    {
      code: 'too-many-inputs',
      message: 'Sobol points do not have so many dimensions; use random sampling',
      expected: `up to ${MOST_DIMENSIONS}`,
      received: String(dimensions),
    },
  ]);
}
