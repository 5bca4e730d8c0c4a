import type { FigureRule } from '../types.ts';
import { onOneThread } from './threadSpeed.ts';

/**
 * Proved on one thread at most so many times slower than native, with precompiles only if these are
 * synthesised automatically and formally verified.
 */
export const precompiledSpeed: FigureRule = (question, figure) =>
  onOneThread(
    question,
    figure,
    figure.precompiles === 'none' || figure.precompiles === 'verified',
    'its precompiles are not known to be synthesised and formally verified',
  );
