import type { EvaluationResult } from '../../../result/types.ts';
import { formatNumber } from '../../format.ts';
import { html, type Html } from '../html.ts';

/** What has to be known to read the rest. */
export function howToReadSection({ verdict }: EvaluationResult): Html {
  return html`<section id="how-to-read">
    <h2>How to read this</h2>
    <ul>
      <li>
        The question: how many FPGAs does it take to <strong>prove</strong>, in real time, the
        RISC-V instructions that one FPGA <strong>runs</strong> as an array of soft cores? The
        criterion allows ${formatNumber(verdict.limit)}.
      </li>
      <li>
        A <em>cycle</em> is one retired guest instruction; a <em>clock</em> is one clock of the
        hardware. Both sides use the same device, the same utilisation and the same clock curve.
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
