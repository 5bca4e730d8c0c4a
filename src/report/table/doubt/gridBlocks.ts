import type { GridReport, GridSide } from '../../../doubt/types.ts';
import { formatNumber, percentText, quantityText } from '../../format.ts';
import type { Block } from '../blocks.ts';

/** Columns and rows that a table has at most. */
const MOST = 9;

/** A grid for people: every few nodes, with a mark on those above the limit. */
export function gridBlocks(report: GridReport, head: Block[]): Block[] {
  const { x, y, ratio, passes, limit, isolines } = report;
  const known = passes.filter((pass) => pass !== null);
  const met = ratio.filter((value) => value !== null && value <= limit).length;
  const [columns, rows] = [some(x), some(y)];
  return [
    {
      kind: 'text',
      text: sentence(report, met / ratio.length, known.filter(Boolean).length / ratio.length),
    },
    ...head,
    {
      kind: 'heading',
      text: `The ratio over ${x.title} (across) and ${y.title} (down); * is above the limit of ${formatNumber(limit)}`,
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
          const value = ratio[j * x.nodes.length + i] ?? null;
          if (value === null) return 'none';
          return `${value > limit ? '*' : ''}${formatNumber(value, 3)}`;
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

function sentence({ ratio, isolines }: GridReport, met: number, passed: number): string {
  const none = ratio.every((value) => value === null);
  if (none) return 'The ratio has no value anywhere on the grid.';
  const some = `on ${percentText(met)} of the grid`;
  const all = met > 0 ? 'everywhere on the grid' : 'nowhere on the grid';
  const share = isolines.length > 0 || (met > 0 && met < 1) ? some : all;
  return `The ratio meets its limit ${share}; the whole verdict is a pass on ${percentText(passed)}.`;
}

/** Every few nodes, the first and the last among them. */
function some({ nodes }: GridSide): number[] {
  const step = Math.max(1, Math.ceil((nodes.length - 1) / (MOST - 1)));
  const picked = nodes.map((_, i) => i).filter((i) => i % step === 0);
  return picked.at(-1) === nodes.length - 1 ? picked : [...picked, nodes.length - 1];
}

/** A few points of the longest line, evenly among its points. */
function line({ isolines }: GridReport): (readonly [number, number])[] {
  const longest = isolines.reduce((a, b) => (b.points.length > a.points.length ? b : a));
  const { points } = longest;
  const step = Math.max(1, Math.ceil((points.length - 1) / (MOST - 1)));
  return points.filter((_, i) => i % step === 0 || i === points.length - 1);
}
