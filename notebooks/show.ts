/**
 * Shows charts, tables and texts in a notebook: under `npm run notebooks`, in a Deno kernel, and as
 * text anywhere else.
 *
 * @module
 */
import { renderSvg, type Chart } from 'emuprove/report';

/** A result of a cell by media type, as notebooks have it. */
type Bundle = Readonly<Record<string, unknown>>;

/** What runs the notebook: our own runner, or Deno. */
interface Host {
  readonly notebookShow?: (data: Bundle) => void;
  readonly Deno?: {
    readonly jupyter?: {
      readonly display: (data: Bundle, options: { raw: boolean }) => Promise<void>;
    };
  };
}

async function show(data: Bundle): Promise<void> {
  const { notebookShow, Deno } = globalThis as Host;
  if (notebookShow !== undefined) notebookShow(data);
  else if (Deno?.jupyter !== undefined) await Deno.jupyter.display(data, { raw: true });
  else console.log(data['text/plain'] ?? data['text/markdown']);
}

/** Shows a chart: live where a front end knows Vega-Lite, drawn everywhere else. */
export async function showChart(chart: Chart | null): Promise<void> {
  if (chart === null) throw new Error('there is nothing to draw');
  await show({
    'application/vnd.vegalite.v5+json': chart.spec,
    'image/svg+xml': await renderSvg(chart),
    'text/plain': chart.title,
  });
}

/** Shows a table: the names of its columns, and rows of texts and numbers. */
export async function showTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const text = (cell: string | number | null | undefined): string =>
    typeof cell === 'number'
      ? numberOf(cell).toLocaleString('en-US')
      : (cell ?? '').replaceAll('|', '\\|');
  const align = columns.map((_, k) =>
    rows.some((row) => typeof row[k] === 'number') ? '--:' : '---',
  );
  await showText([columns, align, ...rows.map((row) => row.map(text))].map(line).join('\n'));
}

/** Shows Markdown. */
export async function showText(markdown: string): Promise<void> {
  await show({ 'text/markdown': markdown });
}

/**
 * A number for people, with three digits or without a fraction; `null` is `unknown`.
 *
 * @throws Error for anything else, so that no notebook calls unknown what it failed to find
 */
export function short(value: unknown): string {
  if (value === null) return 'unknown';
  const known = numberOf(value);
  const digits =
    Math.abs(known) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return known.toLocaleString('en-US', digits);
}

/**
 * A share as a percentage; `null` is a dash, as there is nothing that it could be a share of.
 *
 * @throws Error for anything else than a number
 */
export function percent(share: unknown): string {
  if (share === null) return '–';
  return `${(100 * numberOf(share)).toLocaleString('en-US', { maximumFractionDigits: 1 })} %`;
}

function numberOf(value: unknown): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  throw new Error(`there is no number to show but ${String(value)}: null says that it is unknown`);
}
