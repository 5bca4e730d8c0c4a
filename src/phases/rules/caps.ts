import type { FigureRule } from '../types.ts';
import { plain } from '../words.ts';
import { bearing, SILENT } from './bearing.ts';

/**
 * The final proof is small enough and verifies fast enough, both in one figure, at a level of
 * security that is proven: a smaller one buys any size. A size by formula decides only where the band
 * of its stage leaves no doubt, and one over the limit only if the system offers no smaller proof.
 */
export const caps: FigureRule = ({ milestone, system, bands }, figure) => {
  const [sizeLimit, timeLimit] = [milestone.limits['proof_kb'], milestone.limits['verify_ms']];
  const { scope, proofKb, verifyMs, securityBits, securityBasis, bound, stage } = figure;
  if (sizeLimit === undefined || timeLimit === undefined) return SILENT;
  if (proofKb === undefined && verifyMs === undefined) return SILENT;
  const value = [
    ...(proofKb === undefined ? [] : [`${plain(proofKb)} kB`]),
    ...(verifyMs === undefined ? [] : [`${plain(verifyMs)} ms`]),
  ].join(', ');
  if (scope === 'experiment')
    return bearing('not-comparable', value, 'of a variant that is not released');
  if (scope !== 'final')
    return bearing('not-comparable', value, 'no verifier is sent this proof: it is recursed on');
  if (system.isa === 'none')
    return bearing('not-comparable', value, 'it proves a circuit and not an execution');
  const { low, high } = bands.get(stage) ?? { low: 1, high: 1 };
  if (proofKb !== undefined && proofKb * low <= sizeLimit && proofKb * high > sizeLimit)
    return bearing(
      'open',
      value,
      `an estimate that may be on either side of ${plain(sizeLimit)} kB`,
    );
  if ((proofKb ?? 0) <= sizeLimit && (verifyMs ?? 0) > timeLimit && bound === 'at-most')
    return bearing('open', value, 'its source says that this verifier is slower than need be');
  const over = [
    ...((proofKb ?? 0) > sizeLimit ? [`the proof is over ${plain(sizeLimit)} kB`] : []),
    ...((verifyMs ?? 0) > timeLimit ? [`verifying takes over ${plain(timeLimit)} ms`] : []),
  ];
  const { smallerProof, smallerProofSource = 'no source' } = system;
  if (over.length > 0 && smallerProof !== undefined)
    return bearing(
      'not-comparable',
      value,
      `${over.join(' and ')}, but the system offers a smaller proof: ${smallerProof} (${smallerProofSource})`,
    );
  if (over.length > 0) return bearing('not-met', value, over.join(' and '));
  if (proofKb === undefined || verifyMs === undefined) {
    const missing = proofKb === undefined ? 'size of the proof' : 'time to verify';
    return bearing('open', value, `within the limit, but no ${missing} is published beside it`);
  }
  if (securityBasis === 'proven' && securityBits !== undefined)
    return bearing('met', value, `within both limits at ${plain(securityBits)} proven bits`);
  const why =
    securityBits === undefined
      ? 'within both limits, at a level of security that is not stated'
      : `within both limits, but its ${plain(securityBits)} bits are ${securityBasis === 'conjectured' ? 'conjectured' : 'not said to be proven'}`;
  return bearing('not-comparable', value, why);
};
