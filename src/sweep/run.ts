import { pause } from '../studies/threads/pause.ts';
import { emptySummary, summarise, type SweepSummary } from './summary.ts';
import type { Sink } from './files/sink.ts';
import type { Sweep } from './sweep.ts';

/** Rows that are evaluated at a time. Results do not depend on it. */
const BATCH = 1024;

/** What to run of a sweep. */
export interface RunOptions {
  readonly sweep: Sweep;
  /** First row, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly sinks: readonly Sink[];
  /** Rows at a time. */
  readonly batch?: number;
  /**
   * Told how many rows of the range are behind; false ends the run.
   */
  readonly onProgress?: (done: number) => boolean;
}

/** How a run ended. */
export interface RunResult {
  /** Of the rows that this run evaluated. */
  readonly summary: SweepSummary;
  /** Whether it came to the last row. */
  readonly complete: boolean;
  /** Rows that were there already. */
  readonly skipped: number;
}

/**
 * Evaluates rows and gives them to sinks, a batch at a time, in constant memory.
 *
 * @example
 * import { loadBuiltin, resolveScenario, runSweep, sweep } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const found = sweep(scenario, { over: ['log2_cycles=20..23'], columns: ['value'] });
 * const kept: string[] = [];
 * const sink = {
 *   name: '',
 *   next: (index: number) => index, // needs every row
 *   write: (rows: readonly { cells: readonly unknown[] }[]) =>
 *     void kept.push(...rows.map(({ cells }) => cells.join())),
 *   finish: () => undefined,
 *   stop: () => undefined,
 * };
 * const { complete } = await runSweep({ sweep: found, from: 0, to: found.size, sinks: [sink] });
 * console.log(complete, kept.length); // true 4
 */
export async function runSweep(options: RunOptions): Promise<RunResult> {
  const { sweep, from, to, sinks, batch = BATCH, onProgress } = options;
  let summary = emptySummary();
  let at = from;
  for (;;) {
    at = Math.max(at, Math.min(to, ...sinks.map((sink) => sink.next(at))));
    if (at >= to) break;
    const end = Math.min(to, at + batch);
    const rows = sweep.rows(at, end);
    for (const sink of sinks) sink.write(rows, at, end);
    summary = summarise(summary, end - at, rows);
    at = end;
    // Signals and timers have their turn.
    await pause();
    if (at < to && onProgress?.(at - from) === false) break;
  }
  const complete = at >= to;
  for (const sink of sinks) {
    if (complete) sink.finish();
    else sink.stop();
  }
  return { summary, complete, skipped: at - from - summary.evaluated };
}
