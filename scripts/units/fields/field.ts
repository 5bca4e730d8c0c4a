import type { Modules } from '../verilog/modules.ts';

/** Where a multiplier has registers. */
export interface Pipeline {
  /** Both operands are registered first. */
  readonly operands: boolean;
  /** Widths in bits of the partial products behind which there are registers. */
  readonly products: readonly number[];
  /** The reduced result is registered; for a field whose products need no reduction at the end, list its width instead. */
  readonly result: boolean;
}

/** No registers anywhere. */
export const COMBINATIONAL: Pipeline = { operands: false, products: [], result: false };

/** Clocks from operands to result. */
export function latencyOf({ operands, products, result }: Pipeline): number {
  return Number(operands) + products.length + Number(result);
}

/** A field of characteristic 2: what it computes, as a software model, and how that is built. */
export interface Field {
  /** Name for files and modules: letters and digits. */
  readonly id: string;
  /** Field and basis, as column `field` of datasets/units.csv says it. */
  readonly title: string;
  /** Bits of one element. */
  readonly bits: number;
  /** Widths in bits of its partial products, behind which there can be registers. */
  readonly products: readonly number[];
  /** Software model of the product of two elements. */
  readonly multiply: (a: bigint, b: bigint) => bigint;
  /**
   * Adds the multiplier.
   *
   * @param pipeline registers of partial products; registers of operands and result are not its concern
   * @returns the module's name; ports a, b, y, and clk where `clocked` says so
   */
  readonly multiplier: (modules: Modules, pipeline: Pipeline) => string;
  /**
   * Adds the inverter, of which the inverse of 0 is 0.
   *
   * @returns the module's name; ports a, y
   */
  readonly inverter: (modules: Modules) => string;
}

/** Whether a module that registers partial products of some widths has any up to this width. */
export function clocked({ products }: Pipeline, bits: number): boolean {
  return products.some((width) => width <= bits);
}
