import { InputError } from '../issues/issue.ts';
import type { OnProgress } from '../studies/montecarlo/montecarlo.ts';
import type { Attributions } from './attributions.ts';
import { withChoiceNoise } from './choiceNoise.ts';
import { doubtOfNumbers, doubtOfScenario, type DoubtOfSide } from './doubtOf.ts';
import { withInputNoise } from './inputNoise.ts';
import { noiseOf, type NoiseOptions } from './noise.ts';
import { studiedKeys, type PairOfSides } from './pairOfSides.ts';
import type { Attribution, Noise } from './types.ts';

/** What draws of both sides say, or why there are none. */
export interface Drawn {
  readonly noise: Noise | null;
  readonly byInput: Attribution | null;
  readonly byChoice: Attribution | null;
  readonly why?: string;
}

/**
 * Draws both sides, and adds to every part of an attribution how sure it is. Without a value under
 * doubt there is no noise, and the parts stay as they are.
 *
 * @throws InputError for samples and seeds that make no sense
 */
export async function drawBoth(
  pair: PairOfSides,
  attributions: Attributions,
  options: NoiseOptions,
  onProgress?: OnProgress,
): Promise<Drawn> {
  const bare = {
    byInput: attributions.byInput?.attribution ?? null,
    byChoice: attributions.byChoice ?? null,
  };
  const { value: doubts, why } = attempt(() => doubtOfBoth(pair), isWithoutValue);
  if (doubts === undefined) return { noise: null, ...bare, ...(why === undefined ? {} : { why }) };
  const noise = await noiseOf(doubts, options, onProgress);
  if (noise === null) return { noise, ...bare, why: 'no draw has a ratio on both sides' };
  // Parts are followed through one model a side, so that no choice may be in doubt.
  const plain = pair.sides.every(({ scenario }) => scenario.choices === undefined);
  if (!plain) return { noise, ...bare };
  const basis = { doubts, seed: options.seed };
  const inputs = attempt(() => withInputNoise(pair, attributions.byInput, basis)).value;
  const choices = attempt(() => withChoiceNoise(pair, attributions.byChoice, basis)).value;
  return { noise, byInput: inputs ?? bare.byInput, byChoice: choices ?? bare.byChoice };
}

/** A saved result is drawn by its own numbers, a scenario by its rows and choices. */
function doubtOfBoth({
  parts,
  sides: [a, b],
  numbers: [ours, theirs],
}: PairOfSides): [DoubtOfSide, DoubtOfSide] {
  const doubtOf = (side: typeof a, numbers: typeof ours): DoubtOfSide => {
    if (!side.saved) return doubtOfScenario(parts, side.scenario, studiedKeys(side));
    if (numbers !== undefined) return doubtOfNumbers(parts, numbers, studiedKeys(side));
    const message = `there are no equations of ${side.label} any more`;
    throw new InputError([{ code: 'no-value', message }]);
  };
  return [doubtOf(a, ours), doubtOf(b, theirs)];
}

/** Codes of what a scenario may lack; anything else is a mistake of whoever asked. */
const WITHOUT_VALUE = new Set(['missing-input', 'no-value', 'not-finite', 'no-core']);

function isWithoutValue({ issues }: InputError): boolean {
  return issues.every(({ code }) => WITHOUT_VALUE.has(code));
}

/** What some work gives, or why there is nothing: an input without a value, say. */
function attempt<T>(
  work: () => T,
  may: (error: InputError) => boolean = () => true,
): { readonly value?: T; readonly why?: string } {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof InputError) || !may(error)) throw error;
    return { why: error.message.replaceAll('\n', '; ') };
  }
}
