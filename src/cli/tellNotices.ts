import type { Builtin } from '../builtin/builtin.ts';
import { userNotices } from '../result/userData.ts';
import type { Streams } from './streams.ts';

/** Says what the user's own directories replace, where a result has no place for it. */
export function tellNotices(parts: Builtin, streams: Streams): void {
  for (const notice of userNotices(parts)) streams.err(`${notice}\n`);
}
