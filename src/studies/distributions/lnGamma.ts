// Lanczos coefficients for g = 7, n = 9.
const COEFFICIENTS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/**
 * Natural logarithm of the gamma function.
 *
 * Source: C. Lanczos, "A precision approximation of the gamma function", SIAM Journal on Numerical
 * Analysis B 1 (1964) 86-96, with the coefficients for g = 7 of P. Godfrey (relative error 1e-15).
 *
 * @param x - above 0
 * @returns ln Γ(x); `NaN` for numbers that are not above 0
 * @example lnGamma(5) // => 3.1780538303479453, the logarithm of 24
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  // The series is accurate from 0.5 up; one step of the recurrence leads there.
  if (x < 0.5) return lnGamma(x + 1) - Math.log(x);
  let sum = 0.9999999999998099;
  for (const [i, c] of COEFFICIENTS.entries()) sum += c / (x + i);
  const t = x + 6.5;
  return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * sum);
}
