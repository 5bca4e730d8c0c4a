/**
 * A physical dimension: exponents of base dimensions, without zeros. The number 3 and a ratio have
 * the empty dimension.
 */
export type Dimension = ReadonlyMap<string, number>;

/** The dimension of plain numbers. */
export const NONE: Dimension = new Map<string, number>();

/** Dimension of a product. */
export function multiply(a: Dimension, b: Dimension): Dimension {
  const product = new Map(a);
  for (const [base, exponent] of b) {
    const sum = (product.get(base) ?? 0) + exponent;
    if (sum === 0) product.delete(base);
    else product.set(base, sum);
  }
  return product;
}

/** Dimension of a power with a constant exponent. */
export function raise(a: Dimension, exponent: number): Dimension {
  if (exponent === 0) return NONE;
  return new Map([...a].map(([base, power]) => [base, power * exponent]));
}

/** Dimension of a quotient. */
export function divide(a: Dimension, b: Dimension): Dimension {
  return multiply(a, raise(b, -1));
}

/** Whether two dimensions are the same. */
export function same(a: Dimension, b: Dimension): boolean {
  return a.size === b.size && [...a].every(([base, exponent]) => b.get(base) === exponent);
}

/** A dimension as text, e.g. `lut·s/cycle`; the empty one is `1`. */
export function formatDimension(dimension: Dimension): string {
  const factor = ([base, exponent]: readonly [string, number]): string =>
    Math.abs(exponent) === 1 ? base : `${base}^${Math.abs(exponent)}`;
  const entries = [...dimension].sort(([a], [b]) => (a < b ? -1 : 1));
  const above = entries.filter(([, exponent]) => exponent > 0).map(factor);
  const below = entries.filter(([, exponent]) => exponent < 0).map(factor);
  const numerator = above.length > 0 ? above.join('·') : '1';
  if (below.length === 0) return numerator;
  return `${numerator}/${below.length > 1 ? `(${below.join('·')})` : below.join('')}`;
}
