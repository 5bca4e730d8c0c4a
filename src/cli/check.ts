import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Evaluation } from '../model/evaluate.ts';
import { parseSetting } from '../scenario/parseSetting.ts';

/** What came of a condition. */
export interface Checked {
  readonly condition: string;
  readonly holds: boolean;
  /** Why it does not hold, for people. */
  readonly why: string;
}

const CONDITION = /^\s*([a-z][\w.,[\]]*)\s*(<=|>=|<|>)\s*(.+?)\s*$/s;

/**
 * Checks a condition such as `overhead<=10000` or `proof_bytes <= 200 kB`. A value that is not known
 * does not meet any condition.
 *
 * @throws InputError for conditions that can not be read and for unknown names: a misspelt condition
 *   must not pass
 */
export function checkCondition(evaluation: Evaluation, condition: string): Checked {
  const match = CONDITION.exec(condition);
  const [, name = '', operator = '', limitText = ''] = match ?? [];
  if (match === null) {
    throw new InputError([
      {
        code: 'usage',
        message: 'this is not a condition',
        expected: 'such as overhead<=10000 or proof_bytes<=200 kB',
        received: quote(condition),
      },
    ]);
  }
  const elements = elementsNamed(evaluation.model, name);
  const failing: string[] = [];
  for (const { quantity, tuple } of elements) {
    const { unit, text } = evaluation.unit(quantity.name, ...tuple);
    const limit = parseSetting(limitText, unit, '--check');
    const value = evaluation.number(quantity.name, ...tuple);
    const label = tuple.length === 0 ? quantity.name : `${quantity.name}[${tuple.join(',')}]`;
    if (value === undefined) failing.push(`${label} is not known`);
    else if (!compare(value, operator, limit)) {
      failing.push(`${label} is ${(value / unit.scale).toPrecision(6)} ${text}`);
    }
  }
  return { condition, holds: failing.length === 0, why: failing.join('; ') };
}

function compare(value: number, operator: string, limit: number): boolean {
  switch (operator) {
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    default:
      return value > limit;
  }
}
