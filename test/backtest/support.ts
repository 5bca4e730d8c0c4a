import { backtest } from '../../src/backtest/backtest.ts';
import { loadPublished, type PublishedKind } from '../../src/backtest/load.ts';
import type { BacktestResult, BacktestRow, Prediction } from '../../src/backtest/types.ts';
import { readFiles } from '../../src/builtin/readFiles.ts';

export const builtin = readFiles('.');
export const published = loadPublished('datasets/published');

/** One kind, as a backtest of it finds it. */
export function ofKind(kind: string): BacktestResult {
  return backtest(builtin, published, { kind });
}

/** A kind by name. */
export function kindNamed(id: string): PublishedKind {
  const kind = published.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`no kind ${id}`);
  return kind;
}

/** A row that is predicted. */
export function predicted(
  { rows }: BacktestResult,
  id: string,
): BacktestRow & { prediction: Prediction } {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  const { prediction } = row;
  if (prediction === null) throw new Error(`${id} is not predicted: ${row.reason ?? ''}`);
  return { ...row, prediction };
}
