import type { FigureRule } from '../types.ts';
import { plain } from '../words.ts';
import { bearing, SILENT } from './bearing.ts';

/**
 * Verifying takes no longer than running the program natively, at the article's rate. Work inside
 * precompiles is not in the count of instructions, which only makes native execution look faster. A
 * verifier that is slower on a short statement says nothing about long ones.
 */
export const verifierBelowNative: FigureRule = ({ milestone, system, nativeRate }, figure) => {
  const limit = milestone.limits['native_ratio'];
  const { scope, cycles, verifyMs } = figure;
  if (scope !== 'final' || limit === undefined || cycles === undefined || verifyMs === undefined)
    return SILENT;
  const nativeMs = (cycles / nativeRate) * 1000;
  const value = `${plain(verifyMs)} ms to ${plain(nativeMs)} ms`;
  if (system.isa !== 'risc-v')
    return bearing('not-comparable', value, 'its instructions are not those of RISC-V');
  // Rows of a trace hold padding, which nobody runs natively.
  if (figure.counts === 'rows')
    return bearing('not-comparable', value, 'padded rows are counted, not instructions');
  if (verifyMs <= limit * nativeMs)
    return bearing('met', value, `verifying is faster than running ${plain(cycles)} instructions`);
  const needed = (verifyMs / 1000 / limit) * nativeRate;
  return bearing(
    'not-comparable',
    value,
    `a statement of ${plain(cycles)} instructions is too short to tell; this time is what ${plain(needed)} take natively`,
  );
};
