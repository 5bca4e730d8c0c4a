import type { Comparison, Pair } from './compare.ts';

const HEAD = ['row', 'LUT', 'units.csv', '', 'FF', 'units.csv', '', 'gates (GE)'];

/** A comparison as lines for people: found, in the table, and how much more was found. */
export function comparisonText({ compared, missing }: Comparison): string {
  const lines = compared.map(({ id, lut, ff, gates_ge }) => [
    id,
    ...cells(lut),
    ...cells(ff),
    gates_ge === undefined ? '' : whole(gates_ge),
  ]);
  const widths = HEAD.map((head, i) =>
    Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)),
  );
  const padded = [HEAD, ...lines].map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const notes = missing.length > 0 ? [`not measured in this run: ${missing.join(', ')}`] : [];
  return `${[...padded, ...notes].join('\n')}\n`;
}

function cells({ found, table }: Pair): [string, string, string] {
  if (table === undefined) return [whole(found), '-', ''];
  return [whole(found), whole(table), change(found, table)];
}

function change(found: number, table: number): string {
  if (found === table) return '0 %';
  const percent = (found / table - 1) * 100;
  return Number.isFinite(percent) ? `${percent > 0 ? '+' : ''}${percent.toFixed(1)} %` : 'new';
}

function whole(value: number): string {
  return value.toLocaleString('en');
}
