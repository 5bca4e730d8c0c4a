import { elementsNamed } from '../model/bind.ts';
import type { Evaluation } from '../model/evaluate.ts';
import { compares, parseCondition } from '../result/condition.ts';
import { parseSetting } from '../scenario/parseSetting.ts';

/** What came of a condition. */
export interface Checked {
  readonly condition: string;
  readonly holds: boolean;
  /** Why it does not hold, for people. */
  readonly why: string;
}

/**
 * Checks a condition such as `overhead<=10000` or `proof_bytes <= 200 kB`, or a truth by its name, as
 * `ethereum`. A value that is not known does not meet any condition.
 *
 * @throws InputError for conditions that can not be read and for unknown names: a misspelt condition
 *   must not pass
 */
export function checkCondition(evaluation: Evaluation, condition: string): Checked {
  if (evaluation.model.quantities.get(condition.trim())?.unit === 'truth') {
    return checkTruth(evaluation, condition.trim());
  }
  const { name, relation, limit: limitText } = parseCondition(condition, ['<=', '>=', '<', '>']);
  const elements = elementsNamed(evaluation.model, name);
  const failing: string[] = [];
  for (const { quantity, tuple } of elements) {
    const { unit, text } = evaluation.unit(quantity.name, ...tuple);
    const limit = parseSetting(limitText, unit, '--check');
    const value = evaluation.number(quantity.name, ...tuple);
    const label = tuple.length === 0 ? quantity.name : `${quantity.name}[${tuple.join(',')}]`;
    if (value === undefined) failing.push(`${label} is not known`);
    else if (!compares(value, relation, limit)) {
      failing.push(`${label} is ${(value / unit.scale).toPrecision(6)} ${text}`);
    }
  }
  return { condition, holds: failing.length === 0, why: failing.join('; ') };
}

/** Whether a truth holds, for every element that it has; where it does not, which part of it. */
function checkTruth(evaluation: Evaluation, name: string): Checked {
  const failing = elementsNamed(evaluation.model, name).flatMap(({ quantity, tuple }) => {
    const outcome = evaluation.outcome(quantity.name, ...tuple);
    if (outcome.status === 'known' && outcome.value === true) return [];
    const parts = brokenParts(evaluation, quantity.name, tuple);
    const which = parts.length === 0 ? '' : `: ${parts.join(', ')}`;
    if (outcome.status === 'known') return [`it does not hold${which}`];
    const without =
      outcome.status === 'missing' ? `: no value for ${outcome.inputs.join(', ')}` : '';
    return [`it is not known${without}`];
  });
  return { condition: name, holds: failing.length === 0, why: failing.join('; ') };
}

/** The truths that a truth is made of and that do not hold, and those that are not known. */
function brokenParts(evaluation: Evaluation, name: string, tuple: readonly string[]): string[] {
  return [...evaluation.derivation(name, ...tuple).uses].flatMap((key) => {
    const [part = '', ...at] = key.split(/[[\],]/).filter((word) => word !== '');
    if (evaluation.model.quantities.get(part)?.unit !== 'truth') return [];
    const outcome = evaluation.outcome(part, ...at);
    if (outcome.status !== 'known') return [`${key} (not known)`];
    return outcome.value === true ? [] : [key];
  });
}
