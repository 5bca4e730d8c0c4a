import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { EvaluationResult } from '../../result/types.ts';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS, scenarioPositional } from '../options.ts';
import type { ScenarioArgs } from '../scenarioArgs.ts';
import type { Streams } from '../streams.ts';

interface Args extends ScenarioArgs {
  readonly format: string;
  readonly out?: readonly string[];
  readonly check?: readonly string[];
}

const FORMATS = ['table', 'json', 'csv', 'md'] as const;

/** `emuprove evaluate`: the verdict of a scenario. */
export function evaluateCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'evaluate [scenario]',
    describe: 'verdict, both sides, what binds, cost (without any command: the default scenario)',
    builder: (yargs: Argv) =>
      scenarioPositional(yargs)
        .options(SCENARIO_OPTIONS)
        .options(outputOptions(FORMATS, 'table'))
        .option('check', {
          describe: 'exit with 3 unless the criterion, or each condition given, holds',
          group: 'Output:',
          type: 'string',
          array: true,
        })
        .example('$0 evaluate', 'the default scenario')
        .example('$0 evaluate cloud-f2 --core serv-tile', 'a rented FPGA, other cores')
        .example('$0 evaluate --set fill.lut=0.6 --set "reference_clock=250 MHz"', 'other values')
        .example('$0 evaluate --check --check "overhead<=5000"', 'for scripts and CI')
        .example('$0 evaluate --out result.json --out result.md', 'several files at once'),
    handler: async (args) => {
      exit(await evaluate(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function evaluate(args: Args, streams: Streams): Promise<number> {
  const { readyScenario } = await import('../scenarioArgs.ts');
  const { buildResult } = await import('../../result/build.ts');
  const { builtin, checked, scenario, shipped } = await readyScenario(args);
  const { result, evaluation } = buildResult(builtin, scenario, shipped, !checked);
  const { writeOutput } = await import('../output.ts');
  const conditions = (args.check ?? []).filter((condition) => condition !== '');
  const { checkCondition } = await import('../check.ts');
  // An unknown name in a condition is found before anything is written.
  const checkedConditions = conditions.map((condition) => checkCondition(evaluation, condition));
  await writeOutput(
    {
      formats: { json: 'json', csv: 'csv', md: 'md', txt: 'plain', html: 'html' },
      render: (format) => render(result, format, streams),
    },
    args.format,
    args.out ?? [],
    streams,
  );
  if (args.check === undefined) return EXIT.ok;
  let failed = 0;
  if (conditions.length === 0 && result.verdict.outcome !== 'pass') {
    streams.err(`check failed: ${result.verdict.sentence}\n`);
    failed++;
  }
  for (const { condition, holds, why } of checkedConditions) {
    if (holds) continue;
    streams.err(`check failed: ${condition}: ${why}\n`);
    failed++;
  }
  return failed > 0 ? EXIT.check : EXIT.ok;
}

async function render(result: EvaluationResult, format: string, streams: Streams): Promise<string> {
  if (format === 'json') return `${JSON.stringify(result, null, 2)}\n`;
  if (format === 'html') {
    const { renderHtml } = await import('../../report/index.ts');
    const { alone } = await import('../../dossier/alone.ts');
    return renderHtml(alone(result, 'emuprove report has them, emuprove evaluate has not'));
  }
  if (format === 'csv') {
    const { evaluationCsv } = await import('../../report/table/csv.ts');
    return evaluationCsv(result);
  }
  const { evaluationBlocks } = await import('../../report/table/evaluationBlocks.ts');
  const { renderBlocks } = await import('../renderBlocks.ts');
  return renderBlocks(evaluationBlocks(result), format, streams);
}
