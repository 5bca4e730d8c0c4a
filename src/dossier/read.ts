import { Validator, type Schema } from '@cfworker/json-schema';
import { resultSchema } from '../files/resultSchema.ts';
import type { TextFile } from '../files/readTextFile.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { EvaluationResult } from '../result/types.ts';
import { alone } from './alone.ts';
import type { Dossier } from './types.ts';

/** Kinds of saved results that a report can be made of, with the schema of each. */
const KINDS = { report: 'report', evaluation: 'evaluation' } as const;

/** More problems than this help nobody. */
const MOST_ISSUES = 10;

/**
 * Reads a saved report or evaluation. It is untrusted: everything in it is checked against the
 * published schema of its kind.
 *
 * @param file name for messages
 * @throws InputError with what is wrong with it
 */
export function readSavedReport(source: TextFile, file: string): Dossier {
  if (!source.ok) throw new InputError(source.issues);
  const data = parse(source.text, file);
  const { kind } = (typeof data === 'object' && data !== null ? data : {}) as { kind?: unknown };
  if (kind !== 'report' && kind !== 'evaluation') throw wrongKind(kind, file);
  const validator = new Validator(resultSchema(KINDS[kind]) as Schema, '7', false);
  const { valid, errors } = validator.validate(data);
  if (!valid) {
    // The last errors are the most specific ones: the first say only that a part is wrong.
    const issues = errors.slice(-MOST_ISSUES).map(({ instanceLocation, error }): Issue => ({
      code: 'schema',
      message: `this does not fit here: ${error}`,
      path: instanceLocation.replace(/^#\/?/, ''),
      file,
    }));
    throw new InputError(issues);
  }
  return kind === 'report'
    ? (data as Dossier)
    : alone(data as EvaluationResult, 'that is all that was saved');
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const message = 'this is no JSON';
    const received = quote((error as Error).message);
    throw new InputError([{ code: 'json', message, file, received }]);
  }
}

function wrongKind(kind: unknown, file: string): InputError {
  const kinds = Object.keys(KINDS);
  const suggestion = typeof kind === 'string' ? nearest(kind, kinds) : undefined;
  return new InputError([
    {
      code: 'wrong-kind',
      message: 'this is no saved report or evaluation',
      expected: 'what emuprove report --out x.json or emuprove evaluate --out x.json writes',
      received: kind === undefined ? 'no kind' : quote(kind),
      file,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
