import type { GridReport, GridSide, QuantityGridReport } from '../../../doubt/types.ts';
import { percentText, quantityText } from '../../format.ts';
import { measureOf, type Measure } from '../../measure.ts';
import type { Block } from '../blocks.ts';

/** Columns and rows that a table has at most. */
const MOST = 9;

/** A grid for people: every few nodes, with a mark on those above the limit. */
export function gridBlocks(report: GridReport | QuantityGridReport, head: Block[]): Block[] {
  const { x, y, isolines } = report;
  const measure = measureOf(report);
  const { name, limit, text, shown } = measure;
  const values = valuesOf(report);
  const [columns, rows] = [some(x), some(y)];
  const mark = limit === undefined ? '' : `; * is above the limit of ${text(limit)}`;
  return [
    { kind: 'text', text: sentence(report, measure) },
    ...head,
    {
      kind: 'heading',
      text: `The ${name} over ${x.title} (across) and ${y.title} (down)${mark}`,
    },
    {
      kind: 'table',
      columns: [
        { title: '', align: 'right' },
        ...columns.map((i) => ({
          title: quantityText(x.nodes[i] ?? NaN, x.display, 3),
          align: 'right' as const,
        })),
      ],
      rows: rows.map((j) => [
        quantityText(y.nodes[j] ?? NaN, y.display, 3),
        ...columns.map((i) => {
          const value = values[j * x.nodes.length + i] ?? null;
          if (value === null) return 'none';
          const number = shown(value);
          return `${number > (limit ?? Infinity) ? '*' : ''}${text(number)}`;
        }),
      ]),
    },
    ...(isolines.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { title: x.name, align: 'right' as const },
              { title: `${y.name} at the limit`, align: 'right' as const },
            ],
            rows: line(report).map(([a, b]) => [
              quantityText(a, x.display),
              quantityText(b, y.display),
            ]),
          },
        ]
      : []),
    {
      kind: 'text',
      text: `${x.nodes.length} by ${y.nodes.length} nodes, ${x.spacing} by ${y.spacing}; everything else as it is, without doubt.`,
    },
  ];
}

function valuesOf(report: GridReport | QuantityGridReport): readonly (number | null)[] {
  return report.kind === 'grid' ? report.ratio : report.values;
}

function sentence(
  report: GridReport | QuantityGridReport,
  { name, limit, text, shown }: Measure,
): string {
  const values = valuesOf(report);
  const { isolines } = report;
  const found = values.flatMap((value) => (value === null ? [] : [shown(value)]));
  if (found.length === 0) return `The ${name} has no value anywhere on the grid.`;
  if (limit === undefined) {
    const [least, most] = [Math.min(...found), Math.max(...found)];
    return `The ${name} is between ${text(least)} and ${text(most)} on the grid.`;
  }
  const met = found.filter((value) => value <= limit).length / values.length;
  const some = `on ${percentText(met)} of the grid`;
  const all = met > 0 ? 'everywhere on the grid' : 'nowhere on the grid';
  const share = isolines.length > 0 || (met > 0 && met < 1) ? some : all;
  if (report.kind === 'quantity-grid')
    return `The ${name} meets its limit of ${text(limit)} ${share}.`;
  const passed = report.passes.filter((pass) => pass === true).length / values.length;
  return `The ratio meets its limit ${share}; the whole verdict is a pass on ${percentText(passed)}.`;
}

/** Every few nodes, the first and the last among them. */
function some({ nodes }: GridSide): number[] {
  const step = Math.max(1, Math.ceil((nodes.length - 1) / (MOST - 1)));
  const picked = nodes.map((_, i) => i).filter((i) => i % step === 0);
  return picked.at(-1) === nodes.length - 1 ? picked : [...picked, nodes.length - 1];
}

/** A few points of the longest line, evenly among its points. */
function line({ isolines }: Pick<GridReport, 'isolines'>): (readonly [number, number])[] {
  const longest = isolines.reduce((a, b) => (b.points.length > a.points.length ? b : a));
  const { points } = longest;
  const step = Math.max(1, Math.ceil((points.length - 1) / (MOST - 1)));
  return points.filter((_, i) => i % step === 0 || i === points.length - 1);
}
