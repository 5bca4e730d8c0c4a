import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { TRUTHS, type Prepared } from '../doubt/prepare.ts';
import type { DoubtReport } from '../doubt/types.ts';
import { EXIT } from './exitCodes.ts';

/** A condition on a probability, such as `P(pass)>=0.9` or `P(proof_passes) > 95 %`. */
interface Condition {
  readonly text: string;
  /** Key of a truth among the outputs. */
  readonly truth: string;
  readonly operator: string;
  readonly limit: number;
}

const CONDITION = /^\s*P\(\s*([\w[\],.]+)\s*\)\s*(<=|>=|<|>)\s*(\d*\.?\d+(?:e-?\d+)?)\s*(%?)\s*$/i;

/**
 * Reads conditions on probabilities. `pass` is the whole verdict, `ratio` the ratio alone; the other
 * tests go by their names.
 *
 * @throws InputError for conditions that can not be read and tests that there are not: a misspelt
 *   condition must not pass
 */
export function parseProbabilityChecks(
  conditions: readonly string[],
  { verdict, ratio }: Pick<Prepared, 'verdict' | 'ratio'>,
): Condition[] {
  const known = new Map([
    ['pass', verdict],
    ['ratio', ratio],
    [verdict, verdict],
    [ratio, ratio],
  ]);
  for (const name of TRUTHS) known.set(name, name);
  const issues: InputError['issues'][number][] = [];
  const read = conditions.flatMap((text): Condition[] => {
    const [whole, name = '', operator = '', digits = '', percent = ''] = CONDITION.exec(text) ?? [];
    const truth = known.get(name);
    const limit = Number(digits) / (percent === '%' ? 100 : 1);
    if (whole !== undefined && truth !== undefined && limit <= 1) {
      return [{ text, truth, operator, limit }];
    }
    const suggestion =
      whole === undefined || truth !== undefined ? undefined : nearest(name, known.keys());
    issues.push({
      code: 'usage',
      message: 'this is not a condition on a probability',
      expected: `P(NAME)>=0.9, with one of ${[...known.keys()].slice(0, 2).join(', ')}, ${TRUTHS.join(', ')}`,
      received: quote(text),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
    return [];
  });
  if (issues.length > 0) throw new InputError(issues);
  return read;
}

/** Says which conditions a Monte Carlo study does not meet; the exit code. */
export function checkProbabilities(
  report: DoubtReport,
  conditions: readonly string[],
  err: (text: string) => void,
): number {
  if (report.kind !== 'montecarlo') return EXIT.ok;
  const { reading } = report.scenario;
  const keys = { verdict: `passes[${reading}]`, ratio: `reading_passes[${reading}]` };
  let code: number = EXIT.ok;
  for (const { text, truth, operator, limit } of parseProbabilityChecks(conditions, keys)) {
    const found = report.result.truths.find(({ name }) => name === truth)?.probability.value ?? NaN;
    if (compare(found, operator, limit)) continue;
    err(`--check ${text}: not met, it is ${found.toPrecision(4)}\n`);
    code = EXIT.check;
  }
  return code;
}

function compare(value: number, operator: string, limit: number): boolean {
  if (operator === '<=') return value <= limit;
  if (operator === '>=') return value >= limit;
  return operator === '<' ? value < limit : value > limit;
}
