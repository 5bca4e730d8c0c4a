/**
 * Puts the value of rank k in its place: smaller ones before it, larger ones after it.
 *
 * Source: R. W. Floyd and R. L. Rivest, "Algorithm 489: The algorithm SELECT", Communications of
 * the ACM 18 (1975) 173; expected n + k comparisons.
 *
 * @param values - reordered in place; no NaN among them
 * @param k - rank from 0, within `left` and `right`
 * @param left - first index of the part
 * @param right - last index of the part
 * @returns the value of rank k
 */
export function select(
  values: Float64Array,
  k: number,
  left = 0,
  right: number = values.length - 1,
): number {
  while (right > left) {
    if (right - left > 600) {
      // A sample around the rank, so that the partition below is nearly right at once.
      const n = right - left + 1;
      const i = k - left + 1;
      const s = 0.5 * Math.exp((2 / 3) * Math.log(n));
      const spread = 0.5 * Math.sqrt((Math.log(n) * s * (n - s)) / n) * Math.sign(i - n / 2);
      const low = Math.max(left, Math.floor(k - (i * s) / n + spread));
      const high = Math.min(right, Math.floor(k + ((n - i) * s) / n + spread));
      select(values, k, low, high);
    }
    const pivot = at(values, k);
    let i = left;
    let j = right;
    swap(values, left, k);
    if (at(values, right) > pivot) swap(values, left, right);
    while (i < j) {
      swap(values, i++, j--);
      while (at(values, i) < pivot) i++;
      while (at(values, j) > pivot) j--;
    }
    if (at(values, left) === pivot) swap(values, left, j);
    else swap(values, ++j, right);
    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }
  return at(values, k);
}

function at(values: Float64Array, i: number): number {
  return values[i] ?? Number.NaN;
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = at(values, i);
  values[i] = at(values, j);
  values[j] = kept;
}
