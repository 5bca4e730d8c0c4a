export { CHARTS, type ChartBuilder } from './charts/all.ts';
export { boundsChart } from './charts/bounds.ts';
export type { Chart, ChartTable, Layout } from './charts/chart.ts';
export { phaseCostChart } from './charts/phaseCost.ts';
export { readingsChart } from './charts/readings.ts';
export { renderHtml } from './html/page.ts';
export { renderPng, type PngOptions } from './render/png.ts';
export { renderSvg, type SvgOptions } from './render/svg.ts';
