import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { Explanation } from '../../explain/types.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS } from '../options.ts';
import type { ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly quantity: string;
  readonly depth: number;
  readonly format: string;
  readonly out?: readonly string[];
}

/** `emuprove explain`: how a number came about, down to its sources. */
export function explainCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'explain <quantity>',
    describe: 'derivation of a number with values, units, formulas and sources',
    builder: (yargs: Argv) =>
      yargs
        .positional('quantity', {
          describe: 'quantity, e.g. overhead, criterion.overhead or usable.lut',
          type: 'string',
        })
        .option('scenario', {
          describe: 'scenario',
          group: 'Scenario:',
          type: 'string',
          default: 'default',
        })
        .options(SCENARIO_OPTIONS)
        .option('depth', {
          describe: 'steps to go down',
          group: 'Output:',
          type: 'number',
          default: 3,
        })
        .options(outputOptions(['table', 'json'], 'table'))
        .example('$0 explain overhead', 'what the headline is made of')
        .example('$0 explain native.core_ipc --depth 9', 'down to the rows and their sources')
        .example('$0 explain unit_resource.gf128_mul.lut', 'one element of an indexed quantity'),
    handler: async (args) => {
      exit(await explainQuantity(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function explainQuantity(args: Args, streams: Streams): Promise<number> {
  const { wholeOption } = await import('../wholeOption.ts');
  wholeOption('--depth', args.depth, 0, 1_000);
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { evaluateScenario } = await import('../../result/build.ts');
  const { userNotices } = await import('../../result/userData.ts');
  const { explain } = await import('../../explain/explain.ts');
  const { builtin, checked, scenario } = await readyScenario(args);
  const { evaluation } = evaluateScenario(builtin, scenario, !checked);
  const notes = userNotices(builtin);
  const explanation: Explanation = {
    schemaVersion: '1.0',
    kind: 'explanation',
    tool: { name: 'emuprove', version: builtin.version },
    scenario: scenario.id,
    ...(notes.length === 0 ? {} : { notes }),
    trees: explain(evaluation, args.quantity, args.depth),
  };
  const { writeOutput } = await import('../output.ts');
  await writeOutput(
    {
      formats: { json: 'json', txt: 'table' },
      render: async (format) => {
        if (format === 'json') return `${JSON.stringify(explanation, null, 2)}\n`;
        const { explanationText } = await import('../../report/table/explanationText.ts');
        return explanationText(explanation);
      },
    },
    args.format,
    args.out ?? [],
    streams,
  );
  return EXIT.ok;
}
