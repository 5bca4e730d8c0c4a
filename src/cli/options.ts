import type { Argv, Options } from 'yargs';

const INPUT = 'Scenario:';
const DOUBT = 'Doubt:';
const OUTPUT = 'Output:';

const repeated = (describe: string, group: string): Options & { array: true; type: 'string' } => ({
  describe,
  group,
  type: 'string',
  array: true,
  // One value per option, so that a positional may follow it.
  nargs: 1,
});

/** Options that choose and change a scenario; several commands share them. */
export const SCENARIO_OPTIONS = {
  platform: { describe: 'board or cloud instance', group: INPUT, type: 'string' },
  device: { describe: 'FPGA part', group: INPUT, type: 'string' },
  technology: {
    describe: 'an FPGA, or a chip of its own (with --node)',
    group: INPUT,
    type: 'string',
    choices: ['fpga', 'asic'],
  },
  node: { describe: 'process of an ASIC, or its nanometres', group: INPUT, type: 'string' },
  'die-mm2': { describe: 'area of an ASIC die, in mm²', group: INPUT, type: 'number' },
  memory: { describe: 'memory interface of an ASIC', group: INPUT, type: 'string' },
  core: { describe: 'RISC-V core: a design or a row', group: INPUT, type: 'string' },
  prover: { describe: 'prover profile', group: INPUT, type: 'string' },
  aggregation: {
    describe: 'what becomes of segment proofs',
    group: INPUT,
    type: 'string',
    choices: ['none', 'recursive'],
  },
  reading: {
    describe: 'reading of the criterion',
    group: INPUT,
    type: 'string',
    choices: ['overhead', 'per_core', 'literal'],
  },
  unit: repeated('hardware unit of an operation, operation=unit', INPUT),
  datasets: repeated('directory of your own tables and models, over those that ship', INPUT),
  set: repeated('value or distribution of a quantity, name=value [unit]', INPUT),
} as const satisfies Record<string, Options>;

/** Options that say what is in doubt; every study has them. */
export const DOUBT_OPTIONS = {
  choose: repeated('choices in doubt, the first without doubt: core=a,b,c or core=a:2,b:1', DOUBT),
  correlate: repeated('inputs that are drawn together, name,name=correlation', DOUBT),
} as const satisfies Record<string, Options>;

/** `--seed` of a study that draws. */
export const SEED: Options = {
  describe: 'seed of the draws',
  group: 'Study:',
  type: 'number',
  default: 0,
};

/** `--limit` of a study of a quantity. */
export const LIMIT: Options = {
  describe: 'what the quantity of --output shall be at most, value [unit]',
  group: 'Study:',
  type: 'string',
};

/** `--threads` of a study that can use several. */
export const THREADS: Options = {
  describe: 'threads; the result is the same for any number',
  group: 'Study:',
  type: 'number',
};

/** An option of a study. */
export function studyNumber(describe: string, fallback: number): Options {
  return { describe, group: 'Study:', type: 'number', default: fallback };
}

/** An option of a study that can be given several times. */
export function studyList(describe: string): Options {
  return repeated(describe, 'Study:');
}

/** `--out`, and `--format` with the formats of a command. */
export function outputOptions(
  formats: readonly string[],
  fallback: string,
): Record<'format' | 'out', Options> {
  return {
    format: {
      describe: 'format on standard output',
      group: OUTPUT,
      type: 'string',
      choices: formats,
      default: fallback,
    },
    out: repeated('write a file, its format by its extension; - is standard output', OUTPUT),
  };
}

/** The optional scenario that most commands take. */
export function scenarioPositional<T>(yargs: Argv<T>): Argv<T & { scenario: string | undefined }> {
  return yargs.positional('scenario', {
    describe: 'built-in scenario or path of a scenario file',
    type: 'string',
    default: 'default',
  });
}
