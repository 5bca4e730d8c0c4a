import type { CostResult } from '../../cost/types.ts';
import { toCsv } from './csv.ts';

/** Costs as CSV: one line a figure of an option, numbers unrounded and in base units. */
export function costCsv({
  options,
  targets,
  breakdown,
  breakEven,
  gap,
  envelope,
}: CostResult): string {
  const line = (
    option: string,
    target: string,
    { name, title, value, unit, missing = [] }: (typeof breakdown)[number],
  ): Record<string, string | number | undefined> => ({
    option,
    target,
    name,
    title,
    value: typeof value === 'number' ? value : undefined,
    unit,
    missing: missing.join(' '),
  });
  return toCsv(
    ['option', 'target', 'name', 'title', 'value', 'unit', 'missing'],
    [
      ...options.flatMap(({ id, figures, targets: own }) => [
        ...Object.values(figures).map((figure) => line(id, '', figure)),
        ...targets.flatMap((target) =>
          Object.values(own[target.id] ?? {}).map((figure) => line(id, target.id, figure)),
        ),
      ]),
      ...[...breakdown, ...Object.values(breakEven.figures), ...Object.values(gap.model)].map(
        (figure) => line('asic', '', figure),
      ),
      ...Object.entries(envelope).flatMap(([option, { devices, tests }]) => [
        line(option, 'ethereum', devices),
        ...tests.map(({ id, value }) => line(option, `ethereum-${id}`, value)),
      ]),
    ],
  );
}
