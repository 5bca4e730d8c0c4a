import type { TornadoRange } from '../tornado/tornado.ts';

/** An input that may change, and how far. */
export interface BreakEvenRange extends TornadoRange {
  /** `log2` for an input that is a logarithm itself: 1 more of it is a factor of 2. */
  readonly scale?: 'log2';
  /** Whether only multiples of `unit` are values: then no others are looked at. */
  readonly whole?: boolean;
  /** What values are read in, as a number of base units; 1 when left out. */
  readonly unit?: number;
}

/** How changes of an input from its base are measured. */
export interface Change {
  /** Whether they are factors; else they are differences. */
  readonly byFactor: boolean;
  /** Natural logarithm of the factor that a value means, or its difference from base. */
  readonly of: (value: number) => number;
  /** The value at a change; the inverse of `of`. */
  readonly at: (change: number) => number;
  /** The factor that a value means; undefined where there is none. */
  readonly factor: (value: number) => number | undefined;
}

/**
 * How changes of an input are measured: by factors where its range and base are positive, by powers
 * of two where it is a logarithm, else by differences.
 *
 * @param range - the range of the input
 * @param base - its value without a change
 * @returns both directions of the measure
 * @example changeOf({ input: 'log2_size', low: 10, high: 30, scale: 'log2' }, 22).factor(19) // => 0.125
 */
export function changeOf(range: BreakEvenRange, base: number): Change {
  if (range.scale === 'log2') {
    return {
      byFactor: true,
      of: (value) => (value - base) * Math.LN2,
      at: (change) => base + change / Math.LN2,
      factor: (value) => 2 ** (value - base),
    };
  }
  const factor = (value: number): number | undefined => {
    const quotient = value / base;
    return quotient > 0 && quotient < Infinity ? quotient : undefined;
  };
  if (range.low > 0 && base > 0) {
    return {
      byFactor: true,
      of: (value) => Math.log(value / base),
      at: (change) => base * Math.exp(change),
      factor,
    };
  }
  return {
    byFactor: false,
    of: (value) => value - base,
    at: (change) => base + change,
    factor,
  };
}

/** What rounding may leave of a whole number of units. */
const NEARLY = 1e-9;

/**
 * The least and the greatest value of a range: of a whole input, the whole ones.
 *
 * @param range - the range
 * @returns both; in the wrong order where no whole value is in the range
 * @example endsOf({ input: 'n', low: 1.2, high: 9.9, whole: true }) // => [2, 9]
 */
export function endsOf({ low, high, whole, unit = 1 }: BreakEvenRange): [number, number] {
  if (whole !== true) return [low, high];
  return [Math.ceil(low / unit - NEARLY) * unit, Math.floor(high / unit + NEARLY) * unit];
}

/**
 * The value of a range that is nearest to one.
 *
 * @param range - the range
 * @param value - any value
 * @returns the value itself, within the ends, or the nearest whole one
 * @example nearestIn({ input: 'n', low: 1, high: 9, whole: true }, 3.4) // => 3
 */
export function nearestIn(range: BreakEvenRange, value: number): number {
  const [low, high] = endsOf(range);
  const { whole, unit = 1 } = range;
  const near = whole === true ? Math.round(value / unit) * unit : value;
  return Math.min(high, Math.max(low, near));
}
