import type { Bearing, FigureRule, PublishedFigure, Question } from '../types.ts';
import { plain, rateText } from '../words.ts';
import { bearing, SILENT } from './bearing.ts';

/**
 * Proved on one thread, without precompiles, at most so many times slower than native. A machine
 * of several threads answers only downwards: one of its threads is not faster than all of them.
 */
export const threadSpeed: FigureRule = (question, figure) =>
  onOneThread(question, figure, figure.precompiles === 'none', 'with precompiles or perhaps so');

/**
 * The same for a workload that may be accelerated.
 *
 * @param allowed whether the milestone allows for the precompiles of the figure
 * @param instead what the workload is where it does not
 */
export function onOneThread(
  { milestone, system, nativeRate }: Question,
  figure: PublishedFigure,
  allowed: boolean,
  instead: string,
): Bearing {
  const overhead = milestone.limits['overhead'];
  const { scope, processor, cyclesPerS, threads, programs, hardware, counts, bound } = figure;
  if (overhead === undefined || cyclesPerS === undefined || scope === 'audit') return SILENT;
  const value = `${bound === 'at-least' ? 'over ' : ''}${rateText(cyclesPerS)}`;
  const needed = nativeRate / overhead;
  const not = (why: string): Bearing => bearing('not-comparable', value, why);
  if (scope === 'experiment') return not('of a variant that is not released');
  if (system.isa !== 'risc-v') return not('its instructions are not those of RISC-V');
  if (processor !== 'cpu') {
    const { devices } = figure;
    const named = processor === 'fpga' ? 'an FPGA' : 'a GPU';
    return not(
      devices !== undefined && devices > 1
        ? `${devices} devices do not answer for one thread`
        : `${named} does not answer for one thread`,
    );
  }
  if (hardware === undefined) return not('the machine is not stated');
  const below = cyclesPerS < needed && bound !== 'at-least';
  // A row costs the same whatever it holds, so that rows bound instructions from above.
  if (below && (allowed || counts === 'rows')) {
    const what = counts === 'rows' ? 'rows of the trace' : 'instructions';
    const how =
      threads === 1
        ? 'on one thread'
        : threads === undefined
          ? 'even on all threads'
          : `even on ${threads} threads`;
    return bearing('not-met', value, `below the ${rateText(needed)} needed, ${how} (${what})`);
  }
  if (!allowed) return not(instead);
  if (threads !== 1)
    return not(
      threads === undefined
        ? 'the number of threads is not stated'
        : `${plain(threads)} threads do not answer for one`,
    );
  if (scope !== 'final') return bearing('open', value, 'fast enough before recursion');
  if (counts === 'rows') return not('padded rows are counted, not instructions');
  if (cyclesPerS < needed) return bearing('open', value, 'the source only gives a lower bound');
  if (programs !== 'several') return bearing('open', value, 'fast enough on one program only');
  return bearing('met', value, `at least the ${rateText(needed)} needed, on one thread`);
}
