import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Model } from '../model/link.ts';
import type { Correlated } from '../scenario/types.ts';
import { checkCorrelation, type Correlation } from '../studies/sampling/correlation.ts';
import { inputsNamed, unknownInput } from './inputNames.ts';

/** What came of the correlations of a scenario. */
export interface Correlations {
  /** Undefined where nothing is drawn together. */
  readonly correlation: Correlation | undefined;
  /** The pairs that hold. */
  readonly pairs: readonly Correlated[];
  /** Of pairs that say nothing here, why. */
  readonly notes: readonly string[];
}

/**
 * Between the forms that one input has for different choices, of which a draw uses one: they are
 * drawn as one, as far as a matrix with an inverse allows.
 */
const SAME = 1 - 1e-6;

/**
 * The correlation matrix of pairs of inputs; a name without an element stands for every element of
 * its quantity (`fill` for `fill[lut]`, `fill[ff]`, …). What is not named is independent, and of two
 * pairs that name the same inputs the later one holds.
 *
 * @param varying names of the inputs that vary
 * @throws InputError for names of no quantity, an input with itself, and pairs that can not be
 */
export function correlationsOf(
  pairs: readonly Correlated[],
  varying: readonly string[],
  model: Model,
): Correlations {
  const issues: Issue[] = [];
  const notes: string[] = [];
  const holding: Correlated[] = [];
  const values = new Map<string, number>();
  const inputs = new Set<string>();
  for (const pair of pairs) {
    const named = pair.between.map((name) => ({ name, ...inputsNamed(name, varying, model) }));
    const unknown = named.filter(({ exists }) => !exists);
    const certain = named.filter(({ exists, found }) => exists && found.length === 0);
    const [a = [], b = []] = named.map(({ found }) => found);
    if (unknown.length > 0) {
      issues.push(...unknown.map(({ name }) => unknownInput(name, varying)));
    } else if (certain.length > 0) {
      const names = certain.map(({ name }) => quote(name)).join(' and ');
      const which = pair.between.map((name) => quote(name)).join(' and ');
      notes.push(`The correlation of ${which} says nothing here: ${names} is in no doubt.`);
    } else if (a.length === 1 && a.join() === b.join()) {
      const message = `${quote(a[0])} is correlated with itself`;
      issues.push({ code: 'bad-correlation', message, expected: 'two different inputs' });
    } else {
      holding.push(pair);
      for (const one of a) {
        for (const other of b) {
          if (one === other) continue;
          values.set(`${one} ${other}`, pair.value);
          values.set(`${other} ${one}`, pair.value);
        }
      }
      for (const input of [...a, ...b]) inputs.add(input);
    }
  }
  const names = [...inputs];
  const matrix = names.map((a) =>
    names.map((b) => (a === b ? 1 : (values.get(`${a} ${b}`) ?? (sameInput(a, b) ? SAME : 0)))),
  );
  const correlation = names.length === 0 ? undefined : { inputs: names, matrix };
  if (correlation !== undefined && issues.length === 0) issues.push(...impossible(correlation));
  if (issues.length > 0)
    throw new InputError(issues.map((issue) => ({ ...issue, path: 'correlate' })));
  return { correlation, pairs: holding, notes };
}

/** Whether two names are of one input, for different choices. */
function sameInput(a: string, b: string): boolean {
  return a.split('@')[0] === b.split('@')[0];
}

function impossible(correlation: Correlation): Issue[] {
  return checkCorrelation(correlation, correlation.inputs).map((issue) => ({
    ...issue,
    expected: 'weaker correlations, or more of them: inputs that no pair names are independent',
  }));
}
