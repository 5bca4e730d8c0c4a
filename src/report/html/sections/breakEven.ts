import type { Dossier } from '../../../dossier/types.ts';
import type { BreakEvenRow } from '../../../studies/breakeven/breakEven.ts';
import { formatNumber, outcomeText } from '../../format.ts';
import { titleOf, valueText } from '../../table/doubt/shared.ts';
import { ifWeakNoted } from '../../weakCore.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** What each input would have to be. */
export function breakEvenSection({ doubt }: Dossier, chart: Html): Html | undefined {
  if (doubt === null) return undefined;
  const { breakeven } = doubt;
  const { ratio, verdict, reach } = breakeven;
  const now = outcomeText(verdict.holdsAtBase ? 'pass' : 'fail');
  const rows = (all: readonly BreakEvenRow[]): (string | Html)[][] =>
    all
      .filter(({ status }) => status === 'crosses')
      .sort((a, b) => distance(a) - distance(b))
      .map(({ input, base, crossings: [nearest] }) => [
        html`${titleOf(reach, input)}<small><code>${input}</code></small>`,
        valueText(reach, input, base),
        nearest === undefined ? '' : valueText(reach, input, nearest.value),
        nearest?.factor === undefined ? '' : `× ${formatNumber(nearest.factor)}`,
      ]);
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
      Each input alone, from a thousandth to a thousand times what it is as far as that makes sense,
      everything else as it is. The verdict now: ${now}${ifWeakNoted(breakeven)}. An input that is
      not listed does not do it alone.
    </p>
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

function distance({ crossings: [first] }: BreakEvenRow): number {
  return Math.abs(Math.log(first?.factor ?? Infinity));
}
