import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { BacktestResult } from '../../backtest/types.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS, SEED, studyNumber } from '../options.ts';
import type { Streams } from '../streams.ts';

interface Args {
  readonly kind?: string;
  readonly datasets?: readonly string[];
  readonly check?: string;
  readonly samples: number;
  readonly seed: number;
  readonly format: string;
  readonly out?: readonly string[];
}

/** Draws of the band of a row: its ends to within a percent or two. */
const SAMPLES = 1_024;

/** `emuprove backtest`: the model recomputes what others have published. */
export function backtestCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'backtest [kind]',
    describe: 'the model recomputes what others have published: how far off, and which way',
    builder: (yargs: Argv) =>
      yargs
        .positional('kind', {
          describe: 'one kind of results with all its rows, e.g. cores_serv',
          type: 'string',
        })
        .option('datasets', SCENARIO_OPTIONS.datasets)
        .option('samples', studyNumber('draws of the band of a row', SAMPLES))
        .option('seed', SEED)
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .option('check', {
          describe: 'exit with 3 where a kind is worse than this file of tolerances says',
          group: 'Output:',
          type: 'string',
        })
        .epilogue('--out takes .html, .svg, .png, .vl.json, .json, .csv and .md.')
        .example('$0 backtest', 'how well each kind is predicted')
        .example('$0 backtest cores_serv', 'SERV cores on some fifty boards, row by row')
        .example('$0 backtest --out backtest.html --out backtest.csv', 'a page, and all rows')
        .example('$0 backtest --check tolerances.yaml', 'for CI'),
    handler: async (args) => {
      exit(await run(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function run(args: Args, streams: Streams): Promise<number> {
  const { seedOption, wholeOption } = await import('../wholeOption.ts');
  wholeOption('--samples', args.samples, 16, 1_000_000);
  seedOption(args.seed);
  const { checkTargets, writeReport } = await import('../writeReport.ts');
  // Names of files and tolerances are checked before any work is done.
  const files = (args.out ?? []).filter((file) => file !== '-');
  const targets = checkTargets(files);
  const { readTolerances, worseThan } = await import('../../backtest/tolerance.ts');
  const tolerances = args.check === undefined ? {} : readTolerances(args.check);
  const { loadBuiltin } = await import('../../builtin/load.ts');
  const { builtin, checked } = await loadBuiltin(args.datasets ?? []);
  const { tellNotices } = await import('../tellNotices.ts');
  tellNotices(builtin, streams);
  const { loadPublished } = await import('../../backtest/load.ts');
  const published = loadPublished(undefined, args.datasets);
  for (const { id, own = [] } of published) {
    for (const { file, replaced } of own) {
      if (replaced.length > 0) streams.err(`${file} replaces ${replaced.join(', ')} of ${id}\n`);
    }
  }
  const { backtest } = await import('../../backtest/backtest.ts');
  const { kind, samples, seed } = args;
  const result = backtest(builtin, published, {
    samples,
    seed,
    check: !checked,
    ...(kind === undefined ? {} : { kind }),
  });
  if (files.length < (args.out ?? [undefined]).length) {
    streams.out(await render(result, args.format, streams));
  }
  if (targets.length > 0) {
    const { backtestSource } = await import('../../report/files/backtestSource.ts');
    await writeReport(backtestSource(result), targets, streams);
  }
  const worse = worseThan(
    result,
    tolerances,
    published.map(({ id }) => id),
  );
  for (const line of worse) streams.err(`check failed: ${line}\n`);
  return worse.length > 0 ? EXIT.check : EXIT.ok;
}

async function render(result: BacktestResult, format: string, streams: Streams): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'csv') {
    const { backtestCsv } = await import('../../report/table/backtestCsv.ts');
    return backtestCsv(result);
  }
  const { backtestBlocks } = await import('../../report/table/backtestBlocks.ts');
  const { renderBlocks } = await import('../renderBlocks.ts');
  return renderBlocks(backtestBlocks(result), format, streams);
}
