import type { Dossier } from '../../dossier/types.ts';
import type { EvaluationResult } from '../../result/types.ts';
import { boundsChart } from './bounds.ts';
import { breakEvenChart } from './breakeven.ts';
import type { Chart, Layout } from './chart.ts';
import { costChart } from './cost.ts';
import { distributionChart } from './distribution.ts';
import { gridChart } from './grid.ts';
import { mapChart } from './map.ts';
import { phaseCostChart } from './phaseCost.ts';
import { readingsChart } from './readings.ts';
import { realTimeChart } from './realTime.ts';
import { scalingChart } from './scaling.ts';
import { sobolChart } from './sobol.ts';
import { testsChart } from './tests.ts';
import { tornadoChart } from './tornado.ts';

/** Draws a result, or nothing where what it would draw is not known. */
export type ChartBuilder<Source = Dossier> = (source: Source, layout?: Layout) => Chart | null;

/** Charts that need an evaluation and no study. */
export type EvaluationChartId = 'readings' | 'bounds' | 'phase-cost' | 'cost';

/** Every chart of a report. */
export type ChartId =
  | EvaluationChartId
  | 'distribution'
  | 'tests'
  | 'tornado'
  | 'sobol'
  | 'sobol-verdict'
  | 'breakeven'
  | 'grid'
  | 'map'
  | 'scaling'
  | 'real-time';

/** The charts of an evaluation by id. */
export const EVALUATION_CHARTS: Readonly<
  Record<EvaluationChartId, ChartBuilder<EvaluationResult>>
> = {
  readings: readingsChart,
  bounds: boundsChart,
  'phase-cost': phaseCostChart,
  cost: costChart,
};

/** The charts of a report by id, in its order. */
export const CHARTS: Readonly<Record<ChartId, ChartBuilder>> = {
  readings: ({ evaluation }, layout) => readingsChart(evaluation, layout),
  distribution: ({ doubt }, layout) => doubt && distributionChart(doubt.montecarlo, layout),
  tests: ({ doubt }, layout) => doubt && testsChart(doubt.montecarlo, layout),
  tornado: ({ doubt }, layout) => doubt && tornadoChart(doubt.tornado, layout),
  sobol: ({ doubt }, layout) => ofStudy(doubt?.sobol, (sobol) => sobolChart(sobol, layout)),
  'sobol-verdict': ({ doubt }, layout) =>
    ofStudy(doubt?.sobol, (sobol) => sobolChart(sobol, layout, 'verdict')),
  breakeven: ({ doubt }, layout) => doubt && breakEvenChart(doubt.breakeven, layout),
  grid: ({ doubt }, layout) => ofStudy(doubt?.grid, (grid) => gridChart(grid, layout)),
  bounds: ({ evaluation }, layout) => boundsChart(evaluation, layout),
  'phase-cost': ({ evaluation }, layout) => phaseCostChart(evaluation, layout),
  map: mapChart,
  scaling: scalingChart,
  'real-time': ({ realTime }, layout) => realTimeChart(realTime, layout),
  cost: ({ evaluation }, layout) => costChart(evaluation, layout),
};

/**
 * Every chart of a report of which something is known, in its order.
 *
 * @example
 * import { loadBuiltin, report, resolveScenario } from 'emuprove';
 * import { chartsOf } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * for (const { id, spec, title, table } of chartsOf(await report(scenario, { samples: 4096 }))) {
 *   console.log(id, title, table.rows.length, '$schema' in spec);
 * }
 */
export function chartsOf(dossier: Dossier, layout: Layout = 'wide'): Chart[] {
  return Object.values(CHARTS).flatMap((build) => build(dossier, layout) ?? []);
}

function ofStudy<T>(study: T | null | undefined, build: (study: T) => Chart | null): Chart | null {
  return study === null || study === undefined ? null : build(study);
}
