/**
 * Studies of any function of columns: none of them knows what is behind it.
 *
 * @module
 */
export type * from './breakeven/breakEven.ts';
export { breakEven } from './breakeven/breakEven.ts';
export type { BreakEvenRange } from './breakeven/change.ts';
export type { Scan } from './breakeven/scanRanges.ts';
export type { Wanted } from './breakeven/sides.ts';
export type * from './breakeven/smallestChange.ts';
export { smallestChange } from './breakeven/smallestChange.ts';
export { columnModel } from './columnModel.ts';
export { cdf } from './distributions/cdf.ts';
export { mean } from './distributions/mean.ts';
export { parseDistribution, type ParsedDistribution } from './distributions/parse.ts';
export { quantile } from './distributions/quantile.ts';
export { validate } from './distributions/validate.ts';
export { grid, type Grid, type GridAxis, type GridOptions } from './grid/grid.ts';
export { isoline, type Polyline } from './grid/isoline.ts';
export type { Spacing } from './grid/nodes.ts';
export { fluidMix } from './mix/fluidMix.ts';
export { loadSolver, type Solved, type Solver } from './mix/solver.ts';
export type {
  Activity,
  Demand,
  FluidMix,
  MixProblem,
  MixResource,
  NoMix,
  ResourceUse,
} from './mix/types.ts';
export { wholeUnits, type WholeActivity, type WholeDesign } from './mix/wholeUnits.ts';
export { montecarlo, montecarloAsync, type OnProgress } from './montecarlo/montecarlo.ts';
export type { MontecarloOptions } from './montecarlo/options.ts';
export type * from './montecarlo/types.ts';
export type * from './morris/morris.ts';
export { morris } from './morris/morris.ts';
export type { Correlation } from './sampling/correlation.ts';
export { randomSampler } from './sampling/random.ts';
export { sobolSampler } from './sampling/sobol.ts';
export type * from './sampling/sampler.ts';
export { shapley } from './shapley/shapley.ts';
export type * from './shapley/types.ts';
export type { Bootstrap } from './sobol/estimate.ts';
export { sobol, type SobolOptions, type SobolResult } from './sobol/sobol.ts';
export type * from './sobol/types.ts';
export type * from './tornado/sampledTornado.ts';
export { sampledTornado } from './tornado/sampledTornado.ts';
export { joinSelectors, type Selector } from './switch/joinSelectors.ts';
export { switchModel } from './switch/switchModel.ts';
export type { ThreadOptions } from './threads/crew.ts';
export { montecarloThreads } from './threads/montecarloThreads.ts';
export { sobolThreads, type SobolStudyOptions } from './threads/sobolThreads.ts';
export { withRecipe } from './threads/withRecipe.ts';
export type { Histogram } from './statistics/histogram.ts';
export type { Summary } from './tornado/summarise.ts';
export type { SwingScale } from './tornado/swing.ts';
export type * from './tornado/tornado.ts';
export { tornado } from './tornado/tornado.ts';
export type {
  ColumnModel,
  Columns,
  ColumnsBuilder,
  Distribution,
  Recipe,
  StudyInput,
} from './types.ts';
