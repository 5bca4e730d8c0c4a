import type { CommandModule } from 'yargs';
import { SEED, studyList, studyNumber } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';

interface Args {
  readonly samples: number;
  readonly seed: number;
  readonly second: boolean;
  readonly group?: readonly string[];
  readonly output?: readonly string[];
}

/** Rows of the design. */
const SAMPLES = 4_096;

/** `emuprove sobol`. */
export function sobolCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'sobol',
      describe: 'which inputs the spread of the ratio comes from',
      defaults: { samples: SAMPLES, seed: 0, second: false, group: undefined, output: undefined },
      extend: (yargs) =>
        yargs
          .option('samples', studyNumber('rows of the design; a power of two is best', SAMPLES))
          .option('seed', SEED)
          .option('second', {
            describe: 'indices of pairs too',
            group: 'Study:',
            type: 'boolean',
            default: false,
          })
          .option('group', studyList('inputs that are moved together, NAME=input,input'))
          .option('output', studyList('a further quantity, such as proof_bytes or log10(latency)'))
          .example('$0 sobol', 'first-order and total indices of log10 of the ratio')
          .example('$0 sobol --output proof_bytes', 'and of the size of the proof'),
      outputs: ({ output = [] }) => output,
      study: async (prepared, { samples, seed, second, group = [] }) => {
        const { seedOption, wholeOption } = await import('../wholeOption.ts');
        wholeOption('--samples', samples, 2, 262_144);
        seedOption(seed);
        const { parseGroups } = await import('../parseGroups.ts');
        const groups = parseGroups(group, prepared);
        const { sobolReport } = await import('../../doubt/sobol.ts');
        return sobolReport(prepared, { samples, seed, second, groups });
      },
    },
    streams,
    exit,
  );
}
