import type { CommandModule } from 'yargs';
import { studyList } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';

interface Args {
  readonly together?: readonly string[];
}

/** `emuprove breakeven`. */
export function breakEvenCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'breakeven',
      describe: 'what each input would have to be for the verdict to flip',
      defaults: { together: undefined },
      extend: (yargs) =>
        yargs
          .option('together', studyList('inputs for the smallest joint change, name,name'))
          .example('$0 breakeven prototyping', 'what would make it pass')
          .example(
            '$0 breakeven prototyping --together memory_efficiency,on_chip_fusion',
            'and what these two could do together',
          ),
      study: async (prepared, { together = [] }) => {
        const names = together.flatMap((text) => text.split(/,(?![^[]*\])/));
        const { breakEvenReport } = await import('../../doubt/breakeven.ts');
        return breakEvenReport(
          prepared,
          names.map((name) => name.trim()),
        );
      },
    },
    streams,
    exit,
  );
}
