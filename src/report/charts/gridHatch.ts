import type { GridReport } from '../../doubt/types.ts';
import { textWidth } from '../render/textMetrics.ts';
import { fitText } from './fitText.ts';
import type { CellGrid } from './gridCells.ts';
import { INK } from './theme.ts';

/** What fails, by the key of its test, after `fails`. */
const FAILS: Readonly<Record<string, string>> = {
  proof_passes: 'by the size of the proof',
  verify_passes: 'by the time of the verifier',
  latency_passes: 'by the latency',
  memory_passes: 'for want of memory',
};

/** Height of a line of the key. */
const LINE = 20;

/** What makes the verdict fail where the ratio does not: `fails against serv-tile`. */
export function alsoFailsText({ alsoFails }: GridReport): string {
  const texts = alsoFails.map(
    ({ test, core }) => FAILS[test] ?? `against ${core ?? 'a faster core of the device'}`,
  );
  return `fails ${texts.join(' or ')}`;
}

/** Lines from corner to corner of the cells in which the ratio meets its limit and the verdict does not. */
export function hatchOf({ x, y, rows }: CellGrid): {
  x: number | undefined;
  y: number | undefined;
  line: number;
  order: number;
}[] {
  const columns = rows[0]?.length ?? 0;
  let line = 0;
  return Array.from({ length: columns + rows.length - 1 }, (_, k) => k - rows.length + 1).flatMap(
    (offset) => {
      line++;
      return rows.flatMap((row, j) => {
        if (row[j + offset]?.region !== 'within') return [];
        // A diagonal that leaves the region and comes back is two lines.
        const before = j > 0 && rows[j - 1]?.[j - 1 + offset]?.region === 'within';
        if (!before) line++;
        return [...(before ? [] : [0]), 1].map((end) => ({
          x: x.edges[j + offset + end],
          y: y.edges[j + end],
          line,
          order: j + end,
        }));
      });
    },
  );
}

/** What a key has to say. */
export interface HatchKey {
  /** The limit as a text, where a line is drawn. */
  readonly line: string | undefined;
  /** What fails where cells are hatched; nothing for a quantity, which has no other test. */
  readonly fails: string | undefined;
}

/** What the line and the hatched cells are, one below the other; null where there is neither. */
export function hatchKey({ line, fails }: HatchKey, grid: CellGrid, width: number): object | null {
  const hatched = grid.rows.flat().some(({ region }) => region === 'within');
  const beyond = fails === undefined ? 'it is above' : 'the ratio fails';
  const entries = [
    ...(line === undefined
      ? []
      : [
          {
            hatch: false,
            texts: [
              `${line}, the limit: on the orange side ${beyond}`,
              `limit ${line}: orange ${fails === undefined ? 'is above' : 'fails'}`,
            ],
          },
        ]),
    ...(hatched && fails !== undefined
      ? [{ hatch: true, texts: [`within ${line ?? 'the limit'}, but ${fails}`, fails] }]
      : []),
  ];
  if (entries.length === 0) return null;
  const strokes = entries.flatMap(({ hatch }, i) => {
    const middle = i * LINE + LINE / 2;
    return hatch
      ? [0, 6, 12, 18].map((left) => ({ x: left, x2: left + 10, y: middle + 5, y2: middle - 5 }))
      : [{ x: 0, x2: 28, y: middle, y2: middle, thick: true }];
  });
  const plain = (field: string): object => ({
    field,
    type: 'quantitative',
    scale: null,
    axis: null,
  });
  return {
    width,
    height: entries.length * LINE,
    view: { stroke: null },
    layer: [
      {
        data: { values: strokes },
        mark: { type: 'rule', color: INK.text },
        encoding: {
          x: plain('x'),
          x2: { field: 'x2' },
          y: plain('y'),
          y2: { field: 'y2' },
          strokeWidth: { condition: { test: 'datum.thick', value: 2 }, value: 1 },
        },
      },
      {
        data: {
          values: entries.map(({ texts }, i) => ({
            text: shortened(texts, width - 36),
            y: i * LINE + LINE / 2,
          })),
        },
        mark: { type: 'text', align: 'left', baseline: 'middle', fontSize: 12, color: INK.text },
        encoding: { x: { value: 36 }, y: plain('y'), text: { field: 'text' } },
      },
    ],
  };
}

/** The first text that has room, else the last one cut. */
function shortened(texts: readonly string[], width: number): string {
  const style = { fontSize: 12 };
  const fitting = texts.find((text) => textWidth(text, style) <= width);
  return fitting ?? fitText(texts.at(-1) ?? '', width, style);
}
