import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Choices, Scenario } from './types.ts';
import { withChoice } from './withChoice.ts';

/** A scenario with every discrete choice made. */
export interface Variant {
  readonly scenario: Scenario;
  /** What was chosen, in the order of the choices. */
  readonly labels: readonly string[];
}

/** More combinations than this are no doubt but a search: that is what sweep and optimize do. */
const MOST_VARIANTS = 256;

/**
 * Every combination of what a scenario's choices may be, the last choice changing fastest. Without
 * choices that is the scenario itself.
 *
 * @throws InputError for too many combinations, and for choices that there are not
 */
export function variantsOf(scenario: Scenario): Variant[] {
  const choices = Object.entries(scenario.choices ?? {});
  const count = choices.reduce((product, [, among]) => product * Object.keys(among).length, 1);
  if (count > MOST_VARIANTS) {
    const message = 'the choices have too many combinations to study their doubt';
    const expected = `up to ${MOST_VARIANTS}; sweep and optimize take more`;
    throw new InputError([
      { code: 'too-many-choices', message, expected, received: quote(count), path: 'choose' },
    ]);
  }
  return choices.reduce<Variant[]>(
    (variants, [name, among]) =>
      variants.flatMap((variant) =>
        Object.keys(among).map((label) => ({
          scenario: withChoice(variant.scenario, name, label),
          labels: [...variant.labels, label],
        })),
      ),
    [{ scenario, labels: [] }],
  );
}

/**
 * The scenario without doubt about its choices: the first of each stands.
 *
 * @throws InputError for choices that there are not
 */
export function firstVariant(scenario: Scenario): Scenario {
  return firstChoices(scenario.choices ?? {}).reduce(
    (chosen, [name, label]) => withChoice(chosen, name, label),
    scenario,
  );
}

function firstChoices(choices: Choices): [string, string][] {
  return Object.entries(choices).flatMap(([name, among]) => {
    const [label] = Object.keys(among);
    return label === undefined ? [] : [[name, label]];
  });
}
