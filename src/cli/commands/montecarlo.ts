import type { CommandModule } from 'yargs';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import type { Prepared } from '../../doubt/prepare.ts';
import type { DoubtReport } from '../../doubt/types.ts';
import { SEED, studyList, studyNumber, THREADS } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';

interface Args {
  readonly samples: number;
  readonly seed: number;
  readonly method: 'sobol' | 'random';
  readonly confidence: number;
  readonly threads?: number;
  readonly output?: readonly string[];
  readonly check?: readonly string[];
}

const DEFAULTS = STUDY_DEFAULTS.montecarlo;

/** `emuprove montecarlo`. */
export function montecarloCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'montecarlo',
      describe: 'how likely it passes, given the doubt of every input',
      defaults: { ...DEFAULTS, output: undefined },
      extend: (yargs) =>
        yargs
          .option(
            'samples',
            studyNumber(
              'draws; of Sobol points rounded up to a multiple of their 8 scramblings',
              DEFAULTS.samples,
            ),
          )
          .option('seed', SEED)
          .option('method', {
            describe: 'scrambled Sobol points or pseudo-random ones',
            group: 'Study:',
            choices: ['sobol', 'random'],
            default: DEFAULTS.method,
          })
          .option(
            'confidence',
            studyNumber('how often an interval shall hold the truth', DEFAULTS.confidence),
          )
          .option('threads', THREADS)
          .option('output', studyList('a further quantity to give the quantiles of'))
          .option('check', studyList('exit with 3 unless it holds, such as P(pass)>=0.9'))
          .example('$0 montecarlo', 'probability that the default scenario passes')
          .example('$0 montecarlo cloud-f2 --samples 1000000', 'a finer answer')
          .example(
            "$0 montecarlo --set 'on_chip_fusion=pert(0.5,0.75,0.9)'",
            'with a distribution of your own',
          ),
      outputs: ({ output = [] }) => output,
      study,
      conclude: async (report, { check = [] }, { err }) => {
        const { checkProbabilities } = await import('../checkProbabilities.ts');
        return checkProbabilities(report, check, err);
      },
    },
    streams,
    exit,
  );
}

async function study(prepared: Prepared, args: Args, streams: Streams): Promise<DoubtReport> {
  const { parseProbabilityChecks } = await import('../checkProbabilities.ts');
  // A condition that can not be read is told before the work, not after it.
  parseProbabilityChecks(args.check ?? [], prepared);
  const { montecarloReport } = await import('../../doubt/montecarlo.ts');
  const { progress } = await import('../progress.ts');
  const { samples, seed, method, confidence, threads } = args;
  const request = { samples, seed, method, confidence };
  const line = progress(samples, streams);
  try {
    const spread = threads === undefined ? request : { ...request, threads };
    return await montecarloReport(prepared, spread, line.onProgress);
  } finally {
    line.end();
  }
}
