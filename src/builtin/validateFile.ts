import { basename } from 'node:path';
import { readOwnTable } from '../datasets/readOwnTable.ts';
import { readTextFile, type TextFile } from '../files/readTextFile.ts';
import { placed, type Issue } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import { readModel } from '../model/readModel.ts';
import { readProver } from '../model/readProver.ts';
import { evaluateScenario } from '../result/build.ts';
import { prepare } from '../doubt/prepare.ts';
import { completeScenario } from '../scenario/complete.ts';
import { readScenario } from '../scenario/readScenario.ts';
import { TECHNOLOGIES } from '../scenario/technology.ts';
import { variantsOf } from '../scenario/variants.ts';
import type { Builtin } from './builtin.ts';
import { collect, type Validation } from './validate.ts';

/**
 * Checks a file by what it is: a table by its name (`devices.csv`), a model, prover or scenario by
 * its first key. References are checked against what ships.
 */
export function validateFile(path: string, builtin: Builtin): Validation {
  const source = readTextFile(path);
  if (!source.ok) return { subject: path, issues: source.issues };
  const issues = /\.csv$/i.test(path)
    ? validateTable(path, source.text, builtin)
    : validateYaml(path, source, builtin);
  return { subject: path, issues: placed(issues, { file: path }) };
}

function validateTable(path: string, text: string, builtin: Builtin): readonly Issue[] {
  const name = basename(path).toLowerCase();
  const table = [...builtin.datasets.values()].find(({ schema }) => schema.file === name);
  if (table === undefined) {
    const expected = [...builtin.datasets.values()].map(({ schema }) => schema.file).join(', ');
    return [{ code: 'unknown-table', message: 'a table is known by its file name', expected }];
  }
  return readOwnTable(text, table, builtin.datasets, path).issues;
}

function validateYaml(
  path: string,
  source: TextFile & { ok: true },
  builtin: Builtin,
): readonly Issue[] {
  const kind = /^(model|prover|scenario)\s*:/m.exec(source.text)?.[1];
  switch (kind) {
    case 'model':
      return collect(() => {
        const own = readModel(source, path);
        const models = [...builtin.models.filter(({ id }) => id !== own.id), own];
        for (const technology of TECHNOLOGIES) {
          for (const id of builtin.provers.keys()) {
            assemble({ ...builtin, models }, id, true, technology);
          }
        }
      });
    case 'prover':
      return collect(() => {
        const own = readProver(source, path);
        const provers = new Map(builtin.provers).set(own.id, own);
        for (const technology of TECHNOLOGIES) {
          assemble({ ...builtin, provers }, own.id, true, technology);
        }
      });
    case 'scenario':
      return collect(() => {
        const own = readScenario(source, path);
        const scenario = completeScenario(own, builtin.scenarios);
        const undecided = variantsOf(scenario).some(({ scenario: chosen }) => {
          const { evaluation } = evaluateScenario(builtin, chosen, false);
          return evaluation.outcome('passes', chosen.reading).status === 'missing';
        });
        const doubted = (scenario.choices ?? scenario.correlations) !== undefined;
        // What is missing has no doubt to check.
        if (doubted && !undecided) {
          prepare(builtin, scenario, undefined, false, { study: 'montecarlo' });
        }
      });
    default: {
      const expected =
        'a .csv table, or a .yaml file that begins with model:, prover: or scenario:';
      return [{ code: 'unknown-file', message: 'this kind of file is not known', expected }];
    }
  }
}
