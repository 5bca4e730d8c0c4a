import type { CommandModule } from 'yargs';
import { LEAST_ROWS, STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import type { Prepared } from '../../doubt/prepare.ts';
import type { DoubtReport } from '../../doubt/types.ts';
import { SEED, studyList, studyNumber, THREADS } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';

interface Args {
  readonly samples: number;
  readonly seed: number;
  readonly second: boolean;
  readonly threads?: number;
  readonly group?: readonly string[];
  readonly output?: readonly string[];
}

const DEFAULTS = STUDY_DEFAULTS.sobol;

/** `emuprove sobol`. */
export function sobolCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'sobol',
      describe: 'which inputs the spread of the ratio comes from',
      defaults: { ...DEFAULTS, group: undefined, output: undefined },
      extend: (yargs) =>
        yargs
          .option(
            'samples',
            studyNumber(
              `rows of the design, ${LEAST_ROWS} at least; a power of two is best`,
              DEFAULTS.samples,
            ),
          )
          .option('seed', SEED)
          .option('second', {
            describe: 'indices of pairs too',
            group: 'Study:',
            type: 'boolean',
            default: DEFAULTS.second,
          })
          .option('threads', THREADS)
          .option('group', studyList('inputs that are moved together, NAME=input,input'))
          .option('output', studyList('a further quantity, such as proof_bytes or log10(latency)'))
          .example('$0 sobol', 'first-order and total indices of log10 of the ratio')
          .example('$0 sobol --output proof_bytes', 'and of the size of the proof')
          .epilogue(
            'Intervals are from resampled rows. The rows of the design cover the inputs more evenly than random\nones would, so that they are conservative: they hold the truth more often than 95 %.',
          ),
      outputs: ({ output = [] }) => output,
      study,
    },
    streams,
    exit,
  );
}

async function study(prepared: Prepared, args: Args, streams: Streams): Promise<DoubtReport> {
  const { seedOption, wholeOption } = await import('../wholeOption.ts');
  const { samples, seed, second, threads, group = [] } = args;
  wholeOption('--samples', samples, LEAST_ROWS, 262_144);
  seedOption(seed);
  const { parseGroups } = await import('../parseGroups.ts');
  const { sobolReport } = await import('../../doubt/sobol.ts');
  const { shareLine } = await import('../progressLine.ts');
  const request = { samples, seed, second, groups: parseGroups(group, prepared) };
  const line = shareLine('the design and its resamples', streams, true);
  try {
    const spread = threads === undefined ? request : { ...request, threads };
    return await sobolReport(prepared, spread, line.onProgress);
  } finally {
    line.end();
  }
}
