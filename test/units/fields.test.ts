import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aes,
  ghash,
  poly32,
  poly64,
  polyval,
  tower,
  towers,
} from '../../scripts/units/fields/all.ts';
import type { Field } from '../../scripts/units/fields/field.ts';
import { degreeOf } from '../../scripts/units/fields/polynomialModel.ts';
import { inverse, power } from '../../scripts/units/fields/power.ts';
import { timesGenerator } from '../../scripts/units/fields/towerModel.ts';

const fields = [...towers.slice(1), aes, poly32, poly64, ghash, polyval];
const element = ({ bits }: Field): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n });

describe.each(fields.map((field) => [field.title, field] as const))('%s', (_, field) => {
  const { multiply } = field;
  const any = element(field);

  it('is a commutative ring', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(multiply(a, b)).toBe(multiply(b, a));
        expect(multiply(a, multiply(b, c))).toBe(multiply(multiply(a, b), c));
        expect(multiply(a, b ^ c)).toBe(multiply(a, b) ^ multiply(a, c));
        expect(multiply(a, 1n)).toBe(a);
        expect(multiply(a, b) >> BigInt(field.bits)).toBe(0n);
      }),
      { numRuns: 12 },
    );
  });

  it('squares linearly', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const sum = a ^ b;
        expect(multiply(sum, sum)).toBe(multiply(a, a) ^ multiply(b, b));
      }),
      { numRuns: 12 },
    );
  });

  it('has the order of its name, so its polynomials are irreducible', () => {
    fc.assert(
      fc.property(any, (a) => {
        expect(power(multiply, a, 1n << BigInt(field.bits))).toBe(a);
      }),
      { numRuns: 2 },
    );
    expect(inverse(field, 0n)).toBe(0n);
  });
});

describe.each([tower(8), tower(32), aes, poly32].map((field) => [field.title, field] as const))(
  'the inverse in %s',
  (_, field) => {
    it('undoes a product', () => {
      fc.assert(
        fc.property(element(field), (a) => {
          expect(field.multiply(a, inverse(field, a))).toBe(a === 0n ? 0n : 1n);
        }),
        { numRuns: 20 },
      );
    });
  },
);

describe('the tower', () => {
  it('gives the published products of 16 and 32 bits', () => {
    // Unit tests of the GPU library ulvt of Ulvetanna, FanPaarTowerField<4> and <5>.
    const known = [
      [16, 0x4f4bn, 0x4386n, 0x7202n],
      [16, 0x2276n, 0xc732n, 0x15f8n],
      [16, 0x45a6n, 0x30fdn, 0x78f1n],
      [16, 0xf55cn, 0x7796n, 0x6f93n],
      [32, 0xd82c07cdn, 0xd82c07cdn, 0xafab1b8fn],
      [32, 0x6b4c9946n, 0xd82c07cdn, 0xf35c8d0fn],
      [32, 0x6b4c9946n, 0x3d47e731n, 0xf849322dn],
      [32, 0xbe127079n, 0x2cd911fcn, 0x2b8b8f27n],
    ] as const;
    for (const [bits, a, b, product] of known) expect(tower(bits).multiply(a, b)).toBe(product);
  });

  it('contains the tower one level down, and multiplies a vector over it by coordinates', () => {
    for (const [index, field] of towers.slice(1).entries()) {
      const small = towers[index];
      if (small === undefined) throw new Error('the tower has a gap');
      const half = BigInt(small.bits);
      fc.assert(
        fc.property(element(small), element(small), element(small), (low, high, s) => {
          const whole = low | (high << half);
          const byHalves = small.multiply(low, s) | (small.multiply(high, s) << half);
          expect(field.multiply(whole, s)).toBe(byHalves);
        }),
        { numRuns: 8 },
      );
    }
  });

  it('has generators that solve their equation', () => {
    for (const [level, { bits, multiply }] of towers.slice(1).entries()) {
      const x = 1n << BigInt(bits / 2);
      const before = level === 0 ? 1n : 1n << BigInt(bits / 4);
      expect(multiply(x, x)).toBe(multiply(before, x) ^ 1n);
      expect(timesGenerator(level + 1, x)).toBe(multiply(x, x));
    }
  });
});

describe('polynomial bases', () => {
  it('multiply as FIPS 197 says', () => {
    expect(aes.multiply(0x57n, 0x83n)).toBe(0xc1n);
    expect(aes.multiply(0x57n, 0x13n)).toBe(0xfen);
  });

  it('multiply as GCM does, whose bits are the other way round', () => {
    const [key, nonce] = [Buffer.alloc(16, 7), Buffer.alloc(12, 9)];
    const text = Buffer.from('sixteen bytes it');
    const gcm = createCipheriv('aes-128-gcm', key, nonce).setAAD(text);
    gcm.final();
    const encrypt = (block: Buffer): bigint => {
      const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
      return fromGcm(cipher.update(block));
    };
    const h = encrypt(Buffer.alloc(16));
    const lengths = Buffer.alloc(16);
    lengths.writeBigUInt64BE(128n);
    const hashed = ghash.multiply(ghash.multiply(fromGcm(text), h) ^ fromGcm(lengths), h);
    const mask = encrypt(Buffer.concat([nonce, Buffer.from([0, 0, 0, 1])]));
    expect(hashed ^ mask).toBe(fromGcm(gcm.getAuthTag()));
  });

  it('multiply as POLYVAL does, but for its factor x^-128', () => {
    // RFC 8452, appendix A: a, b, and dot(a, b) = a b x^-128, little-endian.
    const little = (hex: string): bigint =>
      BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`);
    const a = little('66e94bd4ef8a2c3b884cfa59ca342b2e');
    const b = little('ff000000000000000000000000000000');
    const dot = little('ebe563401e7e91ea3ad6426b8140c394');
    expect(polyval.multiply(a, b)).toBe(little('37856175e9dc9df26ebc6d6171aa0ae9'));
    const x128 = (1n << 127n) | (1n << 126n) | (1n << 121n) | 1n;
    expect(polyval.multiply(dot, x128)).toBe(polyval.multiply(a, b));
  });

  it('know the degree of a polynomial', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 300n }), (a) => {
        expect(degreeOf(a)).toBe(a === 0n ? -1 : a.toString(2).length - 1);
      }),
    );
  });
});

/** A block of GCM, whose first bit is the coefficient of 1. */
function fromGcm(block: Buffer): bigint {
  const bits = BigInt(`0x${block.toString('hex')}`)
    .toString(2)
    .padStart(128, '0');
  return BigInt(`0b${[...bits].reverse().join('')}`);
}
