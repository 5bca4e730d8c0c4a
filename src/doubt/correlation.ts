import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { nearest } from '../issues/nearest.ts';
import type { Correlated } from '../scenario/types.ts';
import { means } from './inputNames.ts';
import type { Correlation } from '../studies/sampling/correlation.ts';

/**
 * The correlation matrix of pairs of inputs; a name without an element stands for every element of
 * its quantity (`fill` for `fill[lut]`, `fill[ff]`, …). What is not named is independent.
 *
 * @param varying names of the inputs that vary
 * @returns undefined where there are no pairs
 * @throws InputError for a name that stands for no input that varies
 */
export function correlationOf(
  pairs: readonly Correlated[],
  varying: readonly string[],
): Correlation | undefined {
  if (pairs.length === 0) return undefined;
  const elementsOf = (name: string): string[] => varying.filter((input) => means(name, input));
  const named = [...new Set(pairs.flatMap(({ between }) => between))];
  const missing = named.filter((name) => elementsOf(name).length === 0);
  if (missing.length > 0) throw new InputError(missing.map((name) => none(name, varying)));
  const values = new Map<string, number>();
  for (const { between, value } of pairs) {
    const [a, b] = between.map(elementsOf) as [string[], string[]];
    for (const one of a) {
      for (const other of b) {
        if (one === other) continue;
        values.set(`${one} ${other}`, value);
        values.set(`${other} ${one}`, value);
      }
    }
  }
  const inputs = [...new Set(pairs.flatMap(({ between }) => between.flatMap(elementsOf)))];
  const matrix = inputs.map((a) =>
    inputs.map((b) => (a === b ? 1 : (values.get(`${a} ${b}`) ?? 0))),
  );
  return { inputs, matrix };
}

function none(name: string, varying: readonly string[]): InputError['issues'][number] {
  const suggestion = nearest(name, varying);
  return {
    code: 'unknown-input',
    message: `nothing in doubt here is called ${quote(name)}`,
    path: 'correlate',
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
