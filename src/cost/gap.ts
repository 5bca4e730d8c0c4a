import type { Datasets } from '../datasets/types.ts';
import { numberIn, textIn, type Row } from '../datasets/types.ts';
import type { Evaluation } from '../model/evaluate.ts';
import { figure } from '../result/figure.ts';
import { GAP } from './names.ts';
import type { Gap, GapFactor, GapSpan, PublishedGap } from './types.ts';

/**
 * What an FPGA takes over an ASIC, factor by factor: by the model, and as published.
 *
 * @param evaluation of the ASIC
 */
export function gapOf(evaluation: Evaluation, datasets: Datasets): Gap {
  return {
    model: {
      area: figure(evaluation, GAP.area),
      delay: figure(evaluation, GAP.delay),
      power: figure(evaluation, GAP.power),
    },
    published: (datasets.get('gaps')?.rows ?? []).map(published),
  };
}

function published(row: Row): PublishedGap {
  const span = (factor: GapFactor): GapSpan => ({
    value: numberIn(row, factor) ?? null,
    low: numberIn(row, `${factor}_low`) ?? null,
    high: numberIn(row, `${factor}_high`) ?? null,
  });
  return {
    id: row.key,
    study: textIn(row, 'study') ?? row.key,
    workload: textIn(row, 'workload') ?? '',
    source: textIn(row, 'source') ?? '',
    area: span('area'),
    delay: span('delay'),
    power: span('power'),
  };
}
