// Coefficients of the three rational approximations, from the constant term up.
const CENTRE_OVER = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
] as const;
const CENTRE_UNDER = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
] as const;
const NEAR_OVER = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833,
  7.7454501427834140764e-4,
] as const;
const NEAR_UNDER = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
] as const;
const FAR_OVER = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5,
  2.01033439929228813265e-7,
] as const;
const FAR_UNDER = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
  7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
  2.04426310338993978564e-15,
] as const;

type Eight = readonly [number, number, number, number, number, number, number, number];

/** Polynomial of degree 7 by Horner's rule, unrolled: this is the innermost loop of every study. */
function horner(c: Eight, x: number): number {
  return (
    ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0]
  );
}

/**
 * Quantile of the standard normal distribution: the z with P(Z <= z) = u.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution",
 * Applied Statistics 37 (1988) 477-484, routine PPND16 (relative error about 1e-16).
 *
 * @param u - probability, 0 to 1
 * @returns the quantile; `-Infinity` at 0, `Infinity` at 1, `NaN` outside
 * @example normalQuantile(0.975) // => 1.959963984540054
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(CENTRE_OVER, r)) / horner(CENTRE_UNDER, r);
  }
  const tail = q < 0 ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? Math.sign(q) * Infinity : Number.NaN;
  const r = Math.sqrt(-Math.log(tail));
  const z =
    r <= 5
      ? horner(NEAR_OVER, r - 1.6) / horner(NEAR_UNDER, r - 1.6)
      : horner(FAR_OVER, r - 5) / horner(FAR_UNDER, r - 5);
  return q < 0 ? -z : z;
}
