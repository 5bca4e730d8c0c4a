import type { Chart, ChartTable, Layout } from '../charts/chart.ts';
import { percentText, quantityText } from '../format.ts';
import { renderSvg, type SvgOptions } from '../render/svg.ts';
import { html, trusted, type Html } from './html.ts';
import { table } from './table.ts';

/** Draws a chart as SVG. */
export type DrawSvg = (chart: Chart, options: SvgOptions) => Promise<string>;

/** How a figure has the drawing of a layout: it says the title itself. */
export function figureOptions(layout: Layout): SvgOptions {
  return { title: false, idSuffix: layout === 'wide' ? '' : '-narrow' };
}

/**
 * A chart in a page: its finding, drawn once for wide pages and once for phones, and its data.
 * Scaling one drawing down to a phone would make its text too small to read.
 *
 * @param compact whether it is drawn once only, in a box that scrolls where it is too wide
 * @param draw draws it
 */
export async function chartFigure(
  build: (layout: Layout) => Chart | null,
  compact: boolean,
  draw: DrawSvg = renderSvg,
): Promise<Html> {
  const [wide, narrow] = [build('wide'), compact ? null : build('narrow')];
  if (wide === null) {
    return html`<p class="missing">Not drawn: what the chart would show is not known.</p>`;
  }
  const drawn = async (chart: Chart, layout: Layout): Promise<Html> =>
    trusted(await draw(chart, figureOptions(layout)));
  return html`<figure id="figure-${wide.id}">
    <figcaption><h3>${wide.title.replace(/ (?=%)/g, '\u00a0')}</h3></figcaption>
    ${
      narrow === null
        ? html`<div class="chart" role="region" aria-label="${wide.title}" tabindex="0">
            ${await drawn(wide, 'wide')}
          </div>`
        : html`<div class="chart wide">${await drawn(wide, 'wide')}</div>
            <div class="chart narrow">${await drawn(narrow, 'narrow')}</div>`
    }
    <p><small>${wide.description}</small></p>
    ${dataOf(wide, compact)}
  </figure>`;
}

/** More rows than this are no reading matter. */
const MOST_ROWS = 150;

/** In a page that has to be small, of a table whose first rows matter most. */
const FIRST_ROWS = 25;

function dataOf({ title, table: data }: Chart, compact: boolean): Html {
  const { length } = data.rows;
  if (length > MOST_ROWS) {
    return html`<p>
      <small
        >The ${length} rows behind the chart are in the embedded result;
        <code>emuprove report --out report.csv</code> writes them as a table.</small
      >
    </p>`;
  }
  const shown = compact && data.ranked === true ? data.rows.slice(0, FIRST_ROWS) : data.rows;
  const more = length - shown.length;
  return html`<details>
    <summary>Data of the chart</summary>
    ${dataTable(title, { ...data, rows: shown })}
    ${more === 0 ? '' : html`<p><small>${more} more, which matter less, are in the embedded result.</small></p>`}
  </details>`;
}

function dataTable(title: string, { columns, rows }: ChartTable): Html {
  return table(
    title,
    columns.map((column) => ({ title: column.title, number: column.unit !== undefined })),
    rows.map((row) => row.map((cell, i) => cellText(cell, columns[i]))),
  );
}

function cellText(
  cell: string | number | null,
  column: ChartTable['columns'][number] | undefined,
): string {
  if (cell === null) return 'not known';
  if (typeof cell === 'string') return cell;
  if (column?.title.startsWith('Share') === true) return cell === 0 ? '–' : percentText(cell);
  return quantityText(cell, { unit: column?.unit ?? '1', scale: 1 });
}
