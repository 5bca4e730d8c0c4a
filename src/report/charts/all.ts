import type { Dossier, DossierParts } from '../../dossier/types.ts';
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

/** The charts of a report by id, in its order: also of a report that is being made. */
export const CHARTS: Readonly<Record<ChartId, ChartBuilder<DossierParts>>> = {
  readings: ({ evaluation }, layout) => readingsChart(evaluation, layout),
  distribution: ({ doubt }, layout) =>
    ofStudy(doubt?.montecarlo, (study) => distributionChart(study, layout)),
  tests: ({ doubt }, layout) => ofStudy(doubt?.montecarlo, (study) => testsChart(study, layout)),
  tornado: ({ doubt }, layout) => ofStudy(doubt?.tornado, (study) => tornadoChart(study, layout)),
  sobol: ({ doubt }, layout) => ofStudy(doubt?.sobol, (sobol) => sobolChart(sobol, layout)),
  'sobol-verdict': ({ doubt }, layout) =>
    ofStudy(doubt?.sobol, (sobol) => sobolChart(sobol, layout, 'verdict')),
  breakeven: ({ doubt }, layout) =>
    ofStudy(doubt?.breakeven, (study) => breakEvenChart(study, layout)),
  grid: ({ doubt }, layout) => ofStudy(doubt?.grid, (grid) => gridChart(grid, layout)),
  bounds: ({ evaluation }, layout) => boundsChart(evaluation, layout),
  'phase-cost': ({ evaluation }, layout) => phaseCostChart(evaluation, layout),
  map: ({ evaluation, map }, layout) =>
    ofStudy(map, (own) => mapChart({ evaluation, map: own }, layout)),
  scaling: ({ evaluation, scaling = null }, layout) =>
    scalingChart({ evaluation, scaling }, layout),
  'real-time': ({ realTime = null }, layout) => realTimeChart(realTime, layout),
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
