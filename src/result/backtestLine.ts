import { numberIn, textIn, type Datasets } from '../datasets/types.ts';

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
  const parts = (datasets.get('backtest')?.rows ?? []).flatMap((row) => {
    const [tests, factor] = [numberIn(row, 'tests') ?? 0, numberIn(row, 'factor')];
    if (tests === 0 || factor === undefined) return [];
    return [`${textIn(row, 'phrase') ?? row.key} ${factorText(factor)} (${tests})`];
  });
  if (parts.length === 0) return undefined;
  return `Backtest, mean error on published results that no input was taken from: ${parts.join(', ')}`;
}
