import type { Issue } from '../issues/issue.ts';
import { numberIn, textIn, type Table } from './types.ts';

/** Checks the points of `fill_clock` that a curve goes through: one at a fill, and never rising. */
export function checkCurve(table: Table): Issue[] {
  const points = table.rows
    .filter((row) => textIn(row, 'use') === 'curve' && numberIn(row, 'fill') !== undefined)
    .map((row) => ({
      row,
      fill: numberIn(row, 'fill') ?? NaN,
      derate: numberIn(row, 'derate') ?? NaN,
    }))
    .sort((a, b) => a.fill - b.fill);
  return points.flatMap(({ row, fill, derate }, i): Issue[] => {
    const before = points[i - 1];
    if (before === undefined || (before.fill < fill && before.derate >= derate)) return [];
    const message =
      before.fill === fill
        ? `the curve has a point at this fill already, ${before.row.key}`
        : `the clock rises with the fill from ${before.row.key} to ${row.key}`;
    // Of the two the user's is to be told.
    const own = row.file === undefined ? before.row : row;
    const place = { file: own.file ?? table.schema.file, row: own.line, column: 'derate' };
    return [{ code: 'curve', message, expected: `at most ${before.derate}`, ...place }];
  });
}
