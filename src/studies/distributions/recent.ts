/** What was made before, by what it was made from. */
export interface Recent<T> {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
}

/**
 * Keeps what was made last, for studies that follow one another: they draw from the same distributions.
 *
 * @param most - how many are kept; of more the oldest go
 */
export function recent<T>(most: number): Recent<T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value);
      if (kept.size <= most) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
  };
}
