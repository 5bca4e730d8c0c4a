import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSchema } from '../../src/datasets/readSchema.ts';
import { readTable } from '../../src/datasets/readTable.ts';
import type { Row, TableSchema } from '../../src/datasets/types.ts';
import { readTextFile } from '../../src/files/readTextFile.ts';
import { writeFileWhole } from '../../src/files/writeFile.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import { DESIGNS } from './designs/all.ts';
import { FLOWS, libertyFlow } from './flows/flow.ts';
import { listing } from './listing.ts';
import { current } from './measure.ts';
import { measureAll } from './measureAll.ts';
import { chosen, readOptions, USAGE, type Options } from './options.ts';
import { compare } from './rows/compare.ts';
import { comparisonText } from './rows/comparisonText.ts';
import { csv } from './rows/csv.ts';
import { DESIGN_COLUMNS, designRows } from './rows/designRows.ts';
import type { Measurements } from './rows/figures.ts';
import { UNITS } from './rows/units.ts';
import { unitRows } from './rows/unitRows.ts';
import { versions } from './tools/versions.ts';

// The bundle lies in scripts/units/out.
const ROOT = resolve(import.meta.dirname, '../../..');
const INTERRUPTED = 130;

try {
  const options = readOptions(process.argv.slice(2), join(ROOT, 'scripts/units/out/run'));
  if (options.help) process.stdout.write(USAGE);
  else if (options.list) process.stdout.write(listing(DESIGNS, UNITS));
  else await run(options);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(formatIssues(error.issues));
  process.exitCode = 2;
}

async function run(options: Options): Promise<void> {
  const schema = readSchema(readFileSync(join(ROOT, 'datasets/columns.yaml'), 'utf8')).units;
  if (schema === undefined) throw new Error('datasets/columns.yaml has no table of units');
  const designs = chosen(options.names, DESIGNS, UNITS);
  if (options.liberty !== undefined) mustExist(options.liberty);
  const table = options.compare === undefined ? undefined : tableAt(options.compare, schema);
  const out = resolve(options.out);
  mkdirSync(out, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.error(`interrupted; what is finished stays in ${out}, the same command goes on`);
      process.exit(INTERRUPTED);
    });
  }
  const found = await versions();
  const library = options.liberty === undefined ? undefined : resolve(options.liberty);
  const shared = {
    out,
    versions: found,
    seed: options.seed,
    ...(library === undefined ? {} : { library }),
    progress: (line: string): void => console.error(line),
  };
  const failures = await measureAll(designs, options, shared);

  // What earlier runs measured there as well, so that one more design adds to the tables.
  const flows = [...FLOWS, ...(library === undefined ? [] : [libertyFlow(library)])];
  const measured: Measurements = new Map(
    DESIGNS.flatMap((design) => {
      const known = current(design, flows, shared);
      return known === undefined ? [] : [[design.id, known] as const];
    }),
  );
  const date = options.date ?? new Date().toISOString().slice(0, 'YYYY-MM'.length);
  const rows = unitRows(UNITS, measured, { yosys: found.yosys, date });
  writeFileWhole(join(out, 'units.csv'), csv(Object.keys(schema.columns), rows));
  writeFileWhole(join(out, 'designs.csv'), csv(DESIGN_COLUMNS, designRows(DESIGNS, measured)));
  console.error(`${rows.length} rows of units and ${measured.size} designs are in ${out}`);
  if (table !== undefined) process.stdout.write(comparisonText(compare(UNITS, measured, table)));
  if (failures > 0) process.exitCode = 1;
}

/** Rows of a table of units; by its sound rows only if there are none that are not. */
function tableAt(path: string, schema: TableSchema): readonly Row[] {
  mustExist(path);
  const file = readTextFile(path, path);
  if (!file.ok) throw new InputError(file.issues);
  const { rows, issues } = readTable(file.text, schema, path);
  if (issues.length > 0) throw new InputError(issues);
  return rows;
}

function mustExist(path: string): void {
  if (existsSync(path)) return;
  throw new InputError([{ code: 'no-file', message: 'there is no such file', file: path }]);
}
