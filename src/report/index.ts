export {
  CHARTS,
  chartsOf,
  EVALUATION_CHARTS,
  type ChartBuilder,
  type ChartId,
  type EvaluationChartId,
} from './charts/all.ts';
export { attributionChart, type AttributionOf } from './charts/attribution.ts';
export { backtestErrorChart } from './charts/backtestError.ts';
export { backtestScatterChart } from './charts/backtestScatter.ts';
export { boundsChart } from './charts/bounds.ts';
export { breakEvenChart } from './charts/breakeven.ts';
export type { Chart, ChartTable, Layout } from './charts/chart.ts';
export {
  COMPARISON_CHARTS,
  comparisonCharts,
  type ComparisonChartId,
} from './charts/comparison.ts';
export { costChart } from './charts/cost.ts';
export { costBreakdownChart } from './charts/costBreakdown.ts';
export { costNodesChart } from './charts/costNodes.ts';
export { costPowerChart } from './charts/costPower.ts';
export { costVolumeChart } from './charts/costVolume.ts';
export { distributionChart } from './charts/distribution.ts';
export { gridChart } from './charts/grid.ts';
export { mapChart } from './charts/map.ts';
export { phaseCostChart } from './charts/phaseCost.ts';
export { readingsChart } from './charts/readings.ts';
export { realTimeChart } from './charts/realTime.ts';
export { scalingChart } from './charts/scaling.ts';
export { sobolChart, type SobolOf } from './charts/sobol.ts';
export { testsChart } from './charts/tests.ts';
export {
  CONFIG as CHART_CONFIG,
  INK as CHART_INK,
  titleOf as chartTitle,
  WIDTH as CHART_WIDTH,
} from './charts/theme.ts';
export { tornadoChart } from './charts/tornado.ts';
export { roadmapChart } from './charts/roadmap.ts';
export { renderBacktestHtml } from './html/backtestPage.ts';
export { renderComparisonHtml } from './html/comparePage.ts';
export { renderCostHtml } from './html/costPage.ts';
export type { DrawSvg } from './html/chartFigure.ts';
export type { Html } from './html/html.ts';
export { renderHtml, type DrawnCharts, type PageOptions } from './html/page.ts';
export { renderPhasesHtml } from './html/phasesPage.ts';
export { liveParts, type LiveParts, type LiveSource } from './live/liveParts.ts';
export { loadLiveScript } from './live/loadLiveScript.ts';
export { renderPng, type PngOptions } from './render/png.ts';
export { renderSvg, type SvgOptions } from './render/svg.ts';
