import { range, registered, slice } from '../verilog/bits.ts';
import type { Modules } from '../verilog/modules.ts';
import { clocked, type Pipeline } from './field.ts';

/**
 * Adds a multiplier of T_level: Karatsuba on every level, so 3^level AND gates.
 *
 * @returns the module's name; ports a, b, y, and clk where there are registers
 */
export function towerMultiplier(modules: Modules, level: number, pipeline: Pipeline): string {
  const bits = 2 ** level;
  const here = pipeline.products.includes(bits);
  const below = pipeline.products.filter((width) => width <= bits);
  const name = ['tower_mul', bits, ...below.map((width) => `r${width}`)].join('_');
  const clock = clocked(pipeline, bits) ? ['input clk'] : [];
  const ports = [
    ...clock,
    `input ${range(bits)} a`,
    `input ${range(bits)} b`,
    `output ${range(bits)} y`,
  ];
  return modules.add(name, ports, () => {
    const product = `wire ${range(bits)} r;`;
    const lines =
      level === 0 ? [product, 'assign r=a&b;'] : [product, ...halves(modules, level, pipeline)];
    return [...lines, ...(here ? registered('r', bits) : ['assign y=r;'])];
  });
}

/** The product r from three products of halves. */
function halves(modules: Modules, level: number, pipeline: Pipeline): string[] {
  const half = 2 ** (level - 1);
  const multiplier = towerMultiplier(modules, level - 1, pipeline);
  const generator = towerGenerator(modules, level - 1);
  const clk = clocked(pipeline, half) ? '.clk(clk),' : '';
  const bus = range(half);
  return [
    `wire ${bus} a0=${slice('a', 0, half)}, a1=${slice('a', half, half)};`,
    `wire ${bus} b0=${slice('b', 0, half)}, b1=${slice('b', half, half)};`,
    `wire ${bus} low, high, both, carry;`,
    `${multiplier} m0(${clk}.a(a0),.b(b0),.y(low));`,
    `${multiplier} m1(${clk}.a(a1),.b(b1),.y(high));`,
    `${multiplier} m2(${clk}.a(a0^a1),.b(b0^b1),.y(both));`,
    `${generator} g(.a(high),.y(carry));`,
    'assign r={both^low^high^carry, low^high};',
  ];
}

/**
 * Adds the product of an element of T_level with the generator X_(level-1).
 *
 * @returns the module's name; ports a, y
 */
export function towerGenerator(modules: Modules, level: number): string {
  const bits = 2 ** level;
  return modules.add(
    `tower_gen_${bits}`,
    [`input ${range(bits)} a`, `output ${range(bits)} y`],
    () => {
      if (level === 0) return ['assign y=a;'];
      const half = bits / 2;
      const inner = towerGenerator(modules, level - 1);
      return [
        `wire ${range(half)} t;`,
        `${inner} g(.a(${slice('a', half, half)}),.y(t));`,
        `assign y={${slice('a', 0, half)}^t, ${slice('a', half, half)}};`,
      ];
    },
  );
}
