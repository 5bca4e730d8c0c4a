import type { Comparison } from '../../compare/types.ts';
import type { ChartBuilder } from './all.ts';
import { attributionChart } from './attribution.ts';
import type { Chart } from './chart.ts';

/** Every chart of a comparison. */
export type ComparisonChartId = 'attribution-choice' | 'attribution-input';

/** The charts of a comparison by id, in its order. */
export const COMPARISON_CHARTS: Readonly<Record<ComparisonChartId, ChartBuilder<Comparison>>> = {
  'attribution-choice': (result, layout) => attributionChart(result, 'choice', layout),
  'attribution-input': (result, layout) => attributionChart(result, 'input', layout),
};

/**
 * Every chart of a comparison of which something is known, in its order.
 *
 * @example
 * import { compare, loadBuiltin, resolveScenario } from 'emuprove';
 * import { comparisonCharts } from 'emuprove/report';
 *
 * const data = await loadBuiltin();
 * const [one, other] = [resolveScenario(data), resolveScenario(data, 'prototyping')];
 * const comparison = await compare(one, other, { samples: 1024 });
 * console.log(comparisonCharts(comparison).map(({ title }) => title));
 */
export function comparisonCharts(result: Comparison): Chart[] {
  return Object.values(COMPARISON_CHARTS).flatMap((build) => build(result) ?? []);
}
