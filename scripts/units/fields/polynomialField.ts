import { range } from '../verilog/bits.ts';
import { linearMap } from '../verilog/linearMap.ts';
import type { Modules } from '../verilog/modules.ts';
import { carrylessMultiplier, productWidths } from './carrylessMultiplier.ts';
import { clocked, type Field, type Pipeline } from './field.ts';
import { itohTsujii } from './itohTsujii.ts';
import { carrylessMultiply, degreeOf, reduce } from './polynomialModel.ts';

/** What defines a field with a polynomial basis. */
export interface PolynomialField {
  /** Name for files and modules: letters and digits. */
  readonly id: string;
  /** Field and basis, as column `field` of datasets/units.csv says it. */
  readonly title: string;
  /** The irreducible polynomial, bit i the coefficient of x^i. */
  readonly modulus: bigint;
  /** Greatest width at which the multiplier no longer splits its operands. */
  readonly leaf: number;
}

/** The field GF(2)[x] / modulus. */
export function polynomialField({ id, title, modulus, leaf }: PolynomialField): Field {
  const bits = degreeOf(modulus);
  const multiply = (a: bigint, b: bigint): bigint => reduce(carrylessMultiply(a, b), modulus);
  const multiplier = (modules: Modules, pipeline: Pipeline): string => {
    const product = carrylessMultiplier(modules, bits, leaf, pipeline);
    const width = { input: 2 * bits - 1, output: bits };
    const reduction = linearMap(modules, `${id}_reduce`, width, (a) => reduce(a, modulus));
    const clocks = clocked(pipeline, bits);
    const operands = [
      `input ${range(bits)} a`,
      `input ${range(bits)} b`,
      `output ${range(bits)} y`,
    ];
    const ports = clocks ? ['input clk', ...operands] : operands;
    return modules.add(
      [id, 'mul', ...pipeline.products.map((w) => `r${w}`)].join('_'),
      ports,
      () => [
        `wire ${range(2 * bits - 1)} p;`,
        `${product} product(${clocks ? '.clk(clk),' : ''}.a(a),.b(b),.y(p));`,
        `${reduction} reduction(.a(p),.y(y));`,
      ],
    );
  };
  return {
    id,
    title,
    bits,
    products: productWidths(bits, leaf),
    multiply,
    multiplier,
    inverter: (modules) => itohTsujii(modules, { id, bits, multiply, multiplier }),
  };
}
