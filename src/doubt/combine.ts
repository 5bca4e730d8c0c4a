import { joinSelectors } from '../studies/switch/joinSelectors.ts';
import { switchModel } from '../studies/switch/switchModel.ts';
import type { ColumnModel } from '../studies/types.ts';
import type { Choices } from '../scenario/types.ts';
import type { Uncertain, UncertainInput } from './uncertain.ts';
import type { Variant } from '../scenario/variants.ts';

/** A variant as a function of what is in doubt in it. */
export interface UncertainVariant extends Uncertain {
  readonly labels: Variant['labels'];
}

/**
 * Joins the variants of a scenario to one function, in which each discrete choice is an input of its
 * own. An input that is the same in all variants stays one input; one whose value depends on a choice
 * (the LUTs of a core, say) becomes an input for each, named `core_lut[...]@vexriscv`, of which a
 * draw uses the one that belongs to what was chosen.
 *
 * @param variants every combination of the choices, the last one changing fastest
 */
export function combine(variants: readonly UncertainVariant[], choices: Choices): Uncertain {
  const [first] = variants;
  if (first === undefined || Object.keys(choices).length === 0) {
    if (first === undefined) throw new Error('no variant');
    return first;
  }
  const named = variants.map((variant) => rename(variant, variants));
  const sizes = Object.entries(choices).map(([name, among]) => ({
    name: choiceName(name),
    size: Object.keys(among).length,
  }));
  const models = named.map(({ model }): ColumnModel => model);
  const joined = joinSelectors(switchModel(SELECTOR, models), sizes);
  const byName = new Map<string, UncertainInput>([
    ...Object.entries(choices).map(
      ([name, among]) => [choiceName(name), choiceInput(name, among)] as const,
    ),
    ...named.flatMap(({ inputs }) => inputs.map((input) => [input.name, input] as const)),
    // What is a rival's with one choice may be what was chosen with another.
    ...named.flatMap(({ inputs }) =>
      inputs.filter(({ rival }) => rival !== true).map((input) => [input.name, input] as const),
    ),
  ]);
  const inputs = joined.inputs.flatMap((name) => byName.get(name) ?? []);
  return { model: { ...joined, base: Float64Array.from(inputs, ({ base }) => base) }, inputs };
}

/** An input that no quantity can be called like. */
const SELECTOR = '(variant)';

/** Name of the input that stands for a choice. */
export function choiceName(name: string): string {
  return `choose.${name}`;
}

function rename(variant: UncertainVariant, all: readonly UncertainVariant[]): UncertainVariant {
  const inputs = variant.inputs.map((input) => {
    const name = nameIn(variant, input, all);
    return { ...input, name, entry: { ...input.entry, name } };
  });
  return {
    ...variant,
    inputs,
    model: { ...variant.model, inputs: inputs.map(({ name }) => name) },
  };
}

/** The name of an input among all variants: with what was chosen, where that makes a difference. */
function nameIn(
  variant: UncertainVariant,
  input: UncertainInput,
  all: readonly UncertainVariant[],
): string {
  const key = keyOf(input);
  const found = all.flatMap((other) => {
    const same = other.inputs.find(({ name }) => name === input.name);
    return same === undefined ? [] : [{ labels: other.labels, same: keyOf(same) === key }];
  });
  if (found.every(({ same }) => same)) return input.name;
  const shared = (labels: readonly string[]): boolean =>
    chosen.every(([k, label]) => labels[k] === label);
  const alike = found.filter(({ same }) => same);
  const chosen = [...variant.labels.entries()].filter(([k, label]) =>
    alike.every(({ labels }) => labels[k] === label),
  );
  // What is said must hold for these variants and for no others; all that was chosen always does.
  const tells = chosen.length > 0 && found.every(({ labels, same }) => same || !shared(labels));
  const said = tells ? chosen.map(([, label]) => label) : variant.labels;
  return `${input.name}@${said.join('+')}`;
}

function keyOf({ base, distribution }: UncertainInput): string {
  return JSON.stringify([base, distribution]);
}

function choiceInput(name: string, among: Readonly<Record<string, number>>): UncertainInput {
  const labels = Object.keys(among);
  const input = choiceName(name);
  return {
    name: input,
    base: 0,
    distribution: {
      kind: 'choice',
      values: labels.map((_, index) => index),
      weights: Object.values(among),
    },
    basis: 'stated',
    labels,
    entry: {
      name: input,
      title: `Choice of ${name}`,
      value: 0,
      unit: '1',
      display: { unit: 'ratio', scale: 1 },
      stage: 'assumed',
      origin: 'choice',
      source: 'the choices of the scenario',
    },
  };
}
