import type { Dossier } from '../../../dossier/types.ts';
import type { BreakEvenRow } from '../../../studies/breakeven/breakEven.ts';
import {
  BREAK_EVEN_READING,
  BREAK_EVEN_RESOLUTION,
  breakEvenText,
  crossingRows,
  factorText,
} from '../../breakEvenText.ts';
import { outcomeText } from '../../format.ts';
import { titleOf, valueText } from '../../table/doubt/shared.ts';
import { ifWeakStudied } from '../../weakCore.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** What each input would have to be. */
export function breakEvenSection({ doubt }: Dossier, chart: Html): Html | undefined {
  if (doubt === null) return undefined;
  const { breakeven } = doubt;
  const { ratio, verdict, reach } = breakeven;
  const now = outcomeText(verdict.holdsAtBase ? 'pass' : 'fail');
  const rows = (all: readonly BreakEvenRow[]): (string | Html)[][] =>
    crossingRows(all).map((row) => {
      const { input, base, crossings } = row;
      const factor = crossings[0]?.factor;
      return [
        html`${titleOf(reach, input)}<small><code>${input}</code></small>`,
        valueText(reach, input, base),
        breakEvenText(
          row,
          reach.find(({ name }) => name === input),
        ),
        factor === undefined ? '' : `× ${factorText(factor)}`,
      ];
    });
  const columns = [
    { title: 'Input' },
    { title: 'Now', number: true },
    { title: 'Break-even', number: true },
    { title: 'Factor', number: true },
  ];
  const [meets, flips] = [rows(ratio.rows), rows(verdict.rows)];
  return html`<section id="break-even">
    <h2>What would have to change</h2>
    <p>
      Each input alone, everything else as it is. The verdict now:
      ${now}${ifWeakStudied(breakeven)}. An input that is not listed does not do it alone.
      ${BREAK_EVEN_RESOLUTION}
    </p>
    <p>${BREAK_EVEN_READING}</p>
    ${chart}
    <details>
      <summary>Inputs that bring the ratio to its limit: ${meets.length}</summary>
      ${table('Where the ratio meets its limit', columns, meets)}
    </details>
    <details>
      <summary>Inputs that flip the verdict: ${flips.length}</summary>
      ${table('Where the verdict flips', columns, flips)}
    </details>
  </section>`;
}
