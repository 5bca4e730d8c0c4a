import * as v from 'valibot';
import { readTextFile } from '../files/readTextFile.ts';
import { readYaml } from '../files/readYaml.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { BacktestResult, KindSummary } from './types.ts';

const Factor = v.pipe(v.number(), v.finite(), v.minValue(1));
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a kind must not be worse than. What is left out is not checked. */
const Tolerance = v.strictObject({
  /** Least test rows: an error must not shrink because rows have gone. */
  tests: v.exactOptional(Count),
  /** Greatest bias, in either direction. */
  bias: v.exactOptional(Factor),
  factor: v.exactOptional(Factor),
  p90: v.exactOptional(Factor),
  /** Least share of test rows in the band. */
  coverage: v.exactOptional(Share),
  /** Least bounds that hold. */
  bounds_held: v.exactOptional(Count),
});

/** A tolerance file: by kind. */
export type Tolerances = Readonly<Record<string, v.InferOutput<typeof Tolerance>>>;

/**
 * Reads a tolerance file.
 *
 * @throws InputError with everything that is wrong in it
 */
export function readTolerances(path: string): Tolerances {
  const source = readTextFile(path);
  if (!source.ok) throw new InputError(source.issues);
  const read = readYaml(source.text, v.record(v.string(), Tolerance), path);
  if (!read.ok) throw new InputError(read.issues);
  return read.value;
}

/**
 * Where a backtest is worse than a tolerance file says, in sentences.
 *
 * @param result of all kinds that the file speaks of, or of one of them
 * @throws InputError for a kind that does not exist: a misspelt tolerance must not hold
 */
export function worseThan(
  result: BacktestResult,
  tolerances: Tolerances,
  kinds: readonly string[],
): string[] {
  const issues = Object.keys(tolerances).flatMap((kind): Issue[] => {
    if (kinds.includes(kind)) return [];
    const suggestion = nearest(kind, kinds);
    const hint = suggestion === undefined ? {} : { suggestion };
    return [{ code: 'unknown-kind', message: `there is no kind ${quote(kind)}`, ...hint }];
  });
  if (issues.length > 0) throw new InputError(issues);
  return result.kinds.flatMap((summary) => failures(summary, tolerances[summary.kind] ?? {}));
}

/** A number as a factor of at least 1, whichever way it is off. */
function off(value: number | null): number | null {
  return value === null ? null : Math.max(value, 1 / value);
}

function failures(summary: KindSummary, wanted: Tolerances[string]): string[] {
  const found: string[] = [];
  const check = (
    name: string,
    value: number | null,
    limit: number | undefined,
    most: boolean,
  ): void => {
    if (limit === undefined) return;
    const holds = value !== null && (most ? value <= limit : value >= limit);
    if (holds) return;
    const is = value === null ? 'not known' : value.toPrecision(4);
    found.push(`${summary.kind}: ${name} is ${is}, tolerated ${most ? 'up to' : 'from'} ${limit}`);
  };
  check('test rows', summary.tests, wanted.tests, false);
  check('bias', off(summary.bias), wanted.bias, true);
  check('error factor', summary.factor, wanted.factor, true);
  check('90th percentile', summary.p90, wanted.p90, true);
  check('coverage', summary.coverage, wanted.coverage, false);
  check('bounds that hold', summary.boundsHeld, wanted.bounds_held, false);
  return found;
}
