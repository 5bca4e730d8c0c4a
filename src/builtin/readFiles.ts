import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDatasets } from '../datasets/load.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { readModel } from '../model/readModel.ts';
import { readProver } from '../model/readProver.ts';
import { readScenario } from '../scenario/readScenario.ts';
import type { Builtin } from './builtin.ts';

/**
 * Reads `models/` and `datasets/` from their files.
 *
 * @param root directory that holds both
 * @throws InputError with everything that is wrong in any of them
 */
export function readFiles(root: string): Builtin {
  const { datasets, issues: found } = loadDatasets(join(root, 'datasets'));
  const issues: Issue[] = [...found];
  const collect = <T>(directory: string, read: (path: string, file: string) => T): T[] =>
    readdirSync(join(root, directory))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .flatMap((name) => {
        try {
          return [read(join(root, directory, name), `${directory}/${name}`)];
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          issues.push(...error.issues);
          return [];
        }
      });
  const models = collect('models', (path, file) => readModel(readTextFile(path, file), file));
  const provers = collect('models/provers', (path, file) =>
    readProver(readTextFile(path, file), file),
  );
  const scenarios = collect('models/scenarios', (path, file) =>
    readScenario(readTextFile(path, file), file),
  );
  if (issues.length > 0) throw new InputError(issues);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    version,
    datasets,
    models,
    provers: new Map(provers.map((prover) => [prover.id, prover])),
    scenarios: new Map(scenarios.map((scenario) => [scenario.scenario, scenario])),
  };
}
