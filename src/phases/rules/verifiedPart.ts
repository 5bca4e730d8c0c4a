import type { FigureRule } from '../types.ts';
import { bearing, SILENT } from './bearing.ts';

/** Parts of a system from the first to be verified to the last. */
const ORDER = ['instructions', 'protocol', 'verifier', 'prover'] as const;

/**
 * A part of the system is formally verified as a whole, and so is everything before it. A source
 * that names what is left out says that a later part is not.
 */
export const verifiedPart: FigureRule = ({ milestone }, { scope, verified, unverified }) => {
  const wanted = ORDER.findIndex((part) => part === milestone.part);
  const reached = ORDER.findIndex((part) => part === verified);
  if (scope !== 'audit' || wanted < 0 || reached < 0) return SILENT;
  const value = verified ?? '';
  if (reached >= wanted) return bearing('met', value, 'formally verified');
  return unverified === undefined
    ? bearing('open', value, 'only this part is said to be formally verified')
    : bearing('not-met', value, `its source names what is missing: ${unverified}`);
};
