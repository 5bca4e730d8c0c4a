import type { EvaluationResult } from '../../../result/types.ts';
import { formatNumber, siText } from '../../format.ts';
import { html, type Html } from '../html.ts';
import { table } from '../table.ts';

/** Whether a stronger core on the native side would change the verdict. */
export function rivalsSection({ rival, scenario, verdict }: EvaluationResult): Html {
  const { overhead } = rival;
  const finding =
    overhead === null
      ? 'The overhead against the best of them is not known.'
      : `Against the best of them the overhead is ${formatNumber(overhead)}, ${overhead <= verdict.limit ? 'within' : 'above'} the limit of ${formatNumber(verdict.limit)}.`;
  return html`<section id="rivals">
    <h2>The best native rivals</h2>
    <p>
      A prover that is compared only with a weak core has not passed. ${finding} ${rival.compared}
      cores were compared on this device; of ${rival.unknown} more the rate is not known.
    </p>
    ${table(
      'Native cores of this device, best first',
      [{ title: 'Core' }, { title: 'Cores', number: true }, { title: 'Native rate', number: true }],
      rival.best.map(({ design, name, cores, nativeRate }) => [
        html`${name} <code>${design}</code>${design === scenario.core ? ' (this scenario)' : ''}`,
        formatNumber(cores),
        `${siText(nativeRate)} cycle/s`,
      ]),
    )}
  </section>`;
}
