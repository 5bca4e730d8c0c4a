import { STATUSES, type Status, type SweepRow } from './types.ts';

/** What came of the rows of a sweep. */
export interface SweepSummary {
  /** Rows that were evaluated, and those of them that were kept. */
  readonly evaluated: number;
  readonly kept: number;
  /** Kept rows by status. */
  readonly byStatus: Readonly<Record<Status, number>>;
  /** How many of the kept rows are undecided for want of an input, by its key. */
  readonly missing: ReadonlyMap<string, number>;
  /** The kept rows with the least and the greatest value; the first of equals. */
  readonly best: SweepRow | undefined;
  readonly worst: SweepRow | undefined;
}

/** A summary without rows. */
export function emptySummary(): SweepSummary {
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0]));
  return {
    evaluated: 0,
    kept: 0,
    byStatus: byStatus as Record<Status, number>,
    missing: new Map(),
    best: undefined,
    worst: undefined,
  };
}

/** A summary with further rows. */
export function summarise(
  summary: SweepSummary,
  evaluated: number,
  rows: readonly SweepRow[],
): SweepSummary {
  const byStatus = { ...summary.byStatus };
  const missing = new Map(summary.missing);
  let { best, worst } = summary;
  for (const row of rows) {
    byStatus[row.status]++;
    for (const name of row.missing) missing.set(name, (missing.get(name) ?? 0) + 1);
    if (row.value === null) continue;
    if (row.value < (best?.value ?? Infinity)) best = row;
    if (row.value > (worst?.value ?? -Infinity)) worst = row;
  }
  const kept = summary.kept + rows.length;
  return { evaluated: summary.evaluated + evaluated, kept, byStatus, missing, best, worst };
}
