import type { CommandModule } from 'yargs';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import { LIMIT, studyList, studyNumber } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';
import { subjectRequest, type SubjectArgs } from '../subjectOption.ts';

interface Args extends SubjectArgs {
  readonly x: string;
  readonly y: string;
  readonly count: number;
}

const DEFAULTS = STUDY_DEFAULTS.grid;

/** `emuprove grid`. */
export function gridCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  const side = (name: string): object => ({
    describe: `input along ${name}: NAME, or NAME=LOW..HIGH`,
    group: 'Study:',
    type: 'string',
    demandOption: true,
  });
  return studyCommand<Args>(
    {
      name: 'grid',
      describe: 'the ratio over two inputs, and where it meets its limit',
      defaults: { x: undefined, y: undefined, ...DEFAULTS, output: undefined, limit: undefined },
      extend: (yargs) =>
        yargs
          .option('x', side('x'))
          .option('y', side('y'))
          .option('count', studyNumber('nodes a side', DEFAULTS.count))
          .option('output', studyList('a quantity to study instead of the ratio and the verdict'))
          .option('limit', LIMIT)
          .example('$0 grid --x on_chip_fusion --y memory_efficiency', 'over all they may be')
          .example(
            "$0 grid --x 'host_bandwidth=1 GB/s..64 GB/s' --y unit_busy=0.3..1",
            'over ranges of your own',
          )
          .example(
            "$0 grid cloud-f2 --x cloud_rate --y unit_busy --output prove_cost --limit '0.02 USD'",
            'where proving is that cheap',
          ),
      about: subjectRequest,
      study: async (prepared, { x, y, count }) => {
        const { wholeOption } = await import('../wholeOption.ts');
        wholeOption('--count', count, 2, 1_001);
        const { parseSide } = await import('../parseSide.ts');
        const { gridReport, quantityGridReport } = await import('../../doubt/grid.ts');
        const study = prepared.subject === undefined ? gridReport : quantityGridReport;
        return study(prepared, { x: parseSide(x), y: parseSide(y), count });
      },
    },
    streams,
    exit,
  );
}
