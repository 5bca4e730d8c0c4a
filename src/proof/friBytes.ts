import { friShape } from './friShape.ts';
import { remember } from './remember.ts';

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
export const friBytes: (log2Elements: number, logInvRate: number, queries: number) => number =
  remember(
    (log2Elements, logInvRate, queries) =>
      friShape({ log2Elements, logInvRate, queries, strategy: 'optimal' })?.bytes ?? Number.NaN,
  );
