import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { EXIT } from '../exitCodes.ts';
import { SCENARIO_OPTIONS } from '../options.ts';
import type { Streams } from '../streams.ts';

interface Args {
  readonly file: readonly string[];
  readonly datasets?: readonly string[];
}

/** `emuprove validate`: what is wrong with datasets, models and scenarios. */
export function validateCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'validate [file..]',
    describe: 'check tables (.csv), models, provers and scenarios (.yaml)',
    builder: (yargs: Argv) =>
      yargs
        .positional('file', {
          describe: 'files to check; without any, everything that ships',
          type: 'string',
          array: true,
        })
        .option('datasets', SCENARIO_OPTIONS.datasets)
        .example('$0 validate', 'all built-in models, datasets and scenarios')
        .example('$0 validate my-scenario.yaml devices.csv', 'your own files')
        .example('$0 validate --datasets mine', 'everything, with a directory of your own'),
    handler: async (args) => {
      exit(await validate(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function validate(args: Args, streams: Streams): Promise<number> {
  const { validateBuiltin } = await import('../../builtin/validate.ts');
  const { validateFile } = await import('../../builtin/validateFile.ts');
  const { shown } = await import('../../builtin/userFiles.ts');
  const { formatIssues } = await import('../../issues/format.ts');
  const { loadBuiltin } = await import('../../builtin/load.ts');
  const { builtin } = await loadBuiltin(args.datasets);
  const { tellNotices } = await import('../tellNotices.ts');
  tellNotices(builtin, streams);
  const { loadPublished } = await import('../../backtest/load.ts');
  const published = loadPublished(undefined, args.datasets);
  const files = args.file ?? [];
  const reports =
    files.length === 0
      ? validateBuiltin(builtin)
      : files.map((file) => validateFile(file, builtin));
  for (const { path, files: own } of builtin.user ?? []) {
    streams.out(`${shown(path)} (${own.length} file${own.length === 1 ? '' : 's'}): read\n`);
  }
  for (const { file } of published.flatMap(({ own = [] }) => own)) streams.out(`${file}: read\n`);
  let wrong = 0;
  for (const { subject, issues } of reports) {
    wrong += issues.length;
    if (issues.length === 0) streams.out(`${subject}: ok\n`);
    else streams.err(`${formatIssues(issues)}\n`);
  }
  if (wrong > 0) streams.err(`${wrong} issue${wrong === 1 ? '' : 's'}\n`);
  return wrong > 0 ? EXIT.input : EXIT.ok;
}
