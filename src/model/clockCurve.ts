import { numberIn, textIn, type Datasets } from '../datasets/types.ts';
import { factOf } from '../scenario/fact.ts';
import type { Fact } from '../scenario/types.ts';

/** A published pair of utilisation and clock. */
export interface ClockPoint {
  readonly row: string;
  /** LUT utilisation of the device. */
  readonly fill: number;
  /** Clock reached, relative to the core alone. */
  readonly derate: number;
  /** Whether the model's curve goes through it; the others are checks of the curve. */
  readonly onCurve: boolean;
  readonly fact: Fact;
}

/** The points of datasets/fill_clock.csv that have a fill, by fill. */
export function clockPoints(datasets: Datasets): ClockPoint[] {
  const table = datasets.get('fill_clock');
  const points: ClockPoint[] = [];
  for (const row of table?.rows ?? []) {
    const [fill, derate] = [numberIn(row, 'fill'), numberIn(row, 'derate')];
    const fact = table === undefined ? undefined : factOf(table, row, 'derate');
    if (fill === undefined || derate === undefined || fact === undefined) continue;
    points.push({ row: row.key, fill, derate, onCurve: textIn(row, 'use') === 'curve', fact });
  }
  return points.sort((a, b) => a.fill - b.fill);
}
