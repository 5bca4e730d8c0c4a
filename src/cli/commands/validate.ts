import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { EXIT } from '../exitCodes.ts';
import type { Streams } from '../streams.ts';

interface Args {
  readonly file: readonly string[];
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
        .example('$0 validate', 'all built-in models, datasets and scenarios')
        .example('$0 validate my-scenario.yaml devices.csv', 'your own files'),
    handler: async (args) => {
      exit(await validate(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function validate(args: Args, streams: Streams): Promise<number> {
  const { validateBuiltin } = await import('../../builtin/validate.ts');
  const { validateFile } = await import('../../builtin/validateFile.ts');
  const { formatIssues } = await import('../../issues/format.ts');
  const { loadBuiltin } = await import('../../builtin/load.ts');
  const { builtin } = await loadBuiltin();
  const files = args.file ?? [];
  const reports =
    files.length === 0
      ? validateBuiltin(builtin)
      : files.map((file) => validateFile(file, builtin));
  let wrong = 0;
  for (const { subject, issues } of reports) {
    wrong += issues.length;
    if (issues.length === 0) streams.out(`${subject}: ok\n`);
    else streams.err(`${formatIssues(issues)}\n`);
  }
  if (wrong > 0) streams.err(`${wrong} issue${wrong === 1 ? '' : 's'}\n`);
  return wrong > 0 ? EXIT.input : EXIT.ok;
}
