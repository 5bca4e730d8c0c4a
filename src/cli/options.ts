import type { Argv, Options } from 'yargs';

const INPUT = 'Scenario:';
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
  set: repeated('value of a quantity, name=value [unit]', INPUT),
} as const satisfies Record<string, Options>;

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
