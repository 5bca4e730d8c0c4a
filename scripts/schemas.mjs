// Writes the JSON Schemas of the results, generated from their types, so that they can not differ.
// With a directory as its argument it writes there; the tests compare with what is committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const root = new URL('..', import.meta.url).pathname;
const target = process.argv[2] ?? `${root}src/result/schemas`;
mkdirSync(target, { recursive: true });

const SCHEMAS = [
  ['evaluation', 'src/result/types.ts', 'EvaluationResult'],
  ['explanation', 'src/explain/types.ts', 'Explanation'],
  ['listing', 'src/result/listing.ts', 'Listing'],
];
for (const [name, path, type] of SCHEMAS) {
  const generator = createGenerator({
    path: `${root}${path}`,
    type,
    tsconfig: `${root}tsconfig.json`,
    skipTypeCheck: true,
    topRef: false,
  });
  const schema = generator.createSchema(type);
  writeFileSync(`${target}/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
