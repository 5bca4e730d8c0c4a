import type { CommandModule } from 'yargs';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import { SEED, studyNumber } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';

interface Args {
  readonly trajectories: number;
  readonly seed: number;
}

const DEFAULTS = STUDY_DEFAULTS.morris;

/** `emuprove morris`. */
export function morrisCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'morris',
      describe: 'a cheap first look at which inputs matter',
      defaults: DEFAULTS,
      extend: (yargs) =>
        yargs
          .option(
            'trajectories',
            studyNumber('ways through the space of the inputs', DEFAULTS.trajectories),
          )
          .option('seed', SEED)
          .example('$0 morris', 'elementary effects on log10 of the ratio'),
      study: async (prepared, { trajectories, seed }) => {
        const { seedOption, wholeOption } = await import('../wholeOption.ts');
        wholeOption('--trajectories', trajectories, 2, 10_000);
        seedOption(seed);
        const { morrisReport } = await import('../../doubt/morris.ts');
        return morrisReport(prepared, { trajectories, seed });
      },
    },
    streams,
    exit,
  );
}
