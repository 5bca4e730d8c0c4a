import { createCipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords, unpackWords } from '../../scripts/units/designs/words.ts';
import { AES_SBOX } from '../../scripts/units/hashes/aesSbox.ts';
import { blake3Compress } from '../../scripts/units/hashes/blake3Model.ts';
import { groestlPermutation } from '../../scripts/units/hashes/groestlModel.ts';
import { keccak } from '../../scripts/units/hashes/keccakModel.ts';
import { SHA256_IV, sha256Compress } from '../../scripts/units/hashes/sha256Model.ts';

/** Texts that fit into one block. */
const short = (longest: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ maxLength: longest }).map((bytes) => Buffer.from(bytes));

function littleEndian(bytes: Buffer): bigint {
  return packWords([...bytes].map(BigInt), 8);
}

function toBytes(value: bigint, count: number): Buffer {
  return Buffer.from(unpackWords(value, 8, count).map(Number));
}

describe('the software models', () => {
  it('of SHA-256 agrees with OpenSSL', () => {
    fc.assert(
      fc.property(short(55), (text) => {
        const block = Buffer.alloc(64);
        text.copy(block);
        block[text.length] = 0x80;
        block.writeUInt32BE(8 * text.length, 60);
        const words = Array.from({ length: 16 }, (_, i) => BigInt(block.readUInt32BE(4 * i)));
        const digest = sha256Compress(SHA256_IV, words)
          .map((word) => word.toString(16).padStart(8, '0'))
          .join('');
        expect(digest).toBe(createHash('sha256').update(text).digest('hex'));
      }),
      { numRuns: 20 },
    );
  });

  it('of Keccak-f[1600] agrees with the SHA3-256 of OpenSSL', () => {
    fc.assert(
      fc.property(short(135), (text) => {
        const block = Buffer.alloc(136);
        text.copy(block);
        block[text.length] = 0x06;
        block[135] = (block[135] ?? 0) | 0x80;
        const digest = toBytes(keccak(littleEndian(block)), 32).toString('hex');
        expect(digest).toBe(createHash('sha3-256').update(text).digest('hex'));
      }),
      { numRuns: 10 },
    );
  });

  it('of the S-box agrees with the AES of OpenSSL', () => {
    expect(AES_SBOX.slice(0, 4)).toEqual([0x63n, 0x7cn, 0x77n, 0x7bn]);
    expect([...AES_SBOX].sort((a, b) => Number(a - b))).toEqual(
      Array.from({ length: 256 }, (_, i) => BigInt(i)),
    );
    const cipher = createCipheriv('aes-128-ecb', Buffer.alloc(16), null).setAutoPadding(false);
    expect(cipher.update(Buffer.alloc(16)).toString('hex')).toBe(encryptZero());
  });

  it('of Groestl-256 gives the published hash of the empty text', () => {
    // Submission package of Groestl, ShortMsgKAT_256, Len = 0.
    const last = littleEndian(Buffer.from('80'.padEnd(126, '0') + '01', 'hex'));
    const initial = littleEndian(Buffer.from('0100'.padStart(128, '0'), 'hex'));
    const state = groestlPermutation('p', initial ^ last) ^ groestlPermutation('q', last) ^ initial;
    const digest = toBytes(groestlPermutation('p', state) ^ state, 64).subarray(32);
    expect(digest.toString('hex')).toBe(
      '1a52d11d550039be16107f9c58db9ebcc417f16f736adb2502567119f0083467',
    );
  });

  it.each([
    // Test vectors of the BLAKE3 repository: the empty text, and a byte 0.
    [0, 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262'],
    [1, '2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213'],
  ])('of BLAKE3 gives the published hash of %d zero bytes', (length, expected) => {
    const wholeInOneChunk = 1n | 2n | 8n;
    const state = [...SHA256_IV, ...SHA256_IV.slice(0, 4), 0n, 0n, BigInt(length), wholeInOneChunk];
    const out = blake3Compress(state, new Array<bigint>(16).fill(0n)).slice(0, 8);
    expect(toBytes(packWords(out, 32), 32).toString('hex')).toBe(expected);
  });
});

/** AES-128 of a zero block under a zero key, by FIPS 197 with the S-box of the kit. */
function encryptZero(): string {
  const s = (byte: number): number => Number(AES_SBOX[byte] ?? 0n);
  const twice = (byte: number): number => ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 0xff;
  let key: number[] = new Array<number>(16).fill(0);
  let state = [...key];
  let constant = 1;
  for (let round = 1; round <= 10; round++) {
    const next: number[] = [];
    for (let i = 0; i < 16; i++) {
      const turned = s(key[12 + ((i + 1) % 4)] ?? 0) ^ (i === 0 ? constant : 0);
      next[i] = (key[i] ?? 0) ^ (i < 4 ? turned : (next[i - 4] ?? 0));
    }
    [key, constant] = [next, twice(constant)];
    const shifted = state.map((_, i) => s(state[(i + 4 * (i % 4)) % 16] ?? 0));
    state = shifted.map((byte, i) => {
      const at = (k: number): number => shifted[4 * Math.floor(i / 4) + ((i + k) % 4)] ?? 0;
      const mixed = twice(byte) ^ twice(at(1)) ^ at(1) ^ at(2) ^ at(3);
      return (round === 10 ? byte : mixed) ^ (key[i] ?? 0);
    });
  }
  return Buffer.from(state).toString('hex');
}
