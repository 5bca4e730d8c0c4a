import { existsSync } from 'node:fs';
import { readTextFile } from '../../files/readTextFile.ts';
import { writeFileWhole } from '../../files/writeFile.ts';
import { InputError } from '../../issues/issue.ts';
import { planDifferences } from '../plan.ts';
import { writeFailure } from './writeFailure.ts';

/** How many differences a message names. */
const NAMED = 5;

/** Writes a plan beside what is written by it. */
export function writePlan(file: string, plan: object): void {
  try {
    writeFileWhole(file, `${JSON.stringify(plan, null, 2)}\n`);
  } catch (error) {
    throw writeFailure(file, error);
  }
}

/**
 * Makes sure that what was begun was begun by the same plan.
 *
 * @param begun what was begun, for the message
 * @returns whether there is a plan
 * @throws InputError where it differs, and says in what
 */
export function checkPlan(file: string, plan: object, begun: string): boolean {
  if (!existsSync(file)) return false;
  const source = readTextFile(file);
  if (!source.ok) throw new InputError(source.issues);
  let before: unknown;
  try {
    before = JSON.parse(source.text);
  } catch {
    throw new InputError([
      { code: 'plan-unreadable', message: 'this is no plan of a sweep', file },
    ]);
  }
  const differences = planDifferences(before, JSON.parse(JSON.stringify(plan)));
  if (differences.length === 0) return true;
  const more = differences.length > NAMED ? ` and ${differences.length - NAMED} more` : '';
  const message = `${begun} belongs to another sweep, which differs in ${differences
    .slice(0, NAMED)
    .join(', ')}${more}`;
  const expected = 'the same sweep, or another name';
  throw new InputError([{ code: 'plan-differs', message, expected, file }]);
}
