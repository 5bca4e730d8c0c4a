import type { CommandModule } from 'yargs';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import { InputError } from '../../issues/issue.ts';
import { SEED, studyList, studyNumber } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';
import { subjectRequest, type SubjectArgs } from '../subjectOption.ts';

interface Args extends SubjectArgs {
  readonly sampled: boolean;
  readonly samples: number;
  readonly seed: number;
}

const DEFAULTS = STUDY_DEFAULTS.tornado;

/** That an option was given which only draws have a use for. */
function refuseUnused(given: Pick<Args, 'samples' | 'seed'>): void {
  const unused = (['samples', 'seed'] as const).filter((name) => given[name] !== DEFAULTS[name]);
  if (unused.length === 0) return;
  const message = `${unused.map((name) => `--${name}`).join(' and ')} says nothing without --sampled`;
  throw new InputError([{ code: 'usage', message, expected: 'tornado --sampled, or neither' }]);
}

/** `emuprove tornado`. */
export function tornadoCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'tornado',
      describe: 'how far each input alone moves the ratio',
      defaults: { sampled: false, ...DEFAULTS, output: undefined },
      extend: (yargs) =>
        yargs
          .option('sampled', {
            describe: 'draw the other inputs instead of leaving them as they are',
            group: 'Study:',
            type: 'boolean',
            default: false,
          })
          .option('samples', studyNumber('draws with --sampled', DEFAULTS.samples))
          .option('seed', SEED)
          .option('output', studyList('a quantity to study instead of the ratio'))
          .example('$0 tornado', 'which input decides')
          .example(
            '$0 tornado cloud-f2 --output prove_cost',
            'which input moves the cost of proving',
          )
          .example('$0 tornado --sampled', 'the same while all others are in doubt'),
      about: subjectRequest,
      study: async (prepared, { sampled, samples, seed }, streams) => {
        const { sampledTornadoReport, tornadoReport } = await import('../../doubt/tornado.ts');
        if (!sampled) {
          refuseUnused({ samples, seed });
          return tornadoReport(prepared);
        }
        const { seedOption, wholeOption } = await import('../wholeOption.ts');
        wholeOption('--samples', samples, 2, 65_536);
        seedOption(seed);
        const { shareLine } = await import('../progressLine.ts');
        const line = shareLine('the bars', streams);
        try {
          return sampledTornadoReport(prepared, { samples, seed }, line.onProgress);
        } finally {
          line.end();
        }
      },
    },
    streams,
    exit,
  );
}
