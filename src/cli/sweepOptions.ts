import { extname } from 'node:path';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { LARGEST_TABLE } from '../report/table/sweepBlocks.ts';
import type { Axis } from '../sweep/axis.ts';
import { checkDirectory } from './output.ts';
import type { ScenarioArgs } from './scenarioArgs.ts';
import { wholeOption } from './wholeOption.ts';

/** What the options of a sweep say. */
export interface SweepArgs extends ScenarioArgs {
  readonly over: readonly string[];
  readonly where?: readonly string[];
  readonly column?: readonly string[];
  readonly shard?: string;
  readonly format: string;
  readonly out?: readonly string[];
  readonly limit: number;
  readonly parts?: string;
  readonly partRows?: number;
  readonly resume?: boolean;
  readonly plan?: boolean;
}

/** Most rows of a part, as these are held in memory. */
const LARGEST_PART = 1_000_000;

/** Extensions of the files that a sweep can write. */
const EXTENSIONS = ['csv', 'jsonl', 'parquet'];

/**
 * Checks the options by themselves.
 *
 * @throws InputError with everything that makes no sense
 */
export function checkOptions({ limit, partRows, parts, resume, out = [], over }: SweepArgs): void {
  wholeOption('--limit', limit, 0, LARGEST_TABLE);
  if (partRows !== undefined) wholeOption('--part-rows', partRows, 1, LARGEST_PART);
  const issues: Issue[] = [];
  const refuse = (message: string, expected: string): void => {
    issues.push({ code: 'usage', message, expected });
  };
  if (over.length === 0) refuse('a sweep needs an axis', '--over device=* or the like');
  if (partRows !== undefined && parts === undefined) {
    refuse('--part-rows is about --parts', '--parts DIRECTORY');
  }
  const files = out.filter((file) => file !== '-');
  if (new Set(files).size < files.length) refuse('a file is named twice', 'different files');
  if (resume === true && files.length === 0 && parts === undefined) {
    refuse('--resume goes on with files', '--out FILE or --parts DIRECTORY');
  }
  for (const file of files) {
    const extension = extensionOf(file);
    if (extension === 'parquet' && resume === true) {
      refuse('a single Parquet file can not be gone on with', '--parts DIRECTORY');
    }
    if (EXTENSIONS.includes(extension)) issues.push(...checkDirectory(file));
    else {
      const message = 'this extension has no format';
      const expected = `one of ${EXTENSIONS.map((known) => `.${known}`).join(', ')}`;
      issues.push({ code: 'usage', message, expected, received: quote(file) });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Refuses options that axes would replace: what one says must not be silently dropped.
 *
 * @throws InputError
 */
export function checkContradictions(args: SweepArgs, axes: readonly Axis[]): void {
  const names = new Set(axes.map(({ name }) => name));
  const plain = (name: string): string =>
    name
      .split(/[.[\],\s]+/)
      .filter(Boolean)
      .join('.');
  const keys = new Set(
    axes.flatMap((axis) => (axis.kind === 'quantity' ? [axis.name, ...axis.keys] : [])).map(plain),
  );
  const said: (readonly [option: string, axis: string | undefined])[] = [
    ...(
      ['platform', 'device', 'node', 'memory', 'core', 'prover', 'aggregation', 'reading'] as const
    ).map((name) => [`--${name}`, args[name] === undefined ? undefined : name] as const),
    ['--platform', args.platform === undefined ? undefined : 'device'],
    ['--device', args.device === undefined ? undefined : 'platform'],
    ...(args.unit ?? []).map((text) => ['--unit', `unit.${text.split('=')[0] ?? ''}`] as const),
  ];
  const issues = said
    .filter(([, axis]) => axis !== undefined && names.has(axis))
    .map(([option, axis]) => conflict(option, axis ?? ''));
  for (const text of args.set ?? []) {
    const name = plain(text.split('=')[0] ?? '');
    if (keys.has(name)) issues.push(conflict('--set', name));
  }
  if (issues.length > 0) throw new InputError(issues);
}

function conflict(option: string, axis: string): Issue {
  const message = `${option} and the axis ${quote(axis)} contradict each other`;
  return { code: 'axis-conflict', message, expected: 'one of them' };
}

/** Extension of a file in small letters, without the dot. */
export function extensionOf(file: string): string {
  return extname(file).slice(1).toLowerCase();
}
