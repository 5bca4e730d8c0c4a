import { range, registered, slice, xor } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';
import { clocked, type Pipeline } from './field.ts';

/**
 * Adds a multiplier of polynomials over GF(2) with `bits` coefficients each: Karatsuba while the width
 * is even and above `leaf`, all products of pairs below.
 *
 * @returns the module's name; ports a, b, y (2 bits - 1 wide), and clk where there are registers
 */
export function carrylessMultiplier(
  modules: Modules,
  bits: number,
  leaf: number,
  pipeline: Pipeline,
): string {
  const out = 2 * bits - 1;
  const below = pipeline.products.filter((width) => width <= bits);
  const name = ['clmul', bits, `leaf${leaf}`, ...below.map((width) => `r${width}`)].join('_');
  const clock = clocked(pipeline, bits) ? ['input clk'] : [];
  const ports = [
    ...clock,
    `input ${range(bits)} a`,
    `input ${range(bits)} b`,
    `output ${range(out)} y`,
  ];
  return modules.add(name, ports, () => [
    `wire ${range(out)} r;`,
    ...(isLeaf(bits, leaf) ? pairs(bits) : halves(modules, bits, leaf, pipeline)),
    ...(pipeline.products.includes(bits) ? registered('r', out) : ['assign y=r;']),
  ]);
}

/** Widths of the partial products that a multiplier is made of, widest first. */
export function productWidths(bits: number, leaf: number): number[] {
  return isLeaf(bits, leaf) ? [bits] : [bits, ...productWidths(bits / 2, leaf)];
}

function isLeaf(bits: number, leaf: number): boolean {
  return bits <= leaf || bits % 2 === 1;
}

/** Every coefficient as the sum of its products. */
function pairs(bits: number): string[] {
  return Array.from({ length: 2 * bits - 1 }, (_, i) => {
    const first = Math.max(0, i - bits + 1);
    const terms = Array.from({ length: Math.min(i, bits - 1) - first + 1 }, (_, k) => first + k);
    return `assign r[${i}]=${xor(terms.map((j) => `(a[${j}]&b[${i - j}])`))};`;
  });
}

/** Karatsuba: low + (both - low - high) x^half + high x^bits. */
function halves(modules: Modules, bits: number, leaf: number, pipeline: Pipeline): string[] {
  const half = bits / 2;
  const width = 2 * half - 1;
  const multiplier = carrylessMultiplier(modules, half, leaf, pipeline);
  const clk = clocked(pipeline, half) ? '.clk(clk),' : '';
  const [a0, a1] = [slice('a', 0, half), slice('a', half, half)];
  const [b0, b1] = [slice('b', 0, half), slice('b', half, half)];
  const term = (name: string, index: number): string[] =>
    index >= 0 && index < width ? [`${name}[${index}]`] : [];
  return [
    `wire ${range(width)} low, both, high;`,
    `${multiplier} m0(${clk}.a(${a0}),.b(${b0}),.y(low));`,
    `${multiplier} m1(${clk}.a(${a1}),.b(${b1}),.y(high));`,
    `${multiplier} m2(${clk}.a(${a0}^${a1}),.b(${b0}^${b1}),.y(both));`,
    `wire ${range(width)} middle=low^both^high;`,
    ...Array.from({ length: 2 * bits - 1 }, (_, i) => {
      const terms = [...term('low', i), ...term('middle', i - half), ...term('high', i - bits)];
      return `assign r[${i}]=${xor(terms)};`;
    }),
  ];
}
