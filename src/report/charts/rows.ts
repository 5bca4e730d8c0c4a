import { textWidth } from '../render/textMetrics.ts';
import type { Layout } from './chart.ts';
import { fitText } from './fitText.ts';
import { haloText } from './halo.ts';
import { INK, WIDTH } from './theme.ts';

/** What a row of a chart is called. */
export interface RowName {
  readonly name: string;
  /** A second line, in a smaller font. */
  readonly note?: string;
}

/** Rows of a chart laid out: their names beside the plot, or above each row on a phone. */
export interface Rows {
  /** Keys of the rows for the field `row`: two rows may have the same name. */
  readonly keys: readonly string[];
  /** Width of the plot in pixels. */
  readonly width: number;
  readonly height: { readonly step: number };
  /** Encoding of the rows. */
  readonly y: object;
  /** Pixels by which marks lie below the middle of their row. */
  readonly offset: number;
  /** Layers with the names. */
  readonly names: readonly object[];
}

const NAME = { fontSize: 12 } as const;
const NOTE = { fontSize: 11 } as const;

/** The names take no more than this beside the plot. */
const MOST_NAME = 300;

/** Pixels between the names and the plot. */
const MARGIN = 12;

/**
 * Lays out the rows of a chart.
 *
 * @param right pixels to keep free at the right of the plot
 */
export function rowsOf(names: readonly RowName[], layout: Layout, right = 16): Rows {
  const above = layout === 'narrow';
  const noted = names.some(({ note }) => note !== undefined);
  const most = above ? WIDTH.narrow - 24 : MOST_NAME;
  const rows = names.map(({ name, note = '' }, i) => ({
    row: `${i}`,
    name: fitText(name, most, NAME),
    note: fitText(note, most, NOTE),
  }));
  const widest = Math.max(
    0,
    ...rows.map(({ name, note }) => Math.max(textWidth(name, NAME), textWidth(note, NOTE))),
  );
  const width = Math.floor(
    above ? WIDTH.narrow - 24 - right : WIDTH.wide - widest - MARGIN - 16 - right,
  );
  const keys = rows.map(({ row }) => row);
  const y = { field: 'row', type: 'nominal', sort: keys, axis: null, title: null };
  const place = above ? { align: 'left', x: 0 } : { align: 'right', x: -MARGIN };
  const lines = above ? (noted ? [-17, -2] : [-11]) : noted ? [-7, 8] : [0];
  const layer = (field: 'name' | 'note', dy: number): object[] => {
    const mark = {
      ...place,
      ...(field === 'name' ? NAME : NOTE),
      yOffset: dy,
      color: field === 'name' ? INK.text : INK.muted,
    };
    const rest = {
      data: { values: rows.map((row) => ({ row: row.row, [field]: row[field] })) },
      encoding: { y, text: { field } },
    };
    return above ? haloText(mark, rest) : [{ ...rest, mark: { type: 'text', ...mark } }];
  };
  return {
    keys,
    width,
    height: { step: above ? (noted ? 56 : 42) : noted ? 38 : 30 },
    y,
    offset: above ? (noted ? 15 : 9) : 0,
    names: [...layer('name', lines[0] ?? 0), ...(noted ? layer('note', lines[1] ?? 0) : [])],
  };
}
