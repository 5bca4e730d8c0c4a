import type { FigureRule } from '../types.ts';
import { plain } from '../words.ts';
import { bearing, SILENT } from './bearing.ts';
import { threadSpeed } from './threadSpeed.ts';

/**
 * Memory below a limit, at the speed of Speed 1 and with zero knowledge: all three in one figure, so
 * that a figure which is too slow answers as well.
 */
export const threadMemory: FigureRule = (question, figure) => {
  const limit = question.milestone.limits['memory_gb'];
  const { memoryGb, zeroKnowledge, scope } = figure;
  const speed = threadSpeed(question, figure);
  if (limit === undefined || scope === 'audit') return SILENT;
  if (speed.outcome === 'not-met')
    return bearing('not-met', speed.value, `too slow for Speed 1: ${speed.why}`);
  if (memoryGb === undefined) return SILENT;
  const value = memoryGb < 1 ? `${plain(memoryGb * 1000)} MB` : `${plain(memoryGb)} GB`;
  if (figure.processor !== 'cpu')
    return bearing('not-comparable', value, 'not the memory of a prover on a CPU');
  if (memoryGb >= limit)
    return bearing(
      'not-comparable',
      value,
      'above the limit as configured; a smaller segment takes less',
    );
  if (speed.outcome !== 'met')
    return bearing(
      speed.outcome === 'open' ? 'open' : 'not-comparable',
      value,
      `the speed beside it does not answer for Speed 1: ${speed.why || 'none is published'}`,
    );
  if (zeroKnowledge !== 'yes')
    return bearing(
      'open',
      value,
      zeroKnowledge === 'no' ? 'without zero knowledge' : 'not said to be zero-knowledge',
    );
  return bearing('met', value, 'at the speed of Speed 1 and with zero knowledge');
};
