import { sortedQuantile } from '../studies/tornado/sortedQuantile.ts';
import type { PublishedKind } from './load.ts';
import type { BacktestRow, KindSummary, Prediction } from './types.ts';

/**
 * Summarises the rows of a kind. Bias and error are of test rows only: geometric, as a factor of two
 * too much and too little are as bad as each other.
 *
 * @param rows of this kind, in any order
 */
export function summarise(kind: PublishedKind, rows: readonly BacktestRow[]): KindSummary {
  const of = (status: BacktestRow['status']): BacktestRow[] =>
    rows.filter((row) => row.status === status);
  const predicted = (status: BacktestRow['status']): Prediction[] =>
    of(status).flatMap(({ prediction }) => prediction ?? []);
  const tests = predicted('test');
  const fits = predicted('calibration')
    .map(({ ratio }) => Math.abs(Math.log(ratio)))
    .sort((a, b) => a - b);
  const bounds = of('bound');
  const logs = tests.map(({ ratio }) => Math.log(ratio)).sort((a, b) => a - b);
  const sizes = logs.map(Math.abs).sort((a, b) => a - b);
  const none = tests.length === 0;
  const banded = tests.filter(({ inBand }) => inBand !== null);
  return {
    kind: kind.id,
    title: kind.title,
    phrase: kind.phrase,
    meaning: kind.meaning.trim(),
    rows: rows.length,
    tests: tests.length,
    calibrations: of('calibration').length,
    bounds: bounds.length,
    boundsHeld: bounds.filter(({ prediction }) => prediction?.inBand === true).length,
    notPredicted: of('not-predicted').length,
    bias: none ? null : Math.exp(mean(logs)),
    factor: none ? null : Math.exp(mean(sizes)),
    fit: fits.length === 0 ? null : Math.exp(mean(fits)),
    p90: none ? null : Math.exp(sortedQuantile(sizes, 0.9)),
    coverage:
      banded.length === 0
        ? null
        : banded.filter(({ inBand }) => inBand === true).length / banded.length,
  };
}

/** Mean of values that are sorted, so that the order of the rows changes no bit. */
function mean(sorted: readonly number[]): number {
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
}
