// Cody's coefficients for |z| <= 0.67, up to sqrt(32), and beyond.
const A = [
  2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
  0.065682337918207449113,
] as const;
const B = [
  47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956,
] as const;
const C = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226,
  2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
  1.0765576773720192317e-8,
] as const;
const D = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
  18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
] as const;
const P = [
  0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
  2.9112874951168792e-5, 0.02307344176494017303,
] as const;
const Q = [
  1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244,
  7.29751555083966205e-5,
] as const;

/** Where exp(-z^2 / 2) has gone to nothing. */
const FARTHEST = 39;

/** P(Z > y) for y > 0.67449, without cancellation. */
function upperTail(y: number): number {
  if (y > FARTHEST) return 0;
  let over: number;
  let under: number;
  if (y <= Math.sqrt(32)) {
    over = C[8] * y;
    under = y;
    for (let i = 0; i < 7; i++) {
      over = (over + (C[i] ?? 0)) * y;
      under = (under + (D[i] ?? 0)) * y;
    }
    over = (over + C[7]) / (under + D[7]);
  } else {
    const square = 1 / (y * y);
    over = P[5] * square;
    under = square;
    for (let i = 0; i < 4; i++) {
      over = (over + (P[i] ?? 0)) * square;
      under = (under + (Q[i] ?? 0)) * square;
    }
    over = (square * (over + P[4])) / (under + Q[4]);
    over = (1 / Math.sqrt(2 * Math.PI) - over) / y;
  }
  // y^2 in two parts, so that the exponential keeps its last digits.
  const coarse = Math.trunc(y * 16) / 16;
  return Math.exp(-coarse * coarse * 0.5) * Math.exp(-(y - coarse) * (y + coarse) * 0.5) * over;
}

/**
 * Distribution function of the standard normal distribution, P(Z <= z).
 *
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of
 * Computation 23 (1969) 631-637, in the form for the normal distribution of Algorithm 715 (ACM
 * TOMS 19, 1993); relative error about 1e-15, in the lower tail too.
 *
 * @param z - any number
 * @returns probability, 0 to 1; `NaN` for `NaN`
 * @example normalCdf(1.959963984540054) // => 0.975
 */
export function normalCdf(z: number): number {
  const y = Math.abs(z);
  if (!(y > 0.67448975)) {
    const square = z * z;
    let over = A[4] * square;
    let under = square;
    for (let i = 0; i < 3; i++) {
      over = (over + (A[i] ?? 0)) * square;
      under = (under + (B[i] ?? 0)) * square;
    }
    return 0.5 + (z * (over + A[3])) / (under + B[3]);
  }
  return z < 0 ? upperTail(y) : 1 - upperTail(y);
}
