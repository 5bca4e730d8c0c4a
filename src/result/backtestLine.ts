import { numberIn, textIn, type Datasets, type Row } from '../datasets/types.ts';

/**
 * A factor of error, e.g. `×1.05`; `exact` where it does not differ from 1.
 *
 * @example factorText(1.0523) // => '×1.05'
 */
export function factorText(factor: number | null): string {
  if (factor === null) return '–';
  return factor - 1 < 5e-4 ? 'exact' : `×${factor.toFixed(2)}`;
}

/**
 * How far the model was off where others have published, in a sentence without its full stop: what
 * `datasets/backtest.csv` says, which is what `emuprove backtest` finds.
 *
 * @returns undefined where there is no such table
 */
export function backtestLine(datasets: Datasets): string | undefined {
  const rows = datasets.get('backtest')?.rows ?? [];
  const parts = rows.flatMap((row) => {
    const [tests, factor] = [numberIn(row, 'tests') ?? 0, numberIn(row, 'factor')];
    if (tests === 0 || factor === undefined) return [];
    return [`${textIn(row, 'phrase') ?? row.key} ${factorText(factor)} (${tests})`];
  });
  if (parts.length === 0) return undefined;
  return `Backtest, mean error on published results that no input was taken from: ${parts.join(', ')}${inBandsText(rows)}`;
}

/** How many of them lie in the predicted bands: fewer than nine in ten say that a probability is too sure. */
function inBandsText(rows: readonly Row[]): string {
  const banded = rows.flatMap((row) => {
    const [tests, coverage] = [numberIn(row, 'tests'), numberIn(row, 'coverage')];
    return tests === undefined || coverage === undefined
      ? []
      : [{ tests, inside: tests * coverage }];
  });
  const tests = banded.reduce((sum, kind) => sum + kind.tests, 0);
  const inside = banded.reduce((sum, kind) => sum + kind.inside, 0);
  return tests === 0
    ? ''
    : `; ${Math.round((100 * inside) / tests)} % of them lie in bands meant for 90 %`;
}
