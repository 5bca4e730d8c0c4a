import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { CostResult } from '../../cost/types.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS, scenarioPositional } from '../options.ts';
import type { ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly format: string;
  readonly out?: readonly string[];
}

/** `emuprove cost`: dollars and watts, FPGA and ASIC beside what is used today. */
export function costCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'cost [scenario]',
    describe: 'dollars and watts: FPGA, ASIC and what is used today side by side',
    builder: (yargs: Argv) =>
      scenarioPositional(yargs)
        .options(SCENARIO_OPTIONS)
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .epilogue(
          'Without --technology, --node, --die-mm2 and --memory are about the ASIC beside the FPGA.\n--out takes .html, .svg, .png, .vl.json, .json, .csv and .md.',
        )
        .example('$0 cost cloud-f2', 'a rented FPGA and a chip in 7 nm')
        .example(
          '$0 cost --set price=6000 --node 16',
          'a price that is not published; another process',
        )
        .example('$0 cost --set volume=1000 --out cost.html', 'a page with charts'),
    handler: async (args) => {
      exit(await cost(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function cost(args: Args, streams: Streams): Promise<number> {
  const { checkTargets, writeReport } = await import('../writeReport.ts');
  // Names of files are checked before any work is done.
  const files = (args.out ?? []).filter((file) => file !== '-');
  const targets = checkTargets(files);
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { node, memory, ...rest } = args;
  // A node says which ASIC stands beside an FPGA, and where the scenario is one, in what it is made.
  const beside = args.technology === 'asic' ? undefined : await readyScenario(rest);
  const { builtin, checked, scenario, shipped } =
    beside?.scenario.technology === undefined && beside !== undefined
      ? beside
      : await readyScenario(args);
  const { buildCost } = await import('../../cost/build.ts');
  const result = buildCost(builtin, scenario, shipped, !checked, {
    ...(node === undefined ? {} : { node }),
    ...(memory === undefined ? {} : { memory }),
  });
  if (files.length < (args.out ?? [undefined]).length) {
    streams.out(await render(result, args.format, streams));
  }
  if (targets.length > 0) {
    const { costSource } = await import('../../report/files/costSource.ts');
    await writeReport(costSource(result), targets, streams);
  }
  return EXIT.ok;
}

async function render(result: CostResult, format: string, streams: Streams): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'csv') {
    const { costCsv } = await import('../../report/table/costCsv.ts');
    return costCsv(result);
  }
  const { costBlocks } = await import('../../report/table/costBlocks.ts');
  const { renderBlocks } = await import('../renderBlocks.ts');
  return renderBlocks(costBlocks(result), format, streams);
}
