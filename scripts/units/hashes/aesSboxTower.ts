import { towerInverter } from '../fields/towerInverter.ts';
import { towerMultiply } from '../fields/towerModel.ts';
import { power } from '../fields/power.ts';
import { linearMap } from '../verilog/linearMap.ts';
import type { Modules } from '../verilog/modules.ts';
import { AES_SBOX } from './aesSbox.ts';

/** Level of the tower that is isomorphic to the field of AES. */
const LEVEL = 3;
const BITS = 2 ** LEVEL;

const multiply = (a: bigint, b: bigint): bigint => towerMultiply(LEVEL, a, b);

/**
 * Adds the S-box by way of the tower, where an inverse takes few gates: into the tower, the inverse there,
 * and back together with the affine map; ports a, y.
 */
export function aesSboxTowerModule(modules: Modules): string {
  return modules.add('aes_sbox_tower', ['input [7:0] a', 'output [7:0] y'], () => {
    const width = { input: BITS, output: BITS };
    const into = linearMap(modules, 'aes_to_tower', width, toTower);
    const inverter = towerInverter(modules, LEVEL);
    const back = linearMap(modules, 'tower_to_aes', width, fromInverse);
    return [
      'wire [7:0] t, i, s;',
      `${into} into(.a(a),.y(t));`,
      `${inverter} inverse(.a(t),.y(i));`,
      `${back} back(.a(i),.y(s));`,
      "assign y=s^8'h63;",
    ];
  });
}

/** A root in the tower of the polynomial of AES, x^8 + x^4 + x^3 + x + 1: the image of x. */
const ROOT = elements().find((z) => {
  const [z3, z4, z8] = [3n, 4n, 8n].map((exponent) => power(multiply, z, exponent));
  return ((z8 ?? 0n) ^ (z4 ?? 0n) ^ (z3 ?? 0n) ^ z ^ 1n) === 0n;
});

/** An element of the field of AES as one of the tower. */
function toTower(a: bigint): bigint {
  if (ROOT === undefined) throw new Error('the polynomial of AES has no root in the tower');
  let [image, base] = [0n, 1n];
  for (let rest = a; rest > 0n; rest >>= 1n, base = multiply(base, ROOT)) {
    if (rest & 1n) image ^= base;
  }
  return image;
}

/** The inverse of an element of the tower to the S-box of that element, but for the constant 0x63: a linear map. */
function fromInverse(inverted: bigint): bigint {
  const element = power(multiply, inverted, 254n);
  const a = elements().find((candidate) => toTower(candidate) === element) ?? 0n;
  return (AES_SBOX[Number(a)] ?? 0n) ^ 0x63n;
}

function elements(): bigint[] {
  return Array.from({ length: 2 ** BITS }, (_, value) => BigInt(value));
}
