import { friShape, paddedLog2 } from './friShape.ts';

/** Distinct padded argument triples kept; a sweep visits a few dozen. */
const CACHE_ENTRIES = 4096;

const cache = new Map<string, number>();

/**
 * Bytes of the FRI part of a Binius64 proof with optimal fold arities and one trace oracle:
 * roots, opened leaves, Merkle branches and caps, and the terminal codeword in clear.
 *
 * `log2Elements` may be fractional in a model and is rounded up, because a committed message is
 * padded to a power of two: the result is a staircase in it. `queries` is rounded up too.
 *
 * Source: binius-zk/binius64@7ad579a1:crates/iop/src/fri/size_estimation.rs.
 *
 * @param log2Elements - log2 of the committed 128-bit elements, 0 to 64
 * @param logInvRate - log2(1 / code rate), an integer from 0 to 64
 * @param queries - FRI queries, 1 to 2^32; see `udrQueries`
 * @returns bytes; `NaN` for an impossible argument
 * @example friBytes(18, 1, 232) // => 240768
 */
export function friBytes(log2Elements: number, logInvRate: number, queries: number): number {
  // Round before the look-up: a sampled size repeats only once it is padded.
  const padded = paddedLog2(log2Elements);
  const opened = Math.ceil(queries);
  const key = `${String(padded)} ${String(logInvRate)} ${String(opened)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;

  const shape = friShape({
    log2Elements: padded,
    logInvRate,
    queries: opened,
    strategy: 'optimal',
  });
  // Impossible arguments are cheap to refuse again, and would only crowd the cache.
  if (shape === undefined) return Number.NaN;
  // Emptying a full cache is cheaper than tracking use; a refill costs some 20 us an entry.
  if (cache.size >= CACHE_ENTRIES) cache.clear();
  cache.set(key, shape.bytes);
  return shape.bytes;
}
