/** A function as a sum of Chebyshev polynomials on an interval. */
export interface ChebyshevSeries {
  readonly low: number;
  readonly high: number;
  readonly coefficients: Float64Array;
}

/**
 * Interpolates a smooth function at Chebyshev points and drops the coefficients that are noise.
 *
 * Source: L. N. Trefethen, "Approximation Theory and Approximation Practice" (2013), chapters 2-4.
 *
 * @param f - the function, analytic around the interval
 * @param low - lower end
 * @param high - upper end, above `low`
 * @param degree - of the polynomial before noise is dropped
 * @returns the series for `chebyshevValue`
 * @example chebyshevValue(fitChebyshev(Math.exp, 0, 1, 20), 0.5) // => Math.exp(0.5) to 1e-15
 */
export function fitChebyshev(
  f: (x: number) => number,
  low: number,
  high: number,
  degree: number,
): ChebyshevSeries {
  const values = chebyshevNodes(degree + 1).map((t) => f(low + ((high - low) / 2) * (1 + t)));
  const coefficients = chebyshevCoefficients(values);
  // Each is a sum of n rounded terms.
  const noise = 5e-16 * Math.max(...coefficients.map(Math.abs));
  let kept = coefficients.length;
  while (kept > 1 && Math.abs(coefficients[kept - 1] ?? 0) <= noise) kept--;
  return { low, high, coefficients: coefficients.slice(0, kept) };
}

/** The n Chebyshev points of -1 to 1, from the highest down. */
export function chebyshevNodes(n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, k) => Math.cos((Math.PI * (k + 0.5)) / n));
}

/**
 * Coefficients of the Chebyshev polynomials that go through some values.
 *
 * @param values - at the points that `chebyshevNodes` gives
 * @returns as many coefficients, from that of T(0) on
 */
export function chebyshevCoefficients(values: Float64Array): Float64Array {
  const n = values.length;
  const cosines = cosinesOf(n);
  return values.map((_, j) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (values[k] as number) * (cosines[j * n + k] as number);
    return ((j === 0 ? 1 : 2) * sum) / n;
  });
}

const tables = new Map<number, Float64Array>();

/** The cosines that turn n values into coefficients, which all functions have in common. */
function cosinesOf(n: number): Float64Array {
  let table = tables.get(n);
  if (table === undefined) {
    table = Float64Array.from({ length: n * n }, (_, i) => {
      const [j, k] = [Math.floor(i / n), i % n];
      // Whole turns are taken off as whole numbers, or their rounding would be the largest error.
      return Math.cos((Math.PI * ((j * (2 * k + 1)) % (4 * n))) / (2 * n));
    });
    tables.set(n, table);
  }
  return table;
}

/**
 * Value of a Chebyshev series, by the recurrence of Clenshaw (Mathematics of Computation 9, 1955).
 *
 * @param series - from `fitChebyshev`
 * @param x - between the ends of its interval; outside it the series means nothing
 * @returns the value
 */
export function chebyshevValue(series: ChebyshevSeries, x: number): number {
  const { low, high, coefficients } = series;
  const t = (2 * (2 * x - low - high)) / (high - low);
  let b1 = 0;
  let b2 = 0;
  for (let j = coefficients.length - 1; j > 0; j--) {
    const b0 = t * b1 - b2 + (coefficients[j] ?? 0);
    b2 = b1;
    b1 = b0;
  }
  return (t * b1) / 2 - b2 + (coefficients[0] ?? 0);
}
