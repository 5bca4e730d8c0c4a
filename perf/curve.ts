import { numberIn, textIn, type Datasets } from '../src/datasets/types.ts';

/** Points of the clock retention curve, by fill; generated code joins them by lines. */
export type Curve = readonly (readonly [fill: number, retention: number])[];

/** The clock retention curve of datasets/fill_clock.csv. */
export function curveOf(datasets: Datasets): Curve {
  return (datasets.get('fill_clock')?.rows ?? [])
    .filter((row) => textIn(row, 'use') === 'curve')
    .map((row): [number, number] => [numberIn(row, 'fill') ?? NaN, numberIn(row, 'derate') ?? NaN])
    .sort(([a], [b]) => a - b);
}
