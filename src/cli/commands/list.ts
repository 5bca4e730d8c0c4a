import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { EXIT } from '../exitCodes.ts';
import { outputOptions, SCENARIO_OPTIONS } from '../options.ts';
import type { Streams } from '../streams.ts';

interface Args {
  readonly kind: string;
  readonly filter?: string;
  readonly datasets?: readonly string[];
  readonly format: string;
  readonly out?: readonly string[];
}

/** What can be listed: the tables, and what the models hold. */
export const LIST_KINDS = [
  'devices',
  'platforms',
  'cores',
  'units',
  'operations',
  'families',
  'prices',
  'nodes',
  'asic_cores',
  'asic_units',
  'memories',
  'gaps',
  'provers',
  'scenarios',
  'quantities',
] as const;

/** `emuprove list`: what there is to choose from. */
export function listCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'list <kind>',
    describe: 'devices, cores, provers, quantities, … that can be named',
    builder: (yargs: Argv) =>
      yargs
        .positional('kind', { describe: 'what to list', type: 'string', choices: LIST_KINDS })
        .option('datasets', SCENARIO_OPTIONS.datasets)
        .option('filter', {
          describe: 'only rows that contain this text',
          group: 'Output:',
          type: 'string',
        })
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .example('$0 list cores --filter VexRiscv', 'names for --core')
        .example('$0 list quantities --filter clock', 'names for --set and explain'),
    handler: async (args) => {
      exit(await list(args as unknown as ArgumentsCamelCase<Args>, streams));
    },
  };
}

async function list(args: Args, streams: Streams): Promise<number> {
  const { loadBuiltin } = await import('../../builtin/load.ts');
  const { builtin } = await loadBuiltin(args.datasets);
  const { tellNotices } = await import('../tellNotices.ts');
  tellNotices(builtin, streams);
  const { listing } = await import('../../result/listing.ts');
  const full = listing(builtin, args.kind);
  const wanted = args.filter?.toLowerCase();
  const rows = full.rows.filter(
    (row) =>
      wanted === undefined ||
      Object.values(row).some((value) => String(value).toLowerCase().includes(wanted)),
  );
  const { writeOutput } = await import('../output.ts');
  await writeOutput(
    {
      formats: { json: 'json', csv: 'csv', md: 'md', txt: 'plain' },
      render: async (format) => {
        if (format === 'json') return `${JSON.stringify({ ...full, rows }, null, 2)}\n`;
        if (format === 'csv') {
          const { toCsv } = await import('../../report/table/csv.ts');
          return toCsv(full.columns, rows);
        }
        const { listingBlocks } = await import('../../report/table/listingBlocks.ts');
        const { renderBlocks } = await import('../renderBlocks.ts');
        return renderBlocks(listingBlocks(full.shown, rows), format, streams);
      },
    },
    args.format,
    args.out ?? [],
    streams,
  );
  return EXIT.ok;
}
