import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { outputOptions, SCENARIO_OPTIONS, scenarioPositional, studyList } from '../options.ts';
import type { Streams } from '../streams.ts';
import type { SweepArgs } from '../sweepOptions.ts';

/** Rows that a table shows, where nothing else is said. */
const LIMIT = 30;

/** `emuprove sweep`: the product of rows and ranges. */
export function sweepCommand(streams: Streams, exit: (code: number) => void): CommandModule {
  return {
    command: 'sweep [scenario]',
    describe: 'every combination of devices, cores, provers, units and values',
    builder: (yargs: Argv) =>
      scenarioPositional(yargs)
        .options(SCENARIO_OPTIONS)
        .option('over', {
          ...studyList('an axis, the last running fastest: device=xcvu*, log2_cycles=18..26'),
          demandOption: true,
        })
        .option('where', studyList("keep rows that meet it: 'overhead<=10000', status=pass"))
        .option('column', studyList('output instead of the usual ones: proof_bytes, usable.lut'))
        .option('shard', {
          describe: 'the k-th of n shares of the rows, k/n',
          group: 'Study:',
          type: 'string',
        })
        .options(outputOptions(['table', 'csv', 'jsonl'], 'table'))
        .option('limit', {
          describe: 'rows that the table shows',
          group: 'Output:',
          type: 'number',
          default: LIMIT,
        })
        .option('parts', {
          describe: 'write a directory of Parquet files, which shards can share',
          group: 'Output:',
          type: 'string',
        })
        .option('part-rows', {
          describe: 'rows of the product in a part (default 65,536)',
          group: 'Output:',
          type: 'number',
        })
        .option('resume', {
          describe: 'go on with the files of an interrupted sweep',
          group: 'Output:',
          type: 'boolean',
        })
        .option('plan', {
          describe: 'print rows, columns and units as JSON, and evaluate nothing',
          group: 'Output:',
          type: 'boolean',
        })
        .example('$0 sweep --over log2_cycles=18..26', 'how large a segment should be')
        .example("$0 sweep --over 'platform=*' --over 'core=*' --where status=pass", 'what passes')
        .example(
          "$0 sweep --over 'core=vexriscv*' --over fill.lut=0.5..0.9:0.1 --out sweep.csv",
          'names by pattern, a range with its step',
        )
        .example("$0 sweep --over 'ddr_bandwidth=10 GB/s..640 GB/s:x2'", 'a range by factors')
        .example(
          "$0 sweep --over 'device=*' --over 'core=*' --parts out --shard 3/16",
          'one job of sixteen',
        ),
    handler: async (args) => {
      const { sweepRun } = await import('../sweepRun.ts');
      exit(await sweepRun(args as unknown as ArgumentsCamelCase<SweepArgs>, streams));
    },
  };
}
