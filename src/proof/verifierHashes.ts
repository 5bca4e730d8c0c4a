import { ELEMENT_BYTES, friShape } from './friShape.ts';
import { remember } from './remember.ts';

/** Bytes one SHA-256 compression absorbs. Source: FIPS 180-4, s. 5.2.1. */
const SHA256_BLOCK_BYTES = 64;

/** Least SHA-256 padding: the byte 0x80 and an 8-byte length. Source: FIPS 180-4, s. 5.1.1. */
const SHA256_PADDING_BYTES = 9;

/**
 * SHA-256 compressions the verifier of a FRI proof with optimal fold arities computes.
 *
 * Per opened codeword: for each query its leaf and the branch up to the cap, then the cap up to the
 * root; last the terminal codeword. An inner node is one bare compression of two 32-byte digests,
 * without padding. Fiat-Shamir hashing is not counted.
 *
 * `h = sum_i [ t (ceil((16 * 2^a_i + 9) / 64) + depth_i - cap_i) + 2^cap_i ] + 16 * 2^terminal / 64`
 *
 * Source: derived from binius-zk/binius64@7ad579a1:crates/iop/src/merkle_tree/scheme.rs and
 * crates/iop/src/merkle_channel.rs.
 *
 * @param log2Elements - log2 of the committed 128-bit elements, 0 to 64; rounded up as in `friBytes`
 * @param logInvRate - log2(1 / code rate), an integer from 0 to 64
 * @param queries - FRI queries, 1 to 2^32
 * @returns compressions; `NaN` for an impossible argument
 */
export const verifierHashes: (log2Elements: number, logInvRate: number, queries: number) => number =
  remember((log2Elements, logInvRate, queries) => {
    const shape = friShape({ log2Elements, logInvRate, queries, strategy: 'optimal' });
    if (shape === undefined) return Number.NaN;
    const terminal = (ELEMENT_BYTES * 2 ** shape.log2TerminalCodeword) / SHA256_BLOCK_BYTES;
    return shape.layers.reduce((sum, { arity, treeDepth, capDepth }) => {
      const leafBytes = ELEMENT_BYTES * 2 ** arity + SHA256_PADDING_BYTES;
      const perQuery = Math.ceil(leafBytes / SHA256_BLOCK_BYTES) + treeDepth - capDepth;
      return sum + queries * perQuery + 2 ** capDepth;
    }, terminal);
  });
