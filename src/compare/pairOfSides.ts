import type { Builtin } from '../builtin/builtin.ts';
import { keysOf, TRUTHS } from '../doubt/prepare.ts';
import { choicesOf, type Choices } from './choices.ts';
import { commonOf, type Common } from './common.ts';
import { numbersOf, type Numbers } from './numbers.ts';
import type { Side } from './side.ts';

/** The two rates that the ratio is made of, in the reading in which it is one over the other. */
const RATES = ['native_rate', 'proved_rate'] as const;

/** Two sides with what a comparison needs to know of both. */
export interface PairOfSides {
  readonly parts: Builtin;
  readonly sides: readonly [Side, Side];
  /** Of each side; undefined where its prover is not known any more. */
  readonly numbers: readonly [Numbers | undefined, Numbers | undefined];
  readonly choices: Choices;
  /** The equations that both sides share; undefined where one has none. */
  readonly common: Common | undefined;
  /** Key of the ratio, if both sides read the criterion alike. */
  readonly headline: string | undefined;
  /** Keys of the two sides of the ratio, where it is one over the other. */
  readonly rates: readonly string[];
  /** Whether both ratios are known and can be divided. */
  readonly comparable: boolean;
}

/** Looks at two sides together. */
export function pairOfSides(parts: Builtin, a: Side, b: Side): PairOfSides {
  const [ours, theirs] = [numbersOfSide(a), numbersOfSide(b)];
  const sides = [a, b] as const;
  const { reading } = a.scenario;
  const alike = reading === b.scenario.reading;
  return {
    parts,
    sides,
    numbers: [ours, theirs],
    choices: choicesOf(a, b),
    common: ours && theirs && commonOf(ours, theirs),
    headline: alike ? keysOf(reading).headline : undefined,
    rates: alike && reading === 'overhead' ? RATES : [],
    comparable: sides.every(({ result }) => (result.verdict.value ?? 0) > 0),
  };
}

/** Keys of what a side is studied for: the ratio, whether it passes, and the sub-tests. */
export function studiedKeys({ scenario }: Side): string[] {
  const { headline, verdict } = keysOf(scenario.reading);
  return [headline, verdict, ...TRUTHS];
}

function numbersOfSide(side: Side): Numbers | undefined {
  const { result, model } = side;
  return model === undefined ? undefined : numbersOf(result, model, studiedKeys(side));
}
