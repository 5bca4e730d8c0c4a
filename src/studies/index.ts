/**
 * Studies of any function of columns: none of them knows what is behind it.
 *
 * @module
 */
export { breakEven, type BreakEvenOptions, type BreakEvenResult } from './breakeven/breakEven.ts';
export { smallestChange } from './breakeven/smallestChange.ts';
export { cdf } from './distributions/cdf.ts';
export { mean } from './distributions/mean.ts';
export { parseDistribution } from './distributions/parse.ts';
export { quantile } from './distributions/quantile.ts';
export { validate } from './distributions/validate.ts';
export { grid, type Grid, type GridOptions } from './grid/grid.ts';
export { isoline } from './grid/isoline.ts';
export { montecarlo, montecarloAsync } from './montecarlo/montecarlo.ts';
export type { MontecarloOptions } from './montecarlo/options.ts';
export type { MontecarloResult } from './montecarlo/types.ts';
export { morris } from './morris/morris.ts';
export { randomSampler } from './sampling/random.ts';
export { sobolSampler } from './sampling/sobol.ts';
export { shapley } from './shapley/shapley.ts';
export { sobol, type SobolOptions, type SobolResult } from './sobol/sobol.ts';
export { sampledTornado } from './tornado/sampledTornado.ts';
export { joinSelectors, type Selector } from './switch/joinSelectors.ts';
export { switchModel } from './switch/switchModel.ts';
export type { ThreadOptions } from './threads/crew.ts';
export { montecarloThreads } from './threads/montecarloThreads.ts';
export { sobolThreads, type SobolStudyOptions } from './threads/sobolThreads.ts';
export { withRecipe } from './threads/withRecipe.ts';
export { tornado, type TornadoOptions, type TornadoResult } from './tornado/tornado.ts';
export type {
  ColumnModel,
  Columns,
  ColumnsBuilder,
  Distribution,
  Recipe,
  StudyInput,
} from './types.ts';
