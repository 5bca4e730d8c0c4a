import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadBuiltin } from '../builtin/load.ts';
import { pathIn, shown } from '../builtin/userFiles.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { writeFileWhole } from '../files/writeFile.ts';
import { checkProverOptions } from '../importers/checkOptions.ts';
import { readProverTrace, type ImportedProver } from '../importers/proverTrace/read.ts';
import { InputError, placed } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { assemble } from '../model/assemble.ts';
import { readProver } from '../model/readProver.ts';
import { quoteWord } from '../result/command.ts';
import { EXIT } from './exitCodes.ts';
import { checkOutput, writeFailure, writeOutput } from './output.ts';
import type { Streams } from './streams.ts';
import { holdsData } from './writeRow.ts';

/** What a command line says about a trace that becomes a prover profile. */
export interface ProverArgs {
  readonly files: readonly string[];
  readonly datasets?: readonly string[];
  readonly replace: boolean;
  readonly format: string;
  readonly out?: readonly string[];
}

/** A profile has one format. */
const FORMATS = { yaml: 'yaml' } as const;

/**
 * Reads the operation counts of a prover, and prints the profile that they become or writes it to a
 * user's directory.
 *
 * @returns the exit code
 * @throws InputError for what is wrong with the trace or the options
 */
export async function importProver(args: ProverArgs, streams: Streams): Promise<number> {
  const { datasets = [], out = [], replace } = args;
  checkProverOptions({ ...args });
  checkOutput(FORMATS, 'yaml', out);
  const target = datasets.at(-1);
  const loaded = datasets.filter((directory) => directory !== target || holdsData(directory));
  const { builtin } = await loadBuiltin([...new Set(loaded)]);
  const operations = (builtin.datasets.get('operations')?.rows ?? []).map((row) => row.key);
  const imported = readTrace(args, operations);
  // What is written has to be read again, and to fit the models.
  const document = readProver({ ok: true, text: imported.profile, sha256: '' }, imported.id);
  assemble(
    { ...builtin, provers: new Map([...builtin.provers, [imported.id, document]]) },
    imported.id,
    true,
  );
  if (target !== undefined) {
    const file = writeProfile(imported, target, replace);
    streams.err(`wrote ${file}\n`);
  }
  if (target === undefined || out.length > 0)
    await writeOutput(
      { formats: FORMATS, render: () => Promise.resolve(imported.profile) },
      'yaml',
      out,
      streams,
    );
  for (const notice of imported.notices) streams.err(`${notice}\n`);
  if (target !== undefined) {
    const words = [
      'emuprove',
      'evaluate',
      ...datasets.flatMap((one) => ['--datasets', one]),
      '--prover',
      imported.id,
    ];
    streams.err(`next: ${words.map(quoteWord).join(' ')}\n`);
  }
  return EXIT.ok;
}

function readTrace({ files, format }: ProverArgs, operations: readonly string[]): ImportedProver {
  const [file = '', ...others] = files;
  if (others.length > 0 || format !== 'table') {
    const message = others.length > 0 ? 'a prover is one trace' : 'a profile has one format';
    const expected = others.length > 0 ? 'one file' : 'no --format; --out FILE.yaml';
    throw new InputError([{ code: 'usage', message, expected }]);
  }
  const source = readTextFile(file, file);
  if (!source.ok) throw new InputError(source.issues);
  try {
    return readProverTrace(source.text, operations);
  } catch (error) {
    if (error instanceof InputError) throw new InputError(placed(error.issues, { file }));
    throw error;
  }
}

/** Writes a profile to the folder `provers` of a directory, which is made where it is missing. */
function writeProfile(
  { id, profile }: ImportedProver,
  directory: string,
  replace: boolean,
): string {
  const path = pathIn(pathIn(directory, 'provers'), `${id}.yaml`);
  if (!replace && statSync(path, { throwIfNoEntry: false }) !== undefined) {
    const message = `there is a profile ${quote(id)} already`;
    throw new InputError([
      {
        code: 'duplicate',
        message,
        expected: 'another prover.id, or --replace',
        file: shown(path),
      },
    ]);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileWhole(path, profile);
  } catch (error) {
    throw writeFailure(shown(path), error);
  }
  return shown(path);
}
