import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type {
  BreakEvenReport,
  MontecarloReport,
  SobolReport,
  TornadoReport,
} from '../../doubt/types.ts';
import type { Prepared } from '../../doubt/prepare.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS, scenarioPositional } from '../options.ts';
import type { ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly format: string;
  readonly out?: readonly string[];
  readonly samples?: number;
  readonly seed?: number;
  readonly method?: 'sobol' | 'random';
}

type Report = MontecarloReport | TornadoReport | SobolReport | BreakEvenReport;

/** The commands that study the doubt of a scenario. */
export function doubtCommands(streams: Streams, exit: (code: number) => void): CommandModule[] {
  const command = (
    name: string,
    describe: string,
    extend: (yargs: Argv) => Argv,
    study: (prepared: Prepared, args: Args, streams: Streams) => Promise<Report>,
  ): CommandModule => ({
    command: `${name} [scenario]`,
    describe,
    builder: (yargs: Argv) =>
      extend(
        scenarioPositional(yargs)
          .options(SCENARIO_OPTIONS)
          .options(outputOptions(['table', 'json', 'md'], 'table')),
      ),
    handler: async (args) => {
      const own = args as unknown as ArgumentsCamelCase<Args>;
      exit(await run(name, own, (prepared) => study(prepared, own, streams), streams));
    },
  });
  return [
    command(
      'montecarlo',
      'how likely it passes, given the doubt of every input',
      (yargs) =>
        yargs
          .option('samples', {
            describe: 'draws',
            group: 'Study:',
            type: 'number',
            default: 65_536,
          })
          .option('seed', {
            describe: 'seed of the draws',
            group: 'Study:',
            type: 'number',
            default: 0,
          })
          .option('method', {
            describe: 'scrambled Sobol points or pseudo-random ones',
            group: 'Study:',
            choices: ['sobol', 'random'],
            default: 'sobol',
          })
          .example('$0 montecarlo', 'probability that the default scenario passes')
          .example('$0 montecarlo cloud-f2 --samples 1000000', 'a finer answer'),
      montecarlo,
    ),
    command(
      'tornado',
      'how far each input alone moves the ratio',
      (yargs) => yargs.example('$0 tornado', 'which input decides'),
      async (prepared) => (await import('../../doubt/studies.ts')).tornadoReport(prepared),
    ),
    command(
      'sobol',
      'which inputs the spread of the ratio comes from',
      (yargs) =>
        yargs
          .option('samples', {
            describe: 'rows of the design; a power of two is best',
            group: 'Study:',
            type: 'number',
            default: 4_096,
          })
          .option('seed', {
            describe: 'seed of the draws',
            group: 'Study:',
            type: 'number',
            default: 0,
          })
          .example('$0 sobol', 'first-order and total indices of log10 of the ratio'),
      sobol,
    ),
    command(
      'breakeven',
      'what each input would have to be for the verdict to flip',
      (yargs) => yargs.example('$0 breakeven prototyping', 'what would make it pass'),
      async (prepared) => (await import('../../doubt/studies.ts')).breakEvenReport(prepared),
    ),
  ];
}

async function montecarlo(prepared: Prepared, args: Args, streams: Streams): Promise<Report> {
  const { montecarloReport } = await import('../../doubt/studies.ts');
  const { progress } = await import('../progress.ts');
  const { samples = 0, seed = 0, method = 'sobol' } = args;
  const line = progress(samples, streams);
  try {
    return await montecarloReport(prepared, { samples, seed, method }, line.onProgress);
  } finally {
    line.end();
  }
}

async function sobol(prepared: Prepared, { samples = 0, seed = 0 }: Args): Promise<Report> {
  const { wholeOption } = await import('../wholeOption.ts');
  wholeOption('--samples', samples, 2, 1_048_576);
  wholeOption('--seed', seed, 0, Number.MAX_SAFE_INTEGER);
  const { sobolReport } = await import('../../doubt/studies.ts');
  return sobolReport(prepared, { samples, seed });
}

async function run(
  name: string,
  args: Args,
  study: (prepared: Prepared) => Promise<Report>,
  streams: Streams,
): Promise<number> {
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { prepare } = await import('../../doubt/prepare.ts');
  const { builtin, checked, scenario, shipped } = await readyScenario(args);
  const report = await study(prepare(builtin, scenario, shipped, !checked, name));
  const { writeOutput } = await import('../output.ts');
  await writeOutput(
    {
      formats: { json: 'json', md: 'md', txt: 'plain' },
      render: async (format) => {
        if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
        const { doubtBlocks } = await import('../../report/table/doubtBlocks.ts');
        const { renderBlocks } = await import('../renderBlocks.ts');
        return renderBlocks(doubtBlocks(report), format, streams);
      },
    },
    args.format,
    args.out ?? [],
    streams,
  );
  return EXIT.ok;
}
