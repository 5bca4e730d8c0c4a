import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readSchema } from '../src/datasets/readSchema.ts';
import type { ColumnSchema, TableSchema } from '../src/datasets/types.ts';

/** Where the types stand, from the root of the project. */
export const ROW_TYPES = 'src/library/datasets/rows';

/**
 * The types of the rows of all tables as TypeScript, from `datasets/columns.yaml`, so that they can
 * not differ from what is checked.
 *
 * @param root directory of `datasets/`
 * @returns texts by file name
 */
export async function rowTypes(root: string): Promise<ReadonlyMap<string, string>> {
  const schemas = Object.entries(readSchema(readFileSync(`${root}datasets/columns.yaml`, 'utf8')));
  const options = { ...(await resolveConfig(`${root}package.json`)), parser: 'typescript' };
  const files = new Map<string, string>();
  for (const [table, schema] of schemas) {
    files.set(`${table}.ts`, await format(interfaceOf(table, schema), options));
  }
  const all = [
    HEADER,
    ...schemas.map(([table]) => `import type { ${nameOf(table)} } from './${table}.ts';`),
    '',
    '/** The type of a row by the name of its table. */',
    'export interface Tables {',
    ...schemas.map(
      ([table, { meaning }]) => `/** ${meaning} */\nreadonly ${table}: ${nameOf(table)};`,
    ),
    '}',
    '',
    `export type { ${schemas.map(([table]) => nameOf(table)).join(', ')} };`,
  ];
  return files.set('index.ts', await format(all.join('\n'), options));
}

/** Writes them. */
export async function writeRowTypes(root: string): Promise<void> {
  rmSync(`${root}${ROW_TYPES}`, { recursive: true, force: true });
  mkdirSync(`${root}${ROW_TYPES}`, { recursive: true });
  for (const [name, text] of await rowTypes(root))
    writeFileSync(`${root}${ROW_TYPES}/${name}`, text);
}

const HEADER = '// Generated from datasets/columns.yaml by npm run row-types.';

function interfaceOf(table: string, { meaning, file, columns }: TableSchema): string {
  const fields = Object.entries(columns).map(([name, column]) => {
    const optional = column.required === true ? '' : '?';
    return `/** ${documentation(column)} */\nreadonly ${name}${optional}: ${typeOf(column)};`;
  });
  const stage = Object.values(columns).some(({ type }) => type === 'stage');
  return [
    HEADER,
    ...(stage ? ["import type { Stage } from '../../../datasets/types.ts';"] : []),
    '',
    `/** A row of \`${file}\`: ${meaning}. */`,
    `export interface ${nameOf(table)} {`,
    ...fields,
    '}',
  ].join('\n');
}

function documentation({ meaning, unit, table }: ColumnSchema): string {
  const said = [meaning, unit && `in ${unit}`, table && `a row of \`${table}\``];
  // What ends a comment must not stand in one.
  return said.filter(Boolean).join('; ').replaceAll('*/', '* /');
}

function typeOf({ type, values = [] }: ColumnSchema): string {
  switch (type) {
    case 'number':
      return 'number';
    case 'stage':
      return 'Stage';
    case 'enum':
      return values.map((value) => JSON.stringify(value)).join(' | ');
    case 'id':
    case 'text':
    case 'ref':
    case 'date':
      return 'string';
  }
}

/** `fill_clock` as `FillClockRow`. */
function nameOf(table: string): string {
  return `${table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Row`;
}
