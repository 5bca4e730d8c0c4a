/** A count at a size of the segment, which is its log2. */
export interface Sample {
  readonly size: number;
  readonly count: number;
}

/**
 * A formula in `log2_cycles` that goes through all samples: between two of them geometric, so that a
 * count that grows like the segment stays in proportion to it, and linear where one of them is 0.
 * There is nothing beyond the first and the last.
 *
 * @param samples by increasing size
 * @param unit quantity that gives the count its unit, e.g. `one_byte`
 */
export function countFormula(samples: readonly Sample[], unit?: string): string {
  const [first, ...rest] = samples;
  if (first === undefined) throw new Error('no samples');
  const last = samples.at(-1) ?? first;
  let formula = String(last.count);
  if (samples.some(({ count }) => count !== last.count)) {
    formula = pieces(first, rest);
  }
  return unit === undefined ? formula : `(${formula}) * ${unit}`;
}

/** Pieces between neighbours, told apart by their upper ends. */
function pieces(from: Sample, [to, ...rest]: readonly Sample[]): string {
  if (to === undefined) return String(from.count);
  const piece = between(from, to);
  return rest.length === 0 ? piece : `log2_cycles < ${to.size} ? ${piece} : (${pieces(to, rest)})`;
}

function between(from: Sample, to: Sample): string {
  const step = `(log2_cycles - ${from.size}) / ${to.size - from.size}`;
  return from.count > 0 && to.count > 0
    ? `${from.count} * (${to.count} / ${from.count}) ^ (${step})`
    : `${from.count} + (${to.count} - ${from.count}) * ${step}`;
}
