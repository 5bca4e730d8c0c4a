import type { Builtin } from '../builtin/builtin.ts';
import type { EvaluationResult, Warning } from './types.ts';

/** What the user's own directories replace, as sentences without their end. */
export function userNotices({ user = [] }: Pick<Builtin, 'user'>): string[] {
  return user.flatMap(({ notices }) => notices);
}

/** The same as warnings of a result. */
export function userWarnings(parts: Pick<Builtin, 'user'>): Warning[] {
  const hint = 'without that directory in --datasets, what ships is used';
  return userNotices(parts).map((message) => ({ code: 'USER_DATA', message, hint }));
}

/**
 * The user's files with their hashes, but for those that stand among the inputs already.
 *
 * @param known files that stand there
 */
export function userInputs(
  { user = [] }: Pick<Builtin, 'user'>,
  known: readonly { readonly file: string }[],
): EvaluationResult['inputs'] {
  const there = new Set(known.map(({ file }) => file));
  return user.flatMap(({ files }) => files).filter(({ file }) => !there.has(file));
}
