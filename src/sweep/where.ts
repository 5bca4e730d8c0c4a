import { ONE, type Unit } from '../formula/unit.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { compares, parseCondition, type Condition, type Relation } from '../result/condition.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { unknownName } from './axisContext.ts';
import { matchesGlob } from './glob.ts';
import type { Output } from './outputs.ts';
import { STATUSES, type Cell, type SweepColumn } from './types.ts';

/** A condition on a row, which holds where all its parts hold. */
export interface Where {
  readonly text: string;
  readonly parts: readonly {
    /** A column that every row has, or an output. */
    readonly of: string | Output;
    readonly holds: (cell: Cell) => boolean;
  }[];
}

const RELATIONS: readonly Relation[] = ['<=', '>=', '<', '>', '=', '!='];

/**
 * Reads a condition on rows. Numbers compare as in `overhead<=10000`, with units where wanted; names
 * by patterns, as in `status=pass` or `core!=serv*`; truths as in `proof_passes=yes`. What is not
 * known meets no condition.
 *
 * @param common columns that every row has and that are no quantity: index, choices, status
 * @param axisOf the axis that sets an element, by the key of that
 * @param outputsOf the outputs of any other name
 * @throws InputError for what is no condition, unknown names, and limits that do not fit the column
 */
export function parseWhere(
  text: string,
  common: readonly SweepColumn[],
  axisOf: (key: string) => string | undefined,
  outputsOf: (name: string) => readonly Output[],
): Where {
  const condition = parseCondition(text, RELATIONS);
  const own = common.find(({ name }) => name === condition.name);
  if (own !== undefined) {
    return { text, parts: [{ of: own.name, holds: test(own, ONE, condition) }] };
  }
  const parts = outputsOf(condition.name).map((output) => ({
    // What an axis sets is known whatever comes of the row.
    of: axisOf(output.column.name) ?? output,
    holds: test(output.column, output.unit, condition),
  }));
  return { text, parts };
}

function test(column: SweepColumn, unit: Unit, condition: Condition): (cell: Cell) => boolean {
  const { relation, limit } = condition;
  const path = `where.${column.name}`;
  const refuse = (message: string, expected: string): InputError =>
    new InputError([{ code: 'usage', message, expected, received: quote(limit), path }]);
  const equal = relation === '=';
  if (column.type === 'index' || column.type === 'number') {
    const least = parseSetting(limit, unit, path);
    return (cell) => typeof cell === 'number' && compares(cell, relation, least);
  }
  if (relation !== '=' && relation !== '!=') {
    throw refuse(`${column.name} is no number`, '= or !=');
  }
  if (column.type === 'truth') {
    const truth = { yes: true, true: true, no: false, false: false }[limit];
    if (truth === undefined) throw refuse(`${column.name} is a truth`, 'yes or no');
    return (cell) => typeof cell === 'boolean' && (cell === truth) === equal;
  }
  if (column.name === 'status' && !STATUSES.some((status) => matchesGlob(limit, status))) {
    throw unknownName('unknown-name', `there is no status ${quote(limit)}`, limit, STATUSES, path);
  }
  return (cell) => typeof cell === 'string' && matchesGlob(limit, cell) === equal;
}
