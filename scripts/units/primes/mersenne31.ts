import { combine } from '../designs/combine.ts';
import type { Design } from '../designs/design.ts';

/** The prime 2^31 - 1. */
export const MERSENNE31 = 2n ** 31n - 1n;

const FIELD = 'Mersenne-31';
const OPERANDS = ['a', 'b'].map((name) => ({ name, width: 31 }));
const RESULTS = [{ name: 'r', width: 31 }];
const reduced = (value: bigint): bigint => value % MERSENNE31;

/** Product modulo 2^31 - 1, fully reduced. The product of integers is left to synthesis, so that it can take DSP blocks. */
export const mersenne31Multiply: Design = combine({
  id: 'mul-m31',
  title: 'multiplier with full reduction',
  field: FIELD,
  operands: OPERANDS,
  results: RESULTS,
  carries: true,
  multiplies: true,
  body: () => [
    'wire [61:0] p=a*b;',
    // 2^31 is 1, so the halves are added, and what that carries as well.
    "wire [31:0] s={1'b0,p[30:0]}+{1'b0,p[61:31]};",
    "wire [31:0] t={1'b0,s[30:0]}+s[31];",
    "assign r=(t[30:0]==31'h7fffffff) ? 31'd0 : t[30:0];",
  ],
  model: (a = 0n, b = 0n) => [(a * b) % MERSENNE31],
});

/** Sum modulo 2^31 - 1 of reduced operands, fully reduced. */
export const mersenne31Add: Design = combine({
  id: 'add-m31',
  title: 'adder with full reduction',
  field: FIELD,
  operands: OPERANDS,
  valid: reduced,
  results: RESULTS,
  carries: true,
  body: () => [
    "wire [31:0] s={1'b0,a}+{1'b0,b}, t=s+32'd1;",
    // The sum is at least the prime where one more reaches 2^31, and then less the prime it is the rest of that.
    'assign r=t[31] ? t[30:0] : s[30:0];',
  ],
  model: (a = 0n, b = 0n) => [(a + b) % MERSENNE31],
});
