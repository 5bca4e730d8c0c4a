import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { IMPORT_FORMATS, type ImportKind } from '../../importers/registry.ts';
import type { RowArgs } from '../importRow.ts';
import { outputOptions, SCENARIO_OPTIONS } from '../options.ts';
import type { Streams } from '../streams.ts';

const ROW = 'Row:';
const REPORT = 'Report:';

const text = (describe: string, group = ROW) => ({ describe, group, type: 'string' }) as const;
const number = (describe: string) => ({ describe, group: ROW, type: 'number' }) as const;

/** Format and files of a command line. */
interface FileArgs {
  readonly what: string;
  readonly file?: readonly string[];
}

/** What goes on with a format, by what it becomes; each loads what it needs. */
const RUNNERS: Readonly<Record<ImportKind, (args: RowArgs, streams: Streams) => Promise<number>>> =
  {
    row: async (args, streams) => (await import('../importRow.ts')).importRow(args, streams),
    prover: async (args, streams) =>
      (await import('../importProver.ts')).importProver(args, streams),
  };

/** `emuprove import`: a report of a tool becomes a row of a table. */
export function importCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'import <what> [file..]',
    describe: 'a synthesis report becomes a core, a unit or a shell of your own data',
    builder: (yargs: Argv) =>
      yargs
        .positional('what', {
          describe: `format of the first report: ${['auto', ...IMPORT_FORMATS.map(({ id }) => id)].join(', ')}`,
          type: 'string',
        })
        .positional('file', {
          describe: 'reports of one design: of its resources, of its timing, or both',
          type: 'string',
          array: true,
        })
        .option('instance', text('instance by its path, or module, to take', REPORT))
        .option('clock', text('clock to take, where the report has several', REPORT))
        .option('as', {
          describe: 'what it becomes; without it the figures are printed',
          group: ROW,
          type: 'string',
          choices: ['core', 'unit', 'shell'],
        })
        .option('id', text('name of the row'))
        .option('title', text('what it is, in words'))
        .option('operation', text('of a unit: the operation it does'))
        .option('per', number('of a unit: clocks in which it finishes one operation'))
        .option('latency', number('of a unit: clocks from operands to result'))
        .option('default', {
          ...number('of a unit: taken unless another is named'),
          type: 'boolean',
        })
        .option('design', text('of a core: core and configuration, the same on every family'))
        .option('configuration', text('of a core: its configuration in words'))
        .option('isa', text('of a core: instruction set'))
        .option('ipc', number('of a core: instructions per clock, an average'))
        .option('coremark', number('of a core: CoreMark per MHz'))
        .option('dmips', number('of a core: Dhrystone MIPS per MHz'))
        .option('includes', text('what the figures contain'))
        .option('platform', text('of a shell: platform whose other columns it keeps'))
        .option('device', text('device, where the report names none'))
        .option('family', text('family, where the report names none'))
        .option('node', text('of standard cells: their process'))
        .option('nand2', number('of standard cells: area of a NAND of unit strength'))
        .option('datasets', {
          ...SCENARIO_OPTIONS.datasets,
          describe: 'directory of your own data; the row is written to the last of them',
          group: 'Output:',
        })
        .option('replace', {
          describe: 'put the row in the place of one with the same name',
          group: 'Output:',
          type: 'boolean',
          default: false,
        })
        .options(outputOptions(['table', 'json', 'csv', 'md'], 'table'))
        .example(
          '$0 import vivado-utilization util.rpt timing.rpt --as unit --id my-mul --operation gf128_mul --per 1 --datasets mine',
          'a unit, with its clock',
        )
        .example(
          '$0 import vivado-utilization hier.rpt --instance top/u_core --as core --id my-core --ipc 0.8',
          'an instance as a core, printed as a row',
        )
        .example('$0 import auto report.json', 'what a report states'),
    handler: async (args) => {
      const { formatOf } = await import('../importFormat.ts');
      const given = args as unknown as ArgumentsCamelCase<RowArgs & FileArgs>;
      const { format, files } = formatOf(given);
      const request = { ...given, from: format.id, files };
      exit(await RUNNERS[format.kind](request, streams));
    },
  };
}
