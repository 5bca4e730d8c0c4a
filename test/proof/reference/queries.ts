/**
 * FRI queries needed for a target security in the unique-decoding regime:
 * `ceil((security - grinding) / (1 - log2(1 + 2^-r)))`.
 *
 * Covers the query phase only. The folding rounds are bounded separately, by roughly
 * `128 - log2(codeword length)` bits in a 128-bit field, and more queries do not raise that.
 *
 * Source: binius-zk/binius64@7ad579a1:crates/iop/src/fri/common.rs (`calculate_n_test_queries`),
 * which has no grinding; the proximity parameter follows Diamond-Posen, eprint 2024/504, s. 5.2.
 *
 * @param securityBits - target security of the query phase, bits, at least 0
 * @param logInvRate - log2(1 / code rate), at least 0; 0 has no distance and gives `Infinity`
 * @param grindingBits - bits of proof of work spent before the queries, at least 0
 * @returns number of queries; 0 when grinding alone reaches the target; `NaN` for a negative or
 * non-finite argument
 * @example udrQueries(96, 1, 0) // => 232
 */
export function udrQueries(securityBits: number, logInvRate: number, grindingBits: number): number {
  const impossible = [securityBits, logInvRate, grindingBits].some(
    (x) => !Number.isFinite(x) || x < 0,
  );
  if (impossible) return Number.NaN;
  // A word at the edge of the unique-decoding radius passes one query with probability (1 + rate) / 2.
  const bitsPerQuery = 1 - Math.log2(1 + 2 ** -logInvRate);
  const wanted = Math.max(0, securityBits - grindingBits);
  return wanted === 0 ? 0 : Math.ceil(wanted / bitsPerQuery);
}
