import type { Field } from './field.ts';
import { polynomialField } from './polynomialField.ts';
import { towerField } from './towerField.ts';

const GHASH = { title: 'GF(2^128), x^128+x^7+x^2+x+1', modulus: (1n << 128n) | 0x87n };

/** GF(2^128) as in GCM (NIST SP 800-38D), but with bit i the coefficient of x^i; and as in Binius64. */
export const ghash = polynomialField({ id: 'ghash', ...GHASH, leaf: 4 });

/** The same field with larger leaves. */
export const ghashLeaf8 = polynomialField({ id: 'ghashleaf8', ...GHASH, leaf: 8 });

/** GF(2^128) as in POLYVAL (RFC 8452), the plain product, without the factor x^-128 of its `dot`. */
export const polyval = polynomialField({
  id: 'polyval',
  title: 'GF(2^128), x^128+x^127+x^126+x^121+1',
  modulus: (1n << 128n) | (1n << 127n) | (1n << 126n) | (1n << 121n) | 1n,
  leaf: 4,
});

/** GF(2^8) as in AES (FIPS 197, 4.2). */
export const aes = polynomialField({
  id: 'aes',
  title: 'GF(2^8), 0x11b',
  modulus: 0x11bn,
  leaf: 4,
});

/** GF(2^32) with the first irreducible pentanomial. */
export const poly32 = polynomialField({
  id: 'poly32',
  title: 'GF(2^32), x^32+x^7+x^3+x^2+1',
  modulus: (1n << 32n) | 0x8dn,
  leaf: 4,
});

/** GF(2^64) with the first irreducible pentanomial. */
export const poly64 = polynomialField({
  id: 'poly64',
  title: 'GF(2^64), x^64+x^4+x^3+x+1',
  modulus: (1n << 64n) | 0x1bn,
  leaf: 4,
});

/** The Wiedemann tower from GF(2) to GF(2^128), by level. */
export const towers: readonly Field[] = [0, 1, 2, 3, 4, 5, 6, 7].map(towerField);

/** The tower field of some bits, a power of two. */
export function tower(bits: number): Field {
  const found = towers.find((field) => field.bits === bits);
  if (found === undefined) throw new RangeError(`no tower field of ${bits} bits`);
  return found;
}
