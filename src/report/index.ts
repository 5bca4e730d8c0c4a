export {
  CHARTS,
  chartsOf,
  EVALUATION_CHARTS,
  type ChartBuilder,
  type ChartId,
  type EvaluationChartId,
} from './charts/all.ts';
export { boundsChart } from './charts/bounds.ts';
export { breakEvenChart } from './charts/breakeven.ts';
export type { Chart, ChartTable, Layout } from './charts/chart.ts';
export { costChart } from './charts/cost.ts';
export { distributionChart } from './charts/distribution.ts';
export { gridChart } from './charts/grid.ts';
export { mapChart } from './charts/map.ts';
export { phaseCostChart } from './charts/phaseCost.ts';
export { readingsChart } from './charts/readings.ts';
export { realTimeChart } from './charts/realTime.ts';
export { scalingChart } from './charts/scaling.ts';
export { sobolChart, type SobolOf } from './charts/sobol.ts';
export { testsChart } from './charts/tests.ts';
export { tornadoChart } from './charts/tornado.ts';
export { renderHtml } from './html/page.ts';
export { liveParts, type LiveParts, type LiveSource } from './live/liveParts.ts';
export { loadLiveScript } from './live/loadLiveScript.ts';
export { renderPng, type PngOptions } from './render/png.ts';
export { renderSvg, type SvgOptions } from './render/svg.ts';
