import { paddedLog2 } from './friShape.ts';

/** Bits of each argument that pick the slot of a result. */
const QUERY_BITS = 8;
const SIZE_BITS = 5;
const RATE_BITS = 2;

/**
 * Remembers a function of the whole arguments that a FRI proof has once its size is padded and its
 * queries are rounded up. A sampled study comes back to a few thousand of them, millions of times.
 *
 * A result has one slot, picked by the low bits of each argument, so that the arguments of any one
 * study (256 query counts, 32 sizes, 4 rates) never push each other out; others share slots, which
 * costs time and never a wrong result.
 *
 * @param compute the function, of padded log2 size, log2 inverse rate and whole queries; `NaN` for
 *   impossible arguments
 */
export function remember(
  compute: (log2Elements: number, logInvRate: number, queries: number) => number,
): (log2Elements: number, logInvRate: number, queries: number) => number {
  // Key and result side by side, so that one cache line holds both.
  const slots = new Float64Array(2 << (QUERY_BITS + SIZE_BITS + RATE_BITS));
  return (log2Elements, logInvRate, queries) => {
    const padded = paddedLog2(log2Elements);
    const opened = Math.ceil(queries);
    // A fractional rate is impossible, and must not share a key with a whole one.
    if ((logInvRate & 127) !== logInvRate) return compute(padded, logInvRate, opened);
    // One more, so that no key is the 0 of an empty slot; NaN equals no key at all.
    const key = (opened * 128 + padded) * 128 + logInvRate + 1;
    const query = opened & ((1 << QUERY_BITS) - 1);
    const size = padded & ((1 << SIZE_BITS) - 1);
    const rate = logInvRate & ((1 << RATE_BITS) - 1);
    const slot = 2 * ((((rate << SIZE_BITS) | size) << QUERY_BITS) | query);
    if (slots[slot] === key) return slots[slot + 1] ?? NaN;
    const result = compute(padded, logInvRate, opened);
    slots[slot] = key;
    slots[slot + 1] = result;
    return result;
  };
}
