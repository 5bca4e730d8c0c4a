import type { CommandModule } from 'yargs';
import { LIMIT, studyList } from '../options.ts';
import type { Streams } from '../streams.ts';
import { studyCommand } from '../study.ts';
import { subjectRequest, type SubjectArgs } from '../subjectOption.ts';

interface Args extends SubjectArgs {
  readonly together?: readonly string[];
}

/** `emuprove breakeven`. */
export function breakEvenCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return studyCommand<Args>(
    {
      name: 'breakeven',
      describe: 'what each input would have to be for the verdict to flip',
      defaults: { together: undefined, output: undefined, limit: undefined },
      extend: (yargs) =>
        yargs
          .option('together', studyList('inputs for the smallest joint change, name,name'))
          .option('output', studyList('a quantity to study instead of the ratio and the verdict'))
          .option('limit', LIMIT)
          .example('$0 breakeven prototyping', 'what would make it pass')
          .example(
            '$0 breakeven prototyping --together memory_efficiency,on_chip_fusion',
            'and what these two could do together',
          )
          .example(
            "$0 breakeven cloud-f2 --output prove_cost --limit '0.02 USD'",
            'what would make proving that cheap',
          ),
      about: subjectRequest,
      study: async (prepared, { together = [] }) => {
        const names = together.flatMap((text) => text.split(/,(?![^[]*\])/));
        const { breakEvenReport, quantityBreakEvenReport } =
          await import('../../doubt/breakeven.ts');
        const study = prepared.subject === undefined ? breakEvenReport : quantityBreakEvenReport;
        return study(
          prepared,
          names.map((name) => name.trim()),
        );
      },
    },
    streams,
    exit,
  );
}
