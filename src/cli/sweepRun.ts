import { loadBuiltin, type Loaded } from '../builtin/load.ts';
import { InputError } from '../issues/issue.ts';
import { sweepBlocks, TABLE_OUTPUTS } from '../report/table/sweepBlocks.ts';
import { centred } from '../scenario/centred.ts';
import type { Scenario } from '../scenario/types.ts';
import { parseShard, shardRange } from '../sweep/range.ts';
import { runSweep, type RunResult } from '../sweep/run.ts';
import { prepareSweep, type Sweep } from '../sweep/sweep.ts';
import { EXIT } from './exitCodes.ts';
import { renderBlocks } from './renderBlocks.ts';
import { rowProgress } from './rowProgress.ts';
import { readyScenario } from './scenarioArgs.ts';
import { tellNotices } from './tellNotices.ts';
import type { Streams } from './streams.ts';
import { checkContradictions, checkOptions, extensionOf, type SweepArgs } from './sweepOptions.ts';
import { onStdout, openTargets, type Targets } from './sweepTargets.ts';
import { grouped } from '../text/grouped.ts';

/** Most rows of one run; more have to be split. A day at ten thousand rows a second. */
const LARGEST_RUN = 1e9;

/**
 * Runs `emuprove sweep`.
 *
 * @returns the exit code
 * @throws InputError for options that make no sense
 */
export async function sweepRun(args: SweepArgs, streams: Streams): Promise<number> {
  checkOptions(args);
  const loaded = await loadBuiltin(args.datasets);
  const { builtin, checked, scenario } = await readyScenario(args, undefined, loaded);
  const scenarios = args.over.some((text) => /^\s*scenario\s*=/.test(text))
    ? await allScenarios(args, loaded)
    : undefined;
  const toFiles = args.parts !== undefined || (args.out ?? []).some((file) => file !== '-');
  const onlyTable = args.format === 'table' && !toFiles;
  const columns = args.column ?? (onlyTable ? TABLE_OUTPUTS : undefined);
  const sweep = prepareSweep(builtin, scenario, {
    over: args.over,
    where: args.where ?? [],
    check: !checked,
    ...(columns === undefined ? {} : { columns }),
    ...(scenarios === undefined ? {} : { scenarios }),
  });
  tellNotices(builtin, streams);
  checkContradictions(args, sweep.axes);
  const [from, to] = await rangeOf(args, sweep);
  if (args.plan === true) {
    streams.out(`${JSON.stringify({ ...sweep.plan, range: { from, to } }, null, 2)}\n`);
    return EXIT.ok;
  }
  if (to - from > LARGEST_RUN) throw tooManyRows(sweep.size, to - from);
  if (from === to && args.parts !== undefined) {
    const rows = `the ${count(sweep.size)} rows are fewer parts than there are shards`;
    streams.err(
      `shard ${args.shard ?? ''} has no part: ${rows}; a smaller --part-rows splits further\n`,
    );
  }
  const targets = await openTargets(args, sweep, from, to, streams);
  const toTerminal = streams.width !== undefined && targets.table === undefined && onStdout(args);
  const line = rowProgress(to - from, !toTerminal, streams);
  let result: RunResult;
  try {
    const { sinks } = targets;
    result = await runSweep({ sweep, from, to, sinks, onProgress: line.onProgress });
  } finally {
    line.end();
  }
  const axes = sweep.axes.map(({ name }) => name);
  const uncertain = [...(scenarios?.values() ?? [scenario])].flatMap((own) => centred(own, axes));
  const notes = [
    ...emptiness(args, sweep, result, to - from),
    ...(uncertain.length === 0
      ? []
      : [
          `a sweep knows no doubt: of ${[...new Set(uncertain)].join(' and ')} it takes the centre`,
        ]),
  ];
  await report(args, sweep, targets, result, to - from, notes, streams);
  return result.complete ? EXIT.ok : EXIT.interrupted;
}

/** Why a sweep has no row, where it has none. */
function emptiness(
  { shard, parts, where = [] }: SweepArgs,
  { size }: Sweep,
  { summary, complete }: RunResult,
  total: number,
): string[] {
  if (total === 0) {
    // Of parts it was said already.
    if (parts !== undefined) return [];
    return [`shard ${shard ?? ''} has no row: the ${count(size)} of the sweep go to other shards`];
  }
  if (!complete || summary.kept > 0 || summary.evaluated === 0) return [];
  return [`no row meets --where ${where.join(' and ')}`];
}

/** Every scenario that can be named, changed by the same options. */
async function allScenarios(
  args: SweepArgs,
  loaded: Loaded,
): Promise<ReadonlyMap<string, Scenario>> {
  const scenarios = new Map<string, Scenario>();
  for (const id of loaded.builtin.scenarios.keys()) {
    const { scenario } = await readyScenario({ ...args, scenario: id }, undefined, loaded);
    scenarios.set(id, scenario);
  }
  return scenarios;
}

/** Rows of the shard; with parts these begin and end with a part. */
async function rangeOf(
  { shard, parts, partRows }: SweepArgs,
  { size }: Sweep,
): Promise<readonly [number, number]> {
  if (shard === undefined) return [0, size];
  const { PART_ROWS } = await import('../sweep/files/parts.ts');
  const step = parts === undefined ? 1 : (partRows ?? PART_ROWS);
  return shardRange(size, parseShard(shard), step);
}

async function report(
  args: SweepArgs,
  { columns }: Sweep,
  { sinks, table }: Targets,
  result: RunResult,
  total: number,
  notes: readonly string[],
  streams: Streams,
): Promise<void> {
  const { summary, complete, skipped } = result;
  if (table !== undefined) {
    const blocks = sweepBlocks({
      columns,
      rows: table,
      result,
      total,
      notes,
      width: streams.width,
    });
    streams.out(await renderBlocks(blocks, 'table', streams));
  } else {
    for (const note of notes) streams.err(`${note}\n`);
  }
  const done = `${count(summary.evaluated)} of ${count(total)} rows`;
  for (const name of sinks.map((sink) => sink.name).filter((known) => known !== '')) {
    const kept = summary.kept === summary.evaluated ? '' : `${count(summary.kept)} of `;
    const there = skipped === 0 ? '' : `, ${count(skipped)} were there already`;
    const wrote = `wrote ${name}: ${kept}${count(summary.evaluated)} rows${there}`;
    streams.err(complete ? `${wrote}\n` : `stopped after ${done}: ${goOn(name, args)}\n`);
  }
  if (!complete && sinks.every(({ name }) => name === '')) {
    streams.err(`stopped after ${done}; with --out FILE.csv it could be gone on with\n`);
  }
}

function goOn(name: string, { resume }: SweepArgs): string {
  if (extensionOf(name) === 'parquet') return `${name} was not written`;
  const again = resume === true ? 'the same command' : 'the same command with --resume';
  return `${again} goes on with ${name}`;
}

function count(rows: number): string {
  return grouped(rows);
}

function tooManyRows(size: number, rows: number): InputError {
  const shards = Math.ceil(size / LARGEST_RUN);
  const message = `one run would take ${grouped(rows)} rows`;
  const expected = `at most ${grouped(LARGEST_RUN)}: --shard k/${shards} or more shares`;
  return new InputError([{ code: 'too-many-rows', message, expected }]);
}
