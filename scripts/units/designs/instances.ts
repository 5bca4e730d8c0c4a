import { aes, ghash, ghashLeaf8, polyval, tower } from '../fields/all.ts';
import { COMBINATIONAL } from '../fields/field.ts';
import { square } from './linear.ts';
import { multiply } from './multiply.ts';
import { butterfly, scale } from './scale.ts';

const [t1, t8, t32, t128] = [tower(1), tower(8), tower(32), tower(128)];

/** The designs of fields that units are made of. */
export const gf128 = {
  ghash: multiply(ghash),
  ghashLeaf8: multiply(ghashLeaf8),
  ghashPipelined: multiply(ghash, { operands: true, products: [8, 16, 32, 64, 128], result: true }),
  polyval: multiply(polyval),
  tower: multiply(t128),
  tower7: multiply(t128, { ...COMBINATIONAL, operands: true, products: [4, 8, 16, 32, 64, 128] }),
  tower4: multiply(t128, { ...COMBINATIONAL, operands: true, products: [8, 32, 128] }),
  squareGhash: square(ghash),
  squareTower: square(t128),
  times1: scale({ field: t128, scalars: t1 }),
  times8: scale({ field: t128, scalars: t8 }),
  times8Registered: scale({ field: t128, scalars: t8 }, true),
  times32: scale({ field: t128, scalars: t32 }),
  butterfly32: butterfly({ field: t128, scalars: t32 }),
};

/** Multipliers of GF(2^32). */
export const gf32 = {
  tower: multiply(t32),
  tower4: multiply(t32, { ...COMBINATIONAL, operands: true, products: [8, 16, 32] }),
  towerBare: multiply(t32, { ...COMBINATIONAL, products: [4, 8, 16, 32] }),
};

/** Multipliers of GF(2^8). */
export const gf8 = { tower: multiply(t8), aes: multiply(aes) };
