import { elementKey } from '../formula/system.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';

/** A quantity that a study was asked for beside the headline. */
export interface WantedOutput {
  /** Key among the model's outputs. */
  readonly key: string;
  /** Whether its decimal logarithm is of interest. */
  readonly log10: boolean;
  /** Whether it is true or false, and has a probability. */
  readonly truth: boolean;
}

const LOG10 = /^\s*log10\(\s*(.*?)\s*\)\s*$/s;

/**
 * What `--output` names, such as `proof_bytes`, `need[lut]` or `log10(latency)`, each once.
 *
 * @throws InputError for unknown quantities, and for those that name something and have no order
 */
export function wantedOutputs(model: Model, outputs: readonly string[]): WantedOutput[] {
  const issues: Issue[] = [];
  const wanted = outputs.flatMap((output) => {
    const [, inner] = LOG10.exec(output) ?? [];
    const log10 = inner !== undefined;
    return elementsNamed(model, inner ?? output.trim()).flatMap(({ quantity, tuple }) => {
      const key = elementKey(quantity.name, tuple);
      const truth = quantity.unit === 'truth';
      if (quantity.names !== undefined || (truth && log10)) {
        const what = truth ? 'is true or false' : `names one of ${quantity.names ?? ''}`;
        const message = `${quote(key)} ${what}, which is no number`;
        issues.push({ code: 'no-number', message, expected: 'a quantity with a number' });
      }
      return [{ key, log10, truth }];
    });
  });
  if (issues.length > 0) throw new InputError(issues);
  const unique = new Map(wanted.map((output) => [`${output.key} ${output.log10}`, output]));
  return [...unique.values()];
}
