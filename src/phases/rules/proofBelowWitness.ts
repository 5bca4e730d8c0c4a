import type { FigureRule } from '../types.ts';
import { plain } from '../words.ts';
import { bearing, SILENT } from './bearing.ts';

/**
 * The proof is smaller than the witness, the private input of the statement. A proof of a short
 * statement that is longer than its input says nothing about long ones.
 */
export const proofBelowWitness: FigureRule = ({ milestone }, figure) => {
  const limit = milestone.limits['witness_ratio'];
  const { scope, proofKb, witnessKb } = figure;
  if (scope !== 'final' || limit === undefined || proofKb === undefined || witnessKb === undefined)
    return SILENT;
  const value = `${plain(proofKb)} kB of ${plain(witnessKb)} kB`;
  return proofKb < limit * witnessKb
    ? bearing('met', value, 'the proof is smaller than the input')
    : bearing('not-comparable', value, 'the input is shorter than any proof of the system');
};
