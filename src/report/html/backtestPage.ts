import type { BacktestResult, BacktestRow, KindSummary } from '../../backtest/types.ts';
import { backtestErrorChart } from '../charts/backtestError.ts';
import { backtestScatterChart } from '../charts/backtestScatter.ts';
import { cells, headline, summaryTable } from '../table/backtestBlocks.ts';
import { chartFigure } from './chartFigure.ts';
import { documentOf } from './document.ts';
import { html, type Html } from './html.ts';
import { links } from './links.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';

/**
 * A backtest as one HTML file that needs nothing else and no network.
 *
 * @example
 * import { backtest, loadBuiltin } from 'emuprove';
 * import { renderBacktestHtml } from 'emuprove/report';
 *
 * const page = await renderBacktestHtml(backtest(await loadBuiltin(), { kind: 'cores_serv' }));
 * console.log(page.startsWith('<!doctype html>')); // true
 */
export async function renderBacktestHtml(result: BacktestResult): Promise<string> {
  const { columns, rows } = summaryTable(result.kinds);
  return documentOf({
    title: 'Backtest',
    version: result.tool.version,
    style: STYLE,
    header: html`<header>
      <h1>Backtest: the model against what others have published</h1>
      <p>${headline(result)}</p>
    </header>`,
    sections: [
      html`<section id="kinds">
        <h2>How well each kind is predicted</h2>
        <p>
          Only test rows count: no input of the model was taken from them. The ratio is predicted
          over published; the error is the factor by which a prediction is off, as a geometric mean,
          and what nine rows in ten stay within.
        </p>
        ${table(
          'Kinds',
          columns.map(({ title, align }) => ({ title, number: align === 'right' })),
          rows,
        )}
        ${await chartFigure((layout) => backtestErrorChart(result, layout), false)}
        ${await chartFigure((layout) => backtestScatterChart(result, layout), false)}
      </section>`,
      ...result.kinds.map((kind) => kindSection(kind, result.rows)),
    ],
    result,
  });
}

const STATUSES: Readonly<Record<BacktestRow['status'], string>> = {
  test: 'test',
  calibration: 'calibration',
  bound: 'bound',
  'not-predicted': 'not predicted',
};

function kindSection(kind: KindSummary, rows: readonly BacktestRow[]): Html {
  const own = rows.filter((row) => row.kind === kind.kind);
  return html`<section id="kind-${kind.kind.replace(/_/g, '-')}">
    <h2>${kind.title.charAt(0).toUpperCase() + kind.title.slice(1)}</h2>
    <p>${kind.meaning}</p>
    ${table(
      kind.kind,
      [
        { title: 'Row' },
        { title: 'Predicted', number: true },
        { title: 'Band', number: true },
        { title: 'Published', number: true },
        { title: 'Ratio', number: true },
        { title: 'Status' },
      ],
      own.map((row) => {
        const [, predicted = '', band = '', published = '', ratio = ''] = cells(row);
        return [what(row), predicted, unbroken(band), unbroken(published), ratio, statusText(row)];
      }),
    )}
  </section>`;
}

/** Numbers and their units belong on one line. */
function unbroken(text: string): string {
  return text.replace(/ /g, '\u00a0');
}

function statusText({ status, prediction }: BacktestRow): string {
  if (prediction === null || prediction.inBand === null) return STATUSES[status];
  return `${STATUSES[status]}, ${prediction.inBand ? 'in band' : 'outside'}`;
}

/** What a row is and why it has no prediction; where it comes from is a click away. */
function what(row: BacktestRow): Html {
  const { id, system, title, reason, calibrates, boundedBy, tool, source, url, date, note } = row;
  const more = [
    boundedBy === undefined ? undefined : `what bounded it: ${boundedBy}`,
    tool,
    note,
    `source: ${source}${date === undefined ? '' : `, ${date}`}`,
  ].filter((part) => part !== undefined);
  const why =
    reason === undefined
      ? calibrates === undefined
        ? ''
        : `; calibrates ${calibrates}`
      : `; not predicted: ${reason}`;
  return html`<details>
    <summary>${id} <small>${system}: ${title}${why}</small></summary>
    <small>${more.join('; ')}${links(url)}</small>
  </details>`;
}
