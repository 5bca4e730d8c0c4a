import type { TextFile } from '../files/readTextFile.ts';
import { readYaml } from '../files/readYaml.ts';
import { InputError } from '../issues/issue.ts';
import { ScenarioSchema } from './schema.ts';
import type { ScenarioSource } from './source.ts';

/**
 * Reads a scenario file.
 *
 * @throws InputError with every issue of the file
 */
export function readScenario(source: TextFile, file: string): ScenarioSource {
  if (!source.ok) throw new InputError(source.issues);
  const read = readYaml(source.text, ScenarioSchema, file);
  if (!read.ok) throw new InputError(read.issues);
  return read.value;
}
