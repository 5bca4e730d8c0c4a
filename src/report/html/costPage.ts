import type { CostResult } from '../../cost/types.ts';
import { costBreakdownChart } from '../charts/costBreakdown.ts';
import { costNodesChart } from '../charts/costNodes.ts';
import { costPowerChart } from '../charts/costPower.ts';
import { costVolumeChart } from '../charts/costVolume.ts';
import type { Block } from '../table/blocks.ts';
import {
  breakEvenTable,
  comparison,
  costHeadline,
  envelopeTable,
  figuresTable,
  inputsTable,
  notes,
  overheads,
  target,
  volumeText,
} from '../table/costBlocks.ts';
import { gapTable } from '../table/costGap.ts';
import { chartFigure } from './chartFigure.ts';
import { documentOf } from './document.ts';
import { html, type Html } from './html.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';

/**
 * Costs as one HTML file that needs nothing else and no network.
 *
 * @example
 * import { cost, loadBuiltin, resolveScenario } from 'emuprove';
 * import { renderCostHtml } from 'emuprove/report';
 *
 * const scenario = resolveScenario(await loadBuiltin(), { set: { price: 6000 } });
 * const page = await renderCostHtml(cost(scenario));
 * console.log(page.startsWith('<!doctype html>')); // true
 */
export async function renderCostHtml(result: CostResult): Promise<string> {
  const { options, targets, breakdown, gap, scenario } = result;
  return documentOf({
    title: 'Cost and energy',
    version: result.tool.version,
    style: STYLE,
    header: html`<header>
      <h1>Cost and energy of proving: ${scenario.title}</h1>
      <p>${costHeadline(result)}</p>
    </header>`,
    sections: [
      section('side-by-side', 'Proving 10⁹ instructions', [
        tableOf('Cost and energy', comparison(options)),
        html`<h3>Overhead: proving over running</h3>`,
        tableOf('Overhead', overheads(options)),
        await chartFigure((layout) => costBreakdownChart(result, layout), false),
      ]),
      section('real-time', 'In real time', [
        ...targets.map(
          ({ id, title }) =>
            html`<h3>${title}</h3>
              ${tableOf(title, target(options, id))}`,
        ),
        await chartFigure((layout) => costPowerChart(result, layout), false),
      ]),
      section('asic', 'From which volume an ASIC is cheaper', [
        html`<p>${volumeText(result)}</p>`,
        tableOf('One ASIC', figuresTable(breakdown)),
        tableOf('Break-even', breakEvenTable(result)),
        await chartFigure((layout) => costVolumeChart(result, layout), false),
        await chartFigure((layout) => costNodesChart(result, layout), false),
      ]),
      section('gap', 'FPGA over ASIC', [
        html`<p>What an FPGA takes over an ASIC in the same process, factor by factor.</p>`,
        tableOf('FPGA over ASIC', gapTable(gap)),
      ]),
      section('ethereum', 'Ethereum at home', [
        html`<p>
          What the Ethereum Foundation asks of real-time proving: 99 % of blocks in time, with the
          power, price, size and security below.
        </p>`,
        tableOf('Ethereum at home', envelopeTable(result)),
      ]),
      section('prices', 'Prices and assumptions', [
        tableOf('What the costs rest on, beside the rates', inputsTable(result)),
        html`<ul>
          ${notes(result).map((text) => html`<li>${text}</li>`)}
        </ul>`,
      ]),
    ],
    result,
  });
}

function section(id: string, heading: string, parts: readonly Html[]): Html {
  return html`<section id="${id}">
    <h2>${heading}</h2>
    ${parts}
  </section>`;
}

function tableOf(caption: string, { columns, rows }: Block & { kind: 'table' }): Html {
  return table(
    caption,
    columns.map(({ title, align }) => ({ title, number: align === 'right' })),
    rows,
  );
}
