import type { EvaluationResult } from '../../../result/types.ts';
import { formatNumber } from '../../format.ts';
import { html, type Html } from '../html.ts';

/** What has to be known to read the rest. */
export function howToReadSection({ verdict, scenario }: EvaluationResult): Html {
  const asic = scenario.technology !== undefined;
  return html`<section id="how-to-read">
    <h2>How to read this</h2>
    <ul>
      <li>
        The question: how many ${asic ? 'chips' : 'FPGAs'} does it take to <strong>prove</strong>,
        in real time, the RISC-V instructions that one ${asic ? 'of them' : 'FPGA'}
        <strong>runs</strong> as an array of ${asic ? '' : 'soft '}cores? The criterion allows
        ${formatNumber(verdict.limit)}.
      </li>
      <li>
        A <em>cycle</em> is one retired guest instruction; a <em>clock</em> is one clock of the
        hardware. Both sides use the same
        device${
          asic
            ? html` and the same utilisation. The size of a chip is a free choice, so that the ratio
              is one of areas`
            : html`, the same utilisation and the same clock curve`
        }.
      </li>
      <li>
        Every input states how it was obtained, from weak to strong: assumed, analytic, synthesis,
        routed, measured. The result is as good as the weak inputs that matter.
      </li>
      <li>
        Figures are rounded for reading; the unrounded result is embedded in this file.
        <code>emuprove explain QUANTITY</code> derives any of them.
      </li>
    </ul>
  </section>`;
}
