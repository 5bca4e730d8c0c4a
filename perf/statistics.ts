/** Middle, least and greatest of some numbers. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Middle of the sorted numbers, the lower one of two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

/** Median with range. */
export function spread(numbers: readonly number[]): Spread {
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** Largest relative difference of two columns, and how many rows only one of them has a value in. */
export function compare(
  a: Float64Array,
  b: Float64Array,
  rows: number,
): { readonly relative: number; readonly apart: number } {
  let relative = 0;
  let apart = 0;
  for (let i = 0; i < rows; i++) {
    const [x, y] = [a[i] ?? NaN, b[i] ?? NaN];
    if (Number.isNaN(x) !== Number.isNaN(y)) apart++;
    else if (x !== y && !Number.isNaN(x)) {
      relative = Math.max(relative, Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y)));
    }
  }
  return { relative, apart };
}
