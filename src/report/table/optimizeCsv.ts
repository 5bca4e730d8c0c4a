import type { Design, OptimizeResult } from '../../optimize/types.ts';
import { toCsv } from './csv.ts';

/**
 * A search as CSV: a line for the scenario, one for the best design and one for each point of the
 * front, with the value on every axis; numbers are unrounded and in base units.
 */
export function optimizeCsv({ own, best, objective, pareto, axes }: OptimizeResult): string {
  const line = (design: Design | null, part: string): Record<string, unknown>[] =>
    design === null
      ? []
      : [
          {
            part,
            ...design.labels,
            ...Object.fromEntries(design.figures.map(({ name, value }) => [name, value])),
            [objective.name]: design.objective,
            command: design.command,
          },
        ];
  const rows = [
    ...line(own, 'scenario'),
    ...line(best, 'best'),
    ...(pareto?.points ?? []).map(({ labels, values, command }) => ({
      part: 'front',
      ...labels,
      ...Object.fromEntries(pareto?.objectives.map(({ name }, i) => [name, values[i]]) ?? []),
      command,
    })),
  ];
  const names = rows.flatMap((row) => Object.keys(row));
  const first = ['part', ...axes.map(({ name }) => name), objective.name];
  return toCsv(
    [...new Set([...first, ...names.filter((name) => name !== 'command'), 'command'])],
    rows,
  );
}
