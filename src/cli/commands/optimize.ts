import type { Argv, CommandModule } from 'yargs';
import type { Aim, OnProgress, OptimizeRequest } from '../../optimize/request.ts';
import type { OptimizeResult } from '../../optimize/types.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS, scenarioPositional } from '../options.ts';
import type { Progress } from '../progress.ts';
import type { ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly format: string;
  readonly out?: readonly string[];
  readonly over?: readonly string[];
  readonly minimize?: string;
  readonly maximize?: string;
  readonly subjectTo?: readonly string[];
  readonly without?: readonly string[];
  readonly pareto?: string;
  readonly mix: boolean;
}

const SEARCH = 'Search:';

/** Formats by the extension of a file. */
const FORMATS = { json: 'json', csv: 'csv', md: 'md', txt: 'plain' } as const;

/** An option that can be given several times, with one value each. */
const several = (describe: string) =>
  ({ describe, group: SEARCH, type: 'string', array: true, nargs: 1 }) as const;

/** `emuprove optimize`. */
export function optimizeCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'optimize [scenario]',
    describe: 'the best design: unit mix, segment size, code rate, device, under the limits',
    builder: (yargs: Argv) =>
      scenarioPositional(yargs)
        .options(SCENARIO_OPTIONS)
        .option(
          'over',
          several('axis, name=values: device=xcvu*, log2_cycles=18..26; default: design variables'),
        )
        .option('minimize', {
          describe: 'quantity to make small; default: the headline of the reading',
          group: SEARCH,
          type: 'string',
          conflicts: 'maximize',
        })
        .option('maximize', {
          describe: 'quantity to make large, e.g. proved_rate',
          group: SEARCH,
          type: 'string',
        })
        .option('subject-to', several("condition beside the criterion's: 'proof_bytes<=200 kB'"))
        .option(
          'without',
          several('test that is no condition: proof_size, verifier_time, latency, memory_fit'),
        )
        .option('pareto', {
          describe:
            'front of these quantities: overhead,prove_energy (name:max for more is better)',
          group: SEARCH,
          type: 'string',
        })
        .option('mix', {
          describe: 'divide operations among hardware units; --no-mix keeps those of the scenario',
          group: SEARCH,
          type: 'boolean',
          default: true,
        })
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .epilogue(
          'Cost and energy: prove_cost (USD per 10^9 instructions), hourly_rate and target_cost (USD/h),\ncost_overhead, prove_energy (J per 10^9 instructions), energy_overhead; emuprove explain NAME says more.\nEvery point is evaluated, 1,000,000 at most. The limits of the criterion are conditions; --set changes them.',
        )
        .example('$0 optimize', 'what the designer is free to choose')
        .example(
          "$0 optimize --over 'platform=*' --over log2_cycles=18..26 --minimize prove_cost",
          'the cheapest platform',
        )
        .example(
          "$0 optimize --pareto overhead,latency --subject-to 'proof_bytes<=200 kB'",
          'what a shorter latency costs',
        )
        .example("$0 optimize --over 'prover_clock=200..400:25'", 'clocks within bounds, in MHz'),
    handler: async (args) => {
      exit(await run(args as unknown as Args, streams));
    },
  };
}

async function run(args: Args, streams: Streams): Promise<number> {
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { optimize } = await import('../../optimize/optimize.ts');
  const { progress } = await import('../progress.ts');
  const { checkOutput, writeOutput } = await import('../output.ts');
  checkOutput(FORMATS, args.format, args.out ?? []);
  const { builtin, checked, scenario, shipped } = await readyScenario(args);
  let line: Progress | undefined;
  const onProgress: OnProgress = (done, total) => {
    line ??= progress(total, streams, 'designs');
    return line.onProgress(done);
  };
  let result: OptimizeResult;
  try {
    result = await optimize(builtin, scenario, shipped, !checked, requestOf(args), onProgress);
  } finally {
    line?.end();
  }
  await writeOutput(
    {
      formats: FORMATS,
      render: (format) => render(result, format, streams),
    },
    args.format,
    args.out ?? [],
    streams,
  );
  return EXIT.ok;
}

function requestOf(args: Args): OptimizeRequest {
  const { over = [], minimize, maximize, subjectTo = [], without = [], pareto, mix } = args;
  const aim: Aim | undefined =
    minimize !== undefined
      ? { name: minimize, direction: 'minimize' }
      : maximize !== undefined
        ? { name: maximize, direction: 'maximize' }
        : undefined;
  return {
    over,
    subjectTo,
    without,
    mix,
    ...(aim === undefined ? {} : { aim }),
    ...(pareto === undefined ? {} : { pareto: readPareto(pareto) }),
  };
}

/** `overhead,proved_rate:max`; commas between brackets belong to a name. */
function readPareto(text: string): Aim[] {
  return text.split(/,(?![^[]*\])/).map((part) => {
    const [, name = '', direction] = /^\s*(.*?)\s*(?::\s*(max|min))?\s*$/s.exec(part) ?? [];
    return { name, direction: direction === 'max' ? 'maximize' : 'minimize' };
  });
}

async function render(result: OptimizeResult, format: string, streams: Streams): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'csv') {
    const { optimizeCsv } = await import('../../report/table/optimizeCsv.ts');
    return optimizeCsv(result);
  }
  const { optimizeBlocks } = await import('../../report/table/optimizeBlocks.ts');
  const { renderBlocks } = await import('../renderBlocks.ts');
  return renderBlocks(optimizeBlocks(result), format, streams);
}
