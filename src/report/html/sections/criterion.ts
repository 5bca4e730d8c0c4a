import type { EvaluationResult, Verdict } from '../../../result/types.ts';
import { comparedText, figureText, formatNumber, marginText, outcomeText } from '../../format.ts';
import { ifWeak } from '../../weakCore.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** The readings of the criterion, and the tests beside the ratio. */
export function criterionSection(result: EvaluationResult, chart: Html): Html {
  return html`<section id="criterion">
    <h2>The criterion</h2>
    ${chart} ${readingsTable(result)} ${testsTable(result)}
  </section>`;
}

function readingsTable(result: EvaluationResult): Html {
  const { readings, verdict } = result;
  const weak = ifWeak(result);
  return table(
    `Readings of the criterion; the limit is ${formatNumber(verdict.limit)}`,
    [{ title: 'Reading' }, { title: 'Value', number: true }, { title: 'Outcome' }],
    readings.map((reading) => [
      html`<strong>${reading.id.replaceAll('_', ' ')}</strong>:
        ${reading.title}${reading.id === verdict.reading ? ' (this verdict)' : ''}<small
          >${reading.remark}</small
        >`,
      html`${figureText(reading.value)}<small
          >whole devices: ${figureText(reading.integer)}</small
        >`,
      html`${outcome(reading.outcome)}${reading.id === verdict.reading && reading.outcome === 'pass' ? weak : ''}<small
          >ratio alone: ${outcomeText(reading.ratioOutcome)},
          ${marginText(numberIn(reading.margin.value))}</small
        >`,
    ]),
  );
}

function testsTable({ tests }: EvaluationResult): Html {
  return table(
    'Tests beside the ratio',
    [
      { title: 'Test' },
      { title: 'Value', number: true },
      { title: 'Limit', number: true },
      { title: 'Outcome' },
    ],
    tests.map((test) => {
      const [value, limit] = comparedText(test.value, test.limit);
      return [
        test.title,
        value,
        limit,
        html`${outcome(test.outcome)}<small>${marginText(test.margin)}</small>`,
      ];
    }),
  );
}

function outcome(verdict: Verdict): Html {
  return html`<span class="${verdict}">${outcomeText(verdict)}</span>`;
}

function numberIn(value: number | boolean | null): number | null {
  return typeof value === 'number' ? value : null;
}
