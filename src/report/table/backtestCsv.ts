import type { BacktestResult } from '../../backtest/types.ts';
import { toCsv } from './csv.ts';

const COLUMNS = [
  'kind',
  'id',
  'system',
  'title',
  'status',
  'quantity',
  'unit',
  'published',
  'relation',
  'predicted',
  'p05',
  'p95',
  'ratio',
  'in_band',
  'reason',
  'calibrates',
  'bounded_by',
  'tool',
  'stage',
  'date',
  'source',
  'source_url',
  'note',
];

/** A backtest as CSV: one line a published row, numbers unrounded and in base units. */
export function backtestCsv({ rows }: BacktestResult): string {
  return toCsv(
    COLUMNS,
    rows.map(({ prediction, boundedBy, url, ...row }) => ({
      ...row,
      bounded_by: boundedBy,
      source_url: url,
      predicted: prediction?.value,
      p05: prediction?.low,
      p95: prediction?.high,
      ratio: prediction?.ratio,
      in_band: prediction?.inBand ?? undefined,
    })),
  );
}
