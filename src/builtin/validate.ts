import { checkRefs } from '../datasets/checkRefs.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import { evaluateScenario } from '../result/build.ts';
import { completeScenario } from '../scenario/complete.ts';
import { TECHNOLOGIES } from '../scenario/technology.ts';
import type { Builtin } from './builtin.ts';

/** What was checked and what is wrong with it. */
export interface Validation {
  readonly subject: string;
  readonly issues: readonly Issue[];
}

/** Checks that everything that ships fits together: references, dimensions, scenarios. */
export function validateBuiltin(builtin: Builtin): Validation[] {
  const rows = [...builtin.datasets.values()].reduce((sum, table) => sum + table.rows.length, 0);
  return [
    {
      subject: `datasets (${builtin.datasets.size} tables, ${rows} rows)`,
      issues: checkRefs(builtin.datasets),
    },
    ...[...builtin.provers.keys()].flatMap((id) =>
      TECHNOLOGIES.map((technology) => ({
        subject: `models with prover ${id}${technology === 'fpga' ? '' : ', as an ASIC'}`,
        issues: collect(() => assemble(builtin, id, true, technology)),
      })),
    ),
    ...[...builtin.scenarios].map(([id, source]) => ({
      subject: `scenario ${id}`,
      issues: collect(() =>
        evaluateScenario(builtin, completeScenario(source, builtin.scenarios), false),
      ),
    })),
  ];
}

/** The issues that some work ends with. */
export function collect(work: () => unknown): readonly Issue[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}
