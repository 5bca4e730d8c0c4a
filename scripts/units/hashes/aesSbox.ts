import { carrylessMultiply, reduce } from '../fields/polynomialModel.ts';
import { inverse } from '../fields/power.ts';
import { constant } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';

/** The polynomial of the field of AES (FIPS 197, 4.2). */
export const AES_MODULUS = 0x11bn;

/** Product in the field of AES. */
export function aesMultiply(a: bigint, b: bigint): bigint {
  return reduce(carrylessMultiply(a, b), AES_MODULUS);
}

/** The S-box of AES (FIPS 197, 5.1.1): the inverse, then an affine map. */
export const AES_SBOX: readonly bigint[] = Array.from({ length: 256 }, (_, a) => {
  const b = inverse({ bits: 8, multiply: aesMultiply }, BigInt(a));
  // Bit i is the sum of bits i, i+4, i+5, i+6 and i+7 of b.
  const rotated = [0, 1, 2, 3, 4].map((by) =>
    BigInt.asUintN(8, (b << BigInt(by)) | (b >> BigInt(8 - by))),
  );
  return rotated.reduce((sum, value) => sum ^ value) ^ 0x63n;
});

/** Adds the S-box as a table of 256 entries per bit; ports a, y. */
export function aesSboxModule(modules: Modules): string {
  return modules.add('aes_sbox', ['input [7:0] a', 'output [7:0] y'], () =>
    Array.from({ length: 8 }, (_, bit) => {
      const table = AES_SBOX.reduce(
        (sum, y, a) => sum | (((y >> BigInt(bit)) & 1n) << BigInt(a)),
        0n,
      );
      return `wire [255:0] t${bit}=${constant(table, 256)}; assign y[${bit}]=t${bit}[a];`;
    }),
  );
}
