import { ELEMENT_BYTES, paddedLog2 } from '../../../src/proof/friShape.ts';

/**
 * Bytes of the interactive part (everything but FRI) of a Binius64 proof of September 2025.
 *
 * A two-parameter fit to five published proofs of SHA-256 (l = 12 to 16, rate 1/2, 96 bits), exact
 * on all five: a constant, and six elements of sumcheck messages per variable. Outside that range,
 * or for another mix of constraints, it extrapolates. The constant holds the terminal codeword's
 * 32-byte root, see `friShape`.
 *
 * Source: privacy-ethereum/csp-benchmarks@82b4eea1:results/collected_benchmarks_19450978214.json,
 * less `friShape` with the strategy of binius-zk/binius64@d8bfbd6.
 *
 * @param log2Elements - log2 of the committed 128-bit elements, 0 to 64; rounded up
 * @returns bytes; `NaN` for an impossible argument
 */
export function iopBytes(log2Elements: number): number {
  return 15_024 + 6 * ELEMENT_BYTES * (paddedLog2(log2Elements) - 12);
}

/**
 * Bytes of the interactive part of a Binius64 proof of August 2026, from its messages: one circuit
 * without chips, without ZK masking, and without IMUL rows (whose messages are not modelled).
 *
 * Every log2 is rounded up, as upstream pads each of these sizes to a power of two.
 *
 * Source: binius-zk/binius64@7ad579a1:crates/verifier/src/protocols/{bitand,binmul}.rs,
 * protocols/shift/{mod,verify}.rs, reduction.rs (public input), ring_switch.rs, and
 * crates/iop/src/basefold/{channel,opening}.rs.
 *
 * @param log2AndRows - log2 of the AND rows
 * @param log2Words - log2 of the committed 64-bit words, at least the public words; the trace has half
 * as many elements
 * @param log2PublicElements - log2 of the public 128-bit elements: constants, inputs and outputs
 * @param log2BmulRows - log2 of the BMUL rows; leave out for a circuit without any
 * @returns bytes; `NaN` for an impossible argument
 * @example iopBytesFromTerms(19, 19, 13) // => 8912, Keccak-256 of 64 KiB
 */
export function iopBytesFromTerms(
  log2AndRows: number,
  log2Words: number,
  log2PublicElements: number,
  log2BmulRows?: number,
): number {
  const words = paddedLog2(log2Words);
  const elements = Math.max(0, words - 1);
  const bitand = 64 + 2 * paddedLog2(log2AndRows) + 3;
  // 36 variables of two shift slots and three bit indices, then the word index and its segment.
  const shift = 2 * 36 + 1 + 2 * (1 + words);
  const publicInput = 1 + 128 + 2 * paddedLog2(log2PublicElements);
  const wiring = 1;
  const ringSwitch = 128;
  const basefold = 3 * elements + 1;
  const binmul = log2BmulRows === undefined ? 0 : 6 * 64 + 2 * paddedLog2(log2BmulRows);
  return ELEMENT_BYTES * (bitand + shift + publicInput + wiring + ringSwitch + basefold + binmul);
}
