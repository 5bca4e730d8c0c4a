import type { CommandModule } from 'yargs';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import { studyNumber } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';

interface Args {
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
      defaults: { x: undefined, y: undefined, ...DEFAULTS },
      extend: (yargs) =>
        yargs
          .option('x', side('x'))
          .option('y', side('y'))
          .option('count', studyNumber('nodes a side', DEFAULTS.count))
          .example('$0 grid --x on_chip_fusion --y memory_efficiency', 'over all they may be')
          .example(
            "$0 grid --x 'host_bandwidth=1 GB/s..64 GB/s' --y unit_busy=0.3..1",
            'over ranges of your own',
          ),
      study: async (prepared, { x, y, count }) => {
        const { wholeOption } = await import('../wholeOption.ts');
        wholeOption('--count', count, 2, 1_001);
        const { parseSide } = await import('../parseSide.ts');
        const { gridReport } = await import('../../doubt/grid.ts');
        return gridReport(prepared, { x: parseSide(x), y: parseSide(y), count });
      },
    },
    streams,
    exit,
  );
}
