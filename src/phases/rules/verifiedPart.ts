import type { FigureRule } from '../types.ts';
import { bearing, SILENT } from './bearing.ts';

/** Parts of a system from the first to be verified to the last. */
const ORDER = ['instructions', 'protocol', 'verifier', 'prover'] as const;

/**
 * A part of the system is formally verified as a whole, and so is everything before it. It is not only
 * where the maker says so of this very part: what a source leaves out, somebody else may have done.
 */
export const verifiedPart: FigureRule = ({ milestone }, figure) => {
  const { scope, verified, unverified, unverifiedPart } = figure;
  const wanted = ORDER.findIndex((part) => part === milestone.part);
  const reached = ORDER.findIndex((part) => part === verified);
  if (scope !== 'audit' || wanted < 0 || reached < 0) return SILENT;
  const value = verified ?? '';
  if (reached >= wanted) return bearing('met', value, 'formally verified');
  const left = unverified === undefined ? '' : `: ${unverified}`;
  if (unverifiedPart === milestone.part)
    return bearing('not-met', value, `its maker says that the ${milestone.part} is not yet${left}`);
  return bearing(
    'open',
    value,
    unverifiedPart === undefined
      ? `the source is about this part only${left}`
      : `its maker says that the ${unverifiedPart} is not yet, and nothing of the ${milestone.part ?? ''}`,
  );
};
