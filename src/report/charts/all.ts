import type { EvaluationResult } from '../../result/types.ts';
import { boundsChart } from './bounds.ts';
import type { Chart, Layout } from './chart.ts';
import { phaseCostChart } from './phaseCost.ts';
import { readingsChart } from './readings.ts';

/** Draws a result, or nothing where what it would draw is not known. */
export type ChartBuilder = (result: EvaluationResult, layout?: Layout) => Chart | null;

/** The charts of an evaluation by id, in the order of the report. */
export const CHARTS: Readonly<Record<'readings' | 'bounds' | 'phase-cost', ChartBuilder>> = {
  readings: readingsChart,
  bounds: boundsChart,
  'phase-cost': phaseCostChart,
};
