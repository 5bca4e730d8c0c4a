import type { Argv, CommandModule } from 'yargs';
import type { Prepared } from '../doubt/prepare.ts';
import type { SubjectRequest } from '../doubt/subject.ts';
import type { DoubtReport } from '../doubt/types.ts';
import { EXIT } from './exitCodes.ts';
import { DOUBT_OPTIONS, outputOptions, SCENARIO_OPTIONS, scenarioPositional } from './options.ts';
import type { ScenarioArgs } from './scenarioArgs.ts';
import type { Streams } from './streams.ts';

/** Options that every study has. */
interface CommonArgs extends ScenarioArgs {
  readonly format: string;
  readonly out?: readonly string[];
}

/** What makes a study a command. */
export interface StudyDefinition<Args> {
  readonly name: string;
  readonly describe: string;
  /** Its own options that a result depends on, with what they are where they are left out. */
  readonly defaults: Readonly<{ [K in keyof Args]?: Args[K] | undefined }>;
  /** Adds the study's own options and examples. */
  readonly extend: (yargs: Argv) => Argv;
  /** What it gives beside the headline and the verdict. */
  readonly outputs?: (args: Args) => readonly string[];
  /** What it is about instead of these. */
  readonly about?: (args: Args) => SubjectRequest | undefined;
  readonly study: (prepared: Prepared, args: Args, streams: Streams) => Promise<DoubtReport>;
  /** Exit code of what came out; 0 where left out. */
  readonly conclude?: (report: DoubtReport, args: Args, streams: Streams) => Promise<number>;
}

/** A command that prepares a scenario, studies its doubt, and writes what it found. */
export function studyCommand<Args>(
  definition: StudyDefinition<Args>,
  streams: Streams,
  exit: (code: number) => void,
): CommandModule {
  const { name, describe, extend } = definition;
  return {
    command: `${name} [scenario]`,
    describe,
    builder: (yargs: Argv) =>
      extend(
        scenarioPositional(yargs)
          .options(SCENARIO_OPTIONS)
          .options(DOUBT_OPTIONS)
          .options(outputOptions(['table', 'json', 'csv', 'md'], 'table')),
      ),
    handler: async (args) => {
      exit(await run(definition, args as unknown as Args & CommonArgs, streams));
    },
  };
}

async function run<Args>(
  { name, defaults, outputs, about, study, conclude }: StudyDefinition<Args>,
  args: Args & CommonArgs,
  streams: Streams,
): Promise<number> {
  const { readyScenario } = await import('./scenarioArgs.ts');
  const { prepare } = await import('../doubt/prepare.ts');
  const { optionWords } = await import('../result/optionWords.ts');
  const { builtin, checked, scenario, shipped } = await readyScenario(args);
  const prepared = prepare(builtin, scenario, shipped, !checked, {
    study: name,
    words: optionWords(args as Readonly<Record<string, unknown>>, defaults),
    outputs: outputs?.(args) ?? [],
    about: about?.(args),
  });
  const report = await study(prepared, args, streams);
  const { writeOutput } = await import('./output.ts');
  await writeOutput(
    {
      formats: { json: 'json', csv: 'csv', md: 'md', txt: 'plain' },
      render: async (format) => {
        if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
        if (format === 'csv') {
          const { doubtCsv } = await import('../report/table/doubtCsv.ts');
          return doubtCsv(report);
        }
        const { doubtBlocks } = await import('../report/table/doubtBlocks.ts');
        const { renderBlocks } = await import('./renderBlocks.ts');
        return renderBlocks(doubtBlocks(report), format, streams);
      },
    },
    args.format,
    args.out ?? [],
    streams,
  );
  return conclude === undefined ? EXIT.ok : conclude(report, args, streams);
}
