import type { Field } from '../fields/field.ts';
import type { Design } from './design.ts';
import { invert } from './invert.ts';
import { square, timesConstant } from './linear.ts';
import { multiply } from './multiply.ts';

/** Bits of pi, pairs of which make a constant without structure. */
const PI = 0x243f6a8885a308d313198a2e03707344n;
const PI_BITS = 128;

/** What is measured of any field: product, square, product with a dense constant, inverse. */
export function fieldDesigns(field: Field): Design[] {
  const constant = PI >> BigInt(Math.max(0, PI_BITS - 2 - field.bits));
  return [
    multiply(field),
    square(field),
    timesConstant(field, 'cmul', BigInt.asUintN(field.bits, constant)),
    invert(field),
  ];
}
