import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { EXIT } from '../exitCodes.ts';
import { SCENARIO_OPTIONS, scenarioPositional } from '../options.ts';
import type { ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly out: readonly string[];
}

/** `emuprove report`: one self-contained HTML file. */
export function reportCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'report [scenario]',
    describe: 'one HTML file with charts, inputs and sources',
    builder: (yargs: Argv) =>
      scenarioPositional(yargs)
        .options(SCENARIO_OPTIONS)
        .option('out', {
          describe: 'file to write; - is standard output',
          group: 'Output:',
          type: 'string',
          array: true,
          nargs: 1,
          default: ['emuprove-report.html'],
        })
        .example('$0 report', 'the default scenario, as emuprove-report.html')
        .example('$0 report cloud-f2 --out f2.html', 'another one'),
    handler: async (args) => {
      exit(await report(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function report(args: Args, streams: Streams): Promise<number> {
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { buildResult } = await import('../../result/build.ts');
  const { builtin, checked, scenario, shipped } = await readyScenario(args);
  const { result } = buildResult(builtin, scenario, shipped, !checked);
  const { writeOutput } = await import('../output.ts');
  await writeOutput(
    {
      formats: { html: 'html', htm: 'html' },
      render: async () => {
        const { renderHtml } = await import('../../report/index.ts');
        return renderHtml(result);
      },
    },
    'html',
    args.out,
    streams,
  );
  return EXIT.ok;
}
