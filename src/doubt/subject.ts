import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Evaluated } from '../result/build.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { describeOutput } from './describe.ts';
import { wantedOutputs } from './outputs.ts';
import type { Subject } from './types.ts';

/** The quantity that a study is to be about instead of the ratio. */
export interface SubjectRequest {
  /** One quantity with a number, such as `prove_cost` or `need[lut]`. */
  readonly output: string;
  /** What it shall be at most, with or without a unit, such as `0.004 USD`. */
  readonly limit?: string;
}

/** What a study is asked to be about: nothing for the ratio. */
export type SubjectOptions = { readonly [K in keyof SubjectRequest]?: string | undefined };

/**
 * The same where anything was asked for.
 *
 * @throws InputError for a limit of nothing
 */
export function subjectAsked({ output, limit }: SubjectOptions): SubjectRequest | undefined {
  if (output !== undefined) return { output, ...(limit === undefined ? {} : { limit }) };
  if (limit === undefined) return undefined;
  const message = 'a limit says nothing of the ratio, whose limit is that of the criterion';
  throw new InputError([{ code: 'usage', message, expected: '--output with a quantity' }]);
}

/**
 * Looks up what a study is to be about.
 *
 * @throws InputError for unknown quantities, several of them, what is no number, and limits in a unit
 *   of something else
 */
export function subjectOf(evaluated: Evaluated, { output, limit }: SubjectRequest): Subject {
  const { model, evaluation } = evaluated;
  const wanted = wantedOutputs(model, [output]);
  const [one] = wanted;
  const refuse = (message: string, expected: string): InputError =>
    new InputError([{ code: 'usage', message, expected }]);
  if (one === undefined || wanted.length > 1) {
    const keys = wanted.map(({ key }) => key).join(', ');
    const message = `${quote(output)} stands for ${wanted.length} quantities: this study is of one`;
    throw refuse(message, `one of ${keys}`);
  }
  const { key, log10, truth } = one;
  if (truth) throw refuse(`${quote(key)} is true or false`, 'a quantity with a number');
  if (log10) throw refuse('this study is of a quantity and not of its logarithm', key);
  const [element] = elementsNamed(model, key);
  if (element === undefined) throw new Error(`no quantity ${key}`);
  const { quantity, tuple } = element;
  const { unit } = evaluation.unit(quantity.name, ...tuple);
  return {
    ...describeOutput(evaluated, key),
    value: evaluation.number(quantity.name, ...tuple) ?? NaN,
    ...(limit === undefined ? {} : { limit: parseSetting(limit, unit, '--limit') }),
  };
}
