import type { PhasesResult } from '../../phases/types.ts';
import { toCsv } from './csv.ts';

const COLUMNS = [
  'system',
  'milestone',
  'status',
  'basis',
  'value',
  'why',
  'figure',
  'version',
  'workload',
  'hardware',
  'date',
  'stage',
  'rank',
  'source',
  'source_url',
  'note',
];

/** A score as CSV: one line a cell, with the figure that decides it. */
export function phasesCsv({ systems }: PhasesResult): string {
  return toCsv(
    COLUMNS,
    systems.flatMap(({ system, cells, figures }) =>
      cells.map((cell) => {
        const figure = figures.find((use) => use.figure.id === cell.figure)?.figure;
        return {
          system: system.id,
          milestone: cell.milestone,
          status: cell.status,
          basis: cell.basis,
          value: cell.value,
          why: cell.why,
          figure: cell.figure ?? '',
          version: figure?.version ?? '',
          workload: figure?.workload ?? '',
          hardware: figure?.hardware ?? '',
          date: figure?.date ?? '',
          stage: figure?.stage ?? '',
          rank: figure?.rank ?? '',
          source: figure?.source ?? '',
          source_url: figure?.url ?? '',
          note: figure?.note ?? '',
        };
      }),
    ),
  );
}
