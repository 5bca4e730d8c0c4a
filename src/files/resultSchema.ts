import { existsSync, readFileSync } from 'node:fs';

/**
 * A published JSON Schema of a result. A built package has them in a folder beside its code; from
 * source they are where they are generated to.
 *
 * @param name e.g. `evaluation`
 */
export function resultSchema(name: string): object {
  const built = new URL(`./schemas/${name}.schema.json`, import.meta.url);
  const source = new URL(`../result/schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(existsSync(built) ? built : source, 'utf8')) as object;
}
