// Arithmetic whose bits are the same on every engine. Math.pow is not (Node 20 and 24 differ in the
// last bit); exp, log2 and sqrt are, so every power is made of these and of multiplications.

const LN2 = Math.LN2;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** 2^y, exact for whole y (also for subnormal results). */
export function exp2(y: number): number {
  const whole = Math.round(y);
  if (whole < -1022 || whole > 1023) {
    // Outside the normal exponents the product of two halves is still exact for whole y.
    if (!(whole >= -2000 && whole <= 2000)) return y > 0 ? Infinity : y < 0 ? 0 : NaN;
    const half = Math.trunc(whole / 2);
    return exp2(half) * exp2(y - half);
  }
  words[0] = 0;
  words[1] = (whole + 1023) << 20;
  const power = float[0] ?? NaN;
  const fraction = y - whole;
  if (fraction === 0) return power;
  // Halves have to agree with square roots; Math.round leaves -0.5 and never 0.5.
  return power * (fraction === -0.5 ? Math.SQRT1_2 : Math.exp(fraction * LN2));
}

/** Largest whole exponent for which a power is made of multiplications. */
export const LARGEST_POWER = 64;

/** x^y; NaN for negative x and y that is not whole or larger than {@link LARGEST_POWER}. */
export function power(x: number, y: number): number {
  // The cases that Builder.power tells apart, so that it makes no difference when y becomes known.
  if (y === 0.5) return Math.sqrt(x);
  if (Number.isInteger(y) && Math.abs(y) <= LARGEST_POWER) {
    const product = wholePower(x, Math.abs(y));
    // A product that is too large has no value, so neither has its inverse.
    return y < 0 && Number.isFinite(product) ? 1 / product : product;
  }
  if (x === 2) return exp2(y);
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp2(y * Math.log2(x));
}

/** Repeated squaring, with the multiplications that Builder.power writes. */
function wholePower(x: number, n: number): number {
  if (n === 0) return 1;
  if (n === 1) return x;
  const half = wholePower(x, Math.floor(n / 2));
  return n % 2 === 1 ? half * half * x : half * half;
}

/** The least whole k with 2^k >= x, from the bits of x; NaN unless x is a positive finite number. */
export function ceilLog2(x: number): number {
  if (!(x > 0 && x < Infinity)) return NaN;
  // A subnormal has no exponent field: scale it up by an exact power of two first.
  if (x < 2.2250738585072014e-308) return ceilLog2(x * 18_014_398_509_481_984) - 54;
  float[0] = x;
  const high = words[1] ?? 0;
  const fraction = (high & 0xfffff) !== 0 || words[0] !== 0;
  return ((high >>> 20) & 2047) - 1023 + (fraction ? 1 : 0);
}

/** The greatest whole k with 2^k <= x, from the bits of x. */
export function floorLog2(x: number): number {
  const above = ceilLog2(x);
  return exp2(above) === x ? above : above - 1;
}

/** 2^(i - 1074): every power of two that is a finite number. */
export const POWERS_OF_TWO: Float64Array = Float64Array.from({ length: 2098 }, (_, i) =>
  exp2(i - 1074),
);
