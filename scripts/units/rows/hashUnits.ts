import { BLAKE3_ROUNDS } from '../hashes/blake3Model.ts';
import { blake3RoundDesign } from '../hashes/blake3.ts';
import { groestlRoundDesign } from '../hashes/groestl.ts';
import { GROESTL_ROUNDS } from '../hashes/groestlModel.ts';
import { KECCAK_CONSTANTS } from '../hashes/keccakModel.ts';
import { keccakIterative, keccakRoundDesign } from '../hashes/keccak.ts';
import { SHA256_ROUNDS } from '../hashes/sha256Model.ts';
import { sha256Iterative, sha256RoundDesign } from '../hashes/sha256.ts';
import { KINDS, resultRegister, type Unit } from './unit.ts';

const [groestlP, groestlQ] = [groestlRoundDesign('p'), groestlRoundDesign('q')];
const keccakRounds = KECCAK_CONSTANTS.length;
/** Bits of a block and of a chaining value that the feed-forward of Groestl-256 adds. */
const FEED_FORWARD = 2 * 512;
/** Rounds of BLAKE2s (RFC 7693, 3.2), which differs from BLAKE3 in the order of the message words. */
const BLAKE2S_ROUNDS = 10;
/** Bits of state and of message that go from one round of BLAKE3 to the next. */
const BLAKE3_BITS = 512 + 512;

/** Units that hash. */
export const HASH_UNITS: readonly Unit[] = [
  {
    ids: { LUT6: 'sha256-iterative' },
    operation: 'sha256_block',
    title: 'iterative core, 1 round per clock',
    logic: [{ design: sha256Iterative }],
    registers: [{ design: sha256Iterative }],
    interval: SHA256_ROUNDS,
    latency: SHA256_ROUNDS,
    defaults: ['LUT6'],
    includes: 'state and 512-bit schedule registers; no feed-forward adder, no bus',
    note: 'a lower bound; 64-65 clocks per block',
  },
  {
    ids: { LUT6: 'sha256-unrolled', LUT4: 'sha256-unrolled-lut4' },
    operation: 'sha256_block',
    title: '64 rounds in a row',
    logic: [{ design: sha256RoundDesign, times: SHA256_ROUNDS }],
    registers: [{ design: sha256Iterative, times: SHA256_ROUNDS }],
    latency: SHA256_ROUNDS,
    includes: 'no feed-forward adder, no bus',
  },
  {
    ids: { LUT6: 'groestl-pipelined' },
    operation: 'groestl_perm',
    title: '10 rounds in a row',
    logic: [{ design: groestlP, times: GROESTL_ROUNDS }],
    registers: resultRegister(groestlP, GROESTL_ROUNDS),
    latency: GROESTL_ROUNDS,
    defaults: ['LUT6'],
    includes: 'no feed-forward, no data movers',
    note: 'P, with S-boxes as tables',
  },
  {
    ids: { LUT6: 'groestl-pair' },
    operation: 'groestl_perm',
    title: 'P and Q side by side with feed-forward',
    logic: [groestlP, groestlQ].map((design) => ({ design, times: GROESTL_ROUNDS })),
    gates: FEED_FORWARD,
    registers: resultRegister(groestlP, 2 * GROESTL_ROUNDS),
    parallel: 2,
    latency: GROESTL_ROUNDS,
    includes: 'P, Q and the feed-forward XORs: one 64-byte block per clock',
  },
  {
    ids: { LUT6: 'blake3-pipelined', LUT4: 'blake3-pipelined-lut4' },
    operation: 'blake3_block',
    title: '7 rounds in a row',
    logic: [{ design: blake3RoundDesign, times: BLAKE3_ROUNDS }],
    registers: {
      count: BLAKE3_ROUNDS * BLAKE3_BITS,
      why: 'per round 512 bits of state and 512 of message',
    },
    latency: BLAKE3_ROUNDS,
    defaults: KINDS,
    includes: 'no feed-forward, no bus',
    note: 'the round is deep, so the clock is low',
  },
  {
    ids: { LUT6: 'blake2s-pipelined', LUT4: 'blake2s-pipelined-lut4' },
    operation: 'blake2s_block',
    title: '10 rounds in a row',
    logic: [{ design: blake3RoundDesign, times: BLAKE2S_ROUNDS }],
    registers: {
      count: BLAKE2S_ROUNDS * BLAKE3_BITS,
      why: 'per round 512 bits of state and 512 of message',
    },
    latency: BLAKE2S_ROUNDS,
    defaults: KINDS,
    includes: 'no feed-forward, no bus',
    note: 'a round of BLAKE3 is one of BLAKE2s; it is deep, so the clock is low',
  },
  {
    ids: { LUT6: 'keccak-iterative' },
    operation: 'keccak_perm',
    title: 'iterative core, 1 round per clock',
    logic: [{ design: keccakIterative }],
    registers: [{ design: keccakIterative }],
    interval: keccakRounds,
    latency: keccakRounds,
    defaults: ['LUT6'],
    includes: 'state and the XOR of a 1088-bit block',
  },
  {
    ids: { LUT6: 'keccak-pipelined', LUT4: 'keccak-pipelined-lut4' },
    operation: 'keccak_perm',
    title: '24 rounds in a row',
    logic: [{ design: keccakRoundDesign, times: keccakRounds }],
    registers: resultRegister(keccakRoundDesign, keccakRounds),
    latency: keccakRounds,
    defaults: ['LUT4'],
    includes: 'bare unit: no control, no FIFOs',
  },
];
