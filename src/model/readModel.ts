import type { TextFile } from '../files/readTextFile.ts';
import { readYaml } from '../files/readYaml.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { readQuantity } from './readQuantity.ts';
import { ModelSchema, type IndexSetSource } from './schema.ts';
import type { ModelDocument, Quantity } from './types.ts';

/**
 * Reads a file of `models/`.
 *
 * @param file its name, for messages
 * @throws InputError with every issue of the file
 */
export function readModel(source: TextFile, file: string): ModelDocument {
  if (!source.ok) throw new InputError(source.issues);
  const read = readYaml(source.text, ModelSchema, file);
  if (!read.ok) throw new InputError(read.issues);
  const { model: id, version, title, meaning, source: origin, technology, sets = {} } = read.value;
  const issues: Issue[] = [];
  const quantities: Quantity[] = [];
  for (const [name, declared] of Object.entries(read.value.quantities)) {
    const quantity = readQuantity(name, declared, { model: id, file }, issues);
    if (quantity !== undefined) quantities.push(quantity);
  }
  if (issues.length > 0) throw new InputError(issues);
  return {
    id,
    version,
    title,
    meaning,
    source: origin,
    ...(technology === undefined ? {} : { technology }),
    sets: Object.entries(sets).map(([set, declared]) => readSet(set, declared)),
    quantities,
    file,
    sha256: source.sha256,
  };
}

function readSet(
  id: string,
  { letter, title, technology, elements }: IndexSetSource,
): ModelDocument['sets'][number] {
  return {
    id,
    letter,
    title,
    ...(technology === undefined ? {} : { technology }),
    elements: Object.entries(elements).map(([element, declared]) => ({ id: element, ...declared })),
  };
}
