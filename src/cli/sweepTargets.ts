import type { Sink } from '../sweep/files/sink.ts';
import { csvLines, jsonLines, type LineFormat } from '../sweep/files/lineFormat.ts';
import type { Sweep } from '../sweep/sweep.ts';
import type { SweepRow } from '../sweep/types.ts';
import type { Streams } from './streams.ts';
import { extensionOf, type SweepArgs } from './sweepOptions.ts';

const LINES: Readonly<Record<string, (columns: Sweep['columns']) => LineFormat>> = {
  csv: csvLines,
  jsonl: jsonLines,
};

/** What a run writes to, and what it keeps for a table. */
export interface Targets {
  readonly sinks: readonly Sink[];
  /** Rows of the table, where there is one. */
  readonly table: SweepRow[] | undefined;
}

/**
 * Opens what the rows go to.
 *
 * @throws InputError where a file can not be written, or gone on with
 */
export async function openTargets(
  args: SweepArgs,
  sweep: Sweep,
  from: number,
  to: number,
  streams: Streams,
): Promise<Targets> {
  const { out = [], parts, partRows, format, limit, resume = false } = args;
  const { plan, columns } = sweep;
  const sinks: Sink[] = [];
  let table: SweepRow[] | undefined;
  for (const file of out.filter((name) => name !== '-')) {
    if (extensionOf(file) === 'parquet') {
      const { parquetFile } = await import('../sweep/files/parquet.ts');
      sinks.push(parquetFile(file, plan));
    } else {
      const { lineFile } = await import('../sweep/files/lineFile.ts');
      const lines = LINES[extensionOf(file)]?.(columns) ?? csvLines(columns);
      sinks.push(lineFile({ file, format: lines, plan: { ...plan, range: { from, to } }, resume }));
    }
  }
  if (parts !== undefined) {
    const { partsDirectory, PART_ROWS } = await import('../sweep/files/parts.ts');
    const rows = partRows ?? PART_ROWS;
    sinks.push(partsDirectory({ directory: parts, plan, partRows: rows, from, to, resume }));
  }
  if (onStdout(args)) {
    const lines = LINES[format]?.(columns);
    if (lines === undefined) table = [];
    const kept = table;
    if (lines !== undefined && lines.header !== '') streams.out(lines.header);
    const write = (rows: readonly SweepRow[]): void => {
      if (lines !== undefined) streams.out(rows.map(lines.line).join(''));
      else kept?.push(...rows.slice(0, Math.max(0, limit - kept.length)));
    };
    const nothing = (): void => undefined;
    sinks.push({ name: '', next: (index) => index, write, finish: nothing, stop: nothing });
  }
  return { sinks, table };
}

/** Whether something goes to standard output. */
export function onStdout({ out, parts }: SweepArgs): boolean {
  return out?.includes('-') ?? parts === undefined;
}
