import type { Argv, CommandModule } from 'yargs';
import type { Comparison } from '../../compare/types.ts';
import { STUDY_DEFAULTS } from '../../doubt/defaults.ts';
import { EXIT } from '../exitCodes.ts';
import { DOUBT_OPTIONS, outputOptions, SCENARIO_OPTIONS, SEED, studyNumber } from '../options.ts';
import type { SidesArgs } from '../compareSides.ts';
import type { Streams } from '../streams.ts';

interface Args extends SidesArgs {
  readonly format: string;
  readonly out?: readonly string[];
  readonly samples: number;
  readonly seed: number;
}

const DEFAULTS = STUDY_DEFAULTS.compare;

const change = (side: string) =>
  ({
    describe: `change ${side} only: a choice or a quantity, name=value`,
    group: 'One side:',
    type: 'string',
    array: true,
    nargs: 1,
  }) as const;

/** `emuprove compare`. */
export function compareCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'compare <first> [second]',
    describe: 'what differs between two scenarios or saved results, and what each difference does',
    builder: (yargs: Argv) =>
      yargs
        .positional('first', {
          describe: 'A: built-in scenario, scenario file, or saved result (.json)',
          type: 'string',
          demandOption: true,
        })
        .positional('second', {
          describe: 'B: likewise; without it, A as changed by the options',
          type: 'string',
        })
        .options(SCENARIO_OPTIONS)
        .options(DOUBT_OPTIONS)
        .option('a', change('A'))
        .option('b', change('B'))
        .option('samples', studyNumber('draws', DEFAULTS.samples))
        .option('seed', SEED)
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .epilogue(
          'With one scenario the options change B; with two they change both, and -a and -b one of them.\nA saved result is what emuprove evaluate --out result.json writes; its numbers stay as they are.',
        )
        .example('$0 compare default --set on_chip_fusion=0.9', 'what a change does')
        .example('$0 compare default cloud-f2', 'two scenarios')
        .example('$0 compare default -b core=serv-tile -b unit_busy=0.5', 'several changes')
        .example('$0 compare result.json', 'what has changed since a result was saved')
        .example('$0 compare old.json new.json --out change.md', 'two saved results')
        .example('$0 compare default cloud-f2 --out diff.html', 'one page, with charts'),
    handler: async (args) => {
      exit(await run(args as unknown as Args, streams));
    },
  };
}

async function run(args: Args, streams: Streams): Promise<number> {
  const { seedOption, wholeOption } = await import('../wholeOption.ts');
  wholeOption('--samples', args.samples, 1, 1_000_000_000);
  seedOption(args.seed);
  const { compareTargets, writeComparison } = await import('../compareTargets.ts');
  // Names of files are checked before any work is done.
  const targets = compareTargets(args.out ?? []);
  const { readSides } = await import('../compareSides.ts');
  const { builtin, a, b, command } = await readSides(args);
  const { compare } = await import('../../compare/compare.ts');
  const { progress } = await import('../progress.ts');
  const { samples, seed } = args;
  const line = progress(samples, streams);
  let result: Comparison;
  try {
    const seeded = samples === DEFAULTS.samples && seed === DEFAULTS.seed;
    const options = { samples, seed, command: seeded ? command : `${command} ${drawWords(args)}` };
    result = await compare(builtin, a, b, options, line.onProgress);
  } finally {
    line.end();
  }
  const text = (format: string): Promise<string> => render(result, format, streams);
  await writeComparison(result, targets, args.format, text, streams);
  return EXIT.ok;
}

function drawWords({ samples, seed }: Args): string {
  return `--samples ${samples} --seed ${seed}`;
}

async function render(result: Comparison, format: string, streams: Streams): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'csv') {
    const { compareCsv } = await import('../../report/table/compareCsv.ts');
    return compareCsv(result);
  }
  const { compareBlocks } = await import('../../report/table/compareBlocks.ts');
  const { renderBlocks } = await import('../renderBlocks.ts');
  return renderBlocks(compareBlocks(result), format, streams);
}
