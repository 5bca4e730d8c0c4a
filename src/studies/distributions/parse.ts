import { InputError, type Issue } from '../../issues/issue.ts';
import { nearest } from '../../issues/nearest.ts';
import { quote } from '../../issues/quote.ts';
import type { Distribution } from '../types.ts';
import { splitCall, type Part } from './splitCall.ts';
import { validate } from './validate.ts';

/** A distribution, or why the text is none. */
export type ParsedDistribution =
  | { readonly ok: true; readonly distribution: Distribution }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Room for 100,000 numbers with all their digits and a unit. */
const LONGEST = 4_000_000;
const DEEPEST = 8;

/** The names that a text may call, and their arguments; `…` stands for any number of values. */
const SIGNATURES = {
  constant: ['value'],
  uniform: ['low', 'high'],
  loguniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
  normal: ['mean', 'sd'],
  lognormal: ['median', 'sigma'],
  range: ['p05', 'p95'],
  normal_range: ['p05', 'p95'],
  lognormal_range: ['p05', 'p95'],
  choice: ['…'],
  empirical: ['…'],
  truncated: ['distribution', 'low', 'high'],
} as const;

type Name = keyof typeof SIGNATURES;

/** Arguments that are numbers without a unit, whatever the unit of the input. */
const PURE = new Set(['lognormal.sigma']);

/** Whether a text looks like a call of a distribution rather than a number: a name and `(`. */
export function isDistributionText(text: string): boolean {
  return /^\s*[a-z_]\w*\s*\(/i.test(text);
}

/**
 * Reads a distribution from the command line, such as `uniform(0.5, 0.9)`, `range(20 MHz, 80 MHz)`,
 * `choice(1, 2, 4)` or `truncated(normal(0.8, 0.1), 0.5, 0.95)`, where an empty bound is none.
 * `range` is lognormal by its 5 and 95 % quantiles where both are above 0, and normal otherwise.
 *
 * @param text - untrusted
 * @param toBase - number in base units of a text such as `20 MHz`; may throw InputError or give NaN
 * @returns the distribution, or issues with their position in the text
 * @example
 * import { parseDistribution, quantile } from 'emuprove/studies';
 *
 * const read = parseDistribution('pert(0.5, 0.75, 0.9)', Number);
 * if (read.ok) console.log(quantile(read.distribution)(0.5).toFixed(3)); // 0.737
 */
export function parseDistribution(
  text: string,
  toBase: (numberAndUnit: string) => number,
): ParsedDistribution {
  try {
    if (text.length > LONGEST) fail('the text is too long', 0, `up to ${LONGEST} characters`);
    return { ok: true, distribution: read({ text, start: 0 }, toBase, 0) };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, issues: error.issues };
    throw error;
  }
}

function read(part: Part, toBase: (text: string) => number, depth: number): Distribution {
  const call = splitCall(part);
  if ('message' in call) fail(call.message, call.start, 'e.g. uniform(0.5, 0.9)', call.received);
  const { start } = call;
  if (depth >= DEEPEST)
    fail('distributions are nested too deeply', start, `up to ${DEEPEST} levels`);
  if (!Object.hasOwn(SIGNATURES, call.name)) {
    const names = Object.keys(SIGNATURES);
    const suggestion = nearest(call.name, names);
    throw new InputError([
      {
        code: 'unknown-distribution',
        message: 'there is no such distribution',
        position: start + 1,
        expected: names.join(', '),
        received: quote(call.name),
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ]);
  }
  const name = call.name as Name;
  const fields: readonly string[] = SIGNATURES[name];
  const list = fields[0] === '…';
  if (!list && call.args.length !== fields.length) {
    const expected = `${name}(${fields.join(', ')})`;
    fail('the number of arguments is wrong', start, expected, String(call.args.length));
  }
  const number = (arg: Part | undefined, field: string): number =>
    readNumber(arg ?? { text: '', start }, PURE.has(`${name}.${field}`) ? Number : toBase);
  const numbers = (): Record<string, number> =>
    Object.fromEntries(fields.map((field, i) => [field, number(call.args[i], field)]));

  let distribution: Distribution;
  if (name === 'choice' || name === 'empirical') {
    distribution = { kind: name, values: call.args.map((arg) => number(arg, '…')) };
  } else if (name === 'truncated') {
    const [inner = { text: '', start }, low, high] = call.args;
    const bound = (arg: Part | undefined, field: string): object =>
      arg === undefined || arg.text.trim() === '' ? {} : { [field]: number(arg, field) };
    const of = read(inner, toBase, depth + 1);
    distribution = { kind: name, of, ...bound(low, 'low'), ...bound(high, 'high') };
  } else {
    const values = numbers();
    const positive = (values['p05'] ?? 0) > 0 && (values['p95'] ?? 0) > 0;
    const kind = name !== 'range' ? name : positive ? 'lognormal_range' : 'normal_range';
    distribution = { kind, ...values } as Distribution;
  }
  throwIssues(distribution, fields, call.args, start);
  return distribution;
}

function readNumber({ text, start }: Part, toBase: (text: string) => number): number {
  const trimmed = text.trim();
  const at = start + text.length - text.trimStart().length;
  if (trimmed === '') fail('a number is missing', at, 'a number');
  let value: number;
  try {
    value = toBase(trimmed);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // Positions within the number become positions within the whole text.
    throw new InputError(
      error.issues.map((issue) => ({ ...issue, position: at + (issue.position ?? 1) })),
    );
  }
  if (!Number.isFinite(value)) fail('not a finite number', at, 'a number', trimmed);
  return value;
}

/** Issues of the distribution itself, at the argument that they are about. */
function throwIssues(
  distribution: Distribution,
  fields: readonly string[],
  args: readonly Part[],
  start: number,
): void {
  const issues = validate(distribution);
  if (issues.length === 0) return;
  throw new InputError(
    issues.map(({ path = '', ...issue }) => {
      const index = path.startsWith('values.') ? Number(path.slice(7)) : fields.indexOf(path);
      const arg = args[index];
      return { ...issue, position: 1 + (arg === undefined ? start : firstOf(arg)) };
    }),
  );
}

function firstOf({ text, start }: Part): number {
  return start + text.length - text.trimStart().length;
}

function fail(message: string, start: number, expected: string, received?: string): never {
  throw new InputError([
    {
      code: 'bad-distribution',
      message,
      position: start + 1,
      expected,
      ...(received === undefined ? {} : { received: quote(received) }),
    },
  ]);
}
