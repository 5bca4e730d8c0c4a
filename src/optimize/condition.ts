import type { Evaluation } from '../model/evaluate.ts';
import { parseCondition } from '../result/condition.ts';
import { TESTS } from '../result/sections.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import type { Element } from '../sweep/dependencies.ts';
import { elementOf, rootNamed } from './objective.ts';
import type { ConstraintEntry } from './types.ts';

/** A condition as the search needs it. */
export interface Condition {
  readonly id: string;
  readonly origin: ConstraintEntry['origin'];
  readonly value: Element;
  readonly relation: ConstraintEntry['relation'];
  /** A number in base units, or the quantity that the criterion holds the value against. */
  readonly limit: number | Element;
  /** Truth of the model that decides, where there is one. */
  readonly passes?: Element;
}

const RELATIONS = ['<=', '>=', '<', '>'] as const;

/**
 * Reads a condition such as `latency<=12 s`.
 *
 * @throws InputError for what is no condition, for unknown names and for units of another dimension
 */
export function readCondition(evaluation: Evaluation, text: string): Condition {
  const { name, relation, limit: limitText } = parseCondition(text, RELATIONS);
  const known = RELATIONS.find((candidate) => candidate === relation) ?? '<=';
  const value = rootNamed(evaluation.model, name, 'subject-to');
  const { unit } = evaluation.unit(value.name, ...value.tuple);
  const limit = parseSetting(limitText, unit, 'subject-to');
  const id = `${value.key}${known}${limitText}`;
  return { id, origin: 'asked', value, relation: known, limit };
}

/** The tests of the criterion as conditions, without some of them. */
export function criterionConditions(without: readonly string[]): Condition[] {
  return TESTS.filter(({ id }) => !without.includes(id)).map(({ id, passes, value, limit }) => ({
    id,
    origin: 'criterion',
    value: elementOf(value),
    relation: '<=',
    limit: elementOf(limit),
    passes: elementOf(passes),
  }));
}
