import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { PhasesResult } from '../../phases/types.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS } from '../options.ts';
import type { Streams } from '../streams.ts';

interface Args {
  readonly zkvm?: string;
  readonly scenario: string;
  readonly datasets?: readonly string[];
  readonly format: string;
  readonly out?: readonly string[];
}

/** `emuprove phases`: the milestones of the roadmap, scored for published systems. */
export function phasesCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'phases [zkvm]',
    describe: 'every milestone of the roadmap scored for published systems',
    builder: (yargs: Argv) =>
      yargs
        .positional('zkvm', { describe: 'one system with its sources', type: 'string' })
        .option('scenario', {
          describe: 'scenario in which prover profiles are evaluated',
          group: 'Scenario:',
          type: 'string',
          default: 'default',
        })
        .option('datasets', SCENARIO_OPTIONS.datasets)
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .epilogue(
          'Only what a source supports is met. --out takes .html, .svg, .png, .vl.json, .json, .csv and .md.',
        )
        .example('$0 phases', 'all systems')
        .example('$0 phases sp1', 'one system, with the figure and the source of every milestone')
        .example('$0 phases --out phases.html --out phases.svg', 'a page and its chart'),
    handler: async (args) => {
      exit(await phases(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function phases(args: Args, streams: Streams): Promise<number> {
  const { zkvm, scenario: name, datasets = [] } = args;
  const { checkTargets, writeOne } = await import('../writeReport.ts');
  // Names of files are checked before any work is done.
  const files = (args.out ?? []).filter((file) => file !== '-');
  const targets = checkTargets(files);
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { builtin, checked, scenario, shipped } = await readyScenario({ scenario: name, datasets });
  const { buildPhases } = await import('../../phases/build.ts');
  const { quoteWord } = await import('../../result/command.ts');
  const command = [
    'emuprove',
    'phases',
    ...(zkvm === undefined ? [] : [zkvm]),
    ...(name === 'default' ? [] : ['--scenario', name]),
    ...datasets.flatMap((directory) => ['--datasets', directory]),
  ];
  const result = buildPhases(builtin, {
    ...(zkvm === undefined ? {} : { of: zkvm }),
    scenario,
    shipped,
    check: !checked,
    command: command.map(quoteWord).join(' '),
  });
  if (files.length < (args.out ?? [undefined]).length)
    streams.out(await render(result, args.format, streams));
  const { phasesFile } = await import('../../report/files/phasesFile.ts');
  for (const { path, format } of targets) {
    writeOne(path, await phasesFile(result, format));
    streams.err(`wrote ${path}\n`);
  }
  return EXIT.ok;
}

async function render(result: PhasesResult, format: string, streams: Streams): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'csv') {
    const { phasesCsv } = await import('../../report/table/phasesCsv.ts');
    return phasesCsv(result);
  }
  const { phasesBlocks } = await import('../../report/table/phasesBlocks.ts');
  const { renderBlocks } = await import('../renderBlocks.ts');
  return renderBlocks(phasesBlocks(result), format, streams);
}
