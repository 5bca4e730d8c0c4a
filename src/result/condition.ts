import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/** How a condition compares. */
export type Relation = '<=' | '>=' | '<' | '>' | '=' | '!=';

/** A condition as it is written: `proof_bytes <= 200 kB`. */
export interface Condition {
  readonly name: string;
  readonly relation: Relation;
  readonly limit: string;
}

const CONDITION = /^\s*([a-z][\w.,[\]-]*)\s*(<=|>=|!=|<|>|=)\s*(.+?)\s*$/s;

/**
 * Takes a condition apart.
 *
 * @param relations what may stand between name and limit
 * @throws InputError for what is no condition
 * @example parseCondition('overhead<=10000', ['<=']) // => { name: 'overhead', relation: '<=', limit: '10000' }
 */
export function parseCondition(text: string, relations: readonly Relation[]): Condition {
  const [, name = '', relation = '', limit = ''] = CONDITION.exec(text) ?? [];
  const known = relations.find((candidate) => candidate === relation);
  if (known !== undefined) return { name, relation: known, limit };
  throw new InputError([
    {
      code: 'usage',
      message: 'this is not a condition',
      expected: 'such as overhead<=10000 or proof_bytes<=200 kB',
      received: quote(text),
    },
  ]);
}

/** Whether a value stands in a relation to a limit. */
export function compares(value: number, relation: Relation, limit: number): boolean {
  switch (relation) {
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    case '=':
      return value === limit;
    case '!=':
      return value !== limit;
  }
}
