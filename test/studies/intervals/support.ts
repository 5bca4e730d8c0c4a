/** How often an interval held the truth, and how often it could. */
export interface Count {
  hits: number;
  studies: number;
}

/** Counts by what an interval is of. */
export class Coverage {
  readonly counts: Map<string, Count> = new Map<string, Count>();

  add(what: string, [low, high]: readonly [number, number], truth: number): void {
    const count = this.counts.get(what) ?? { hits: 0, studies: 0 };
    count.studies++;
    if (low <= truth && truth <= high) count.hits++;
    this.counts.set(what, count);
  }

  /**
   * What was held less often than `least` or more often than `most` by more than chance. The hits of
   * independent studies are binomial: where the true coverage lies in `[least, most]`, fewer hits than
   * the quantile at 1e-4 of the one, or more than that at 1 - 1e-4 of the other, come up once in
   * 10,000 seeds each. What is sharper than the quantiles of a binomial distribution can not be told
   * from chance.
   */
  outside(least: number, most: number): string[] {
    return [...this.counts].flatMap(([what, { hits, studies }]) => {
      const from = binomialQuantile(1e-4, studies, least);
      const to = binomialQuantile(1 - 1e-4, studies, most);
      return hits >= from && hits <= to
        ? []
        : [`${what}: ${hits} of ${studies}, not ${from}-${to}`];
    });
  }
}

/** Probabilities of 0 to n hits in n trials, by the ratio of neighbours from the mode outwards. */
export function binomial(n: number, p: number): Float64Array {
  const terms = new Float64Array(n + 1);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  terms[mode] = 1;
  const at = (k: number): number => terms[k] ?? 0;
  for (let k = mode; k < n; k++) terms[k + 1] = (at(k) * (n - k) * p) / ((k + 1) * (1 - p));
  for (let k = mode; k > 0; k--) terms[k - 1] = (at(k) * k * (1 - p)) / ((n - k + 1) * p);
  const sum = terms.reduce((all, term) => all + term, 0);
  return terms.map((term) => term / sum);
}

/** The least number of hits that is not exceeded with probability u. */
export function binomialQuantile(u: number, n: number, p: number): number {
  let sum = 0;
  return Math.max(
    0,
    binomial(n, p).findIndex((term) => (sum += term) >= u),
  );
}
