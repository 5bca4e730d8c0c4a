import { NONE, raise, multiply, type Dimension } from './dimension.ts';

/** A unit of measure: how many base units it is, and of what. */
export interface Unit {
  /** Value of one such unit in base units. */
  readonly scale: number;
  readonly dimension: Dimension;
}

/** What has no unit. */
export const ONE: Unit = { scale: 1, dimension: NONE };

/** Product of two units. */
export function timesUnit(a: Unit, b: Unit): Unit {
  return { scale: a.scale * b.scale, dimension: multiply(a.dimension, b.dimension) };
}

/** A unit to a constant power. */
export function powUnit(a: Unit, exponent: number): Unit {
  // Whole powers by multiplication: Math.pow differs in the last bit between engines.
  let scale = 1;
  for (let i = 0; i < Math.abs(exponent); i++) scale *= a.scale;
  return {
    scale: exponent < 0 ? 1 / scale : scale,
    dimension: raise(a.dimension, exponent),
  };
}

/** A value in base units. */
export function toBase(value: number, unit: Unit): number {
  return value * unit.scale;
}

/** A value in base units as a number of `unit`. */
export function fromBase(value: number, unit: Unit): number {
  return value / unit.scale;
}
