/**
 * A ratio of predicted over published as people read it, e.g. `0.76`; a dash for none.
 */
export function ratioText(ratio: number | null): string {
  if (ratio === null) return '–';
  return ratio >= 100 || ratio < 0.005 ? ratio.toPrecision(2) : ratio.toFixed(2);
}
