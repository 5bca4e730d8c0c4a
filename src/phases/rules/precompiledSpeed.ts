import type { FigureRule } from '../types.ts';
import { bearing } from './bearing.ts';
import { onOneThread } from './threadSpeed.ts';

/**
 * Proved on one thread at most so many times slower than native, with precompiles only if these are
 * synthesised automatically and formally verified. Without any, a fast figure answers, and a slow one
 * does not: what such precompiles would bring is not in it.
 */
export const precompiledSpeed: FigureRule = (question, figure) => {
  const { precompiles } = figure;
  const said = onOneThread(
    question,
    figure,
    precompiles === 'none' || precompiles === 'verified',
    'its precompiles are not known to be synthesised and formally verified',
  );
  return said.outcome === 'not-met' && precompiles !== 'verified'
    ? bearing(
        'not-comparable',
        said.value,
        'too slow as it is, but measured without the precompiles that this milestone allows',
      )
    : said;
};
