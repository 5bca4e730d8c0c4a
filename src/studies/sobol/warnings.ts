import type { SobolTerms } from './terms.ts';
import type { IndexEstimate, OutputIndices, SobolWarning } from './types.ts';

/**
 * Reasons to trust the indices of an output less.
 *
 * @param found - indices
 * @param terms - what they were computed from
 * @param wide - width from which an interval is worth a warning
 * @returns the warnings: no variance, evaluations without a value, wide intervals
 * @example warningsOf(found, terms, 0.1)
 * // => [{ code: 'wide-interval', output: 'y', groups: ['x'], index: 'first', width: 0.2 }]
 */
export function warningsOf(found: OutputIndices, terms: SobolTerms, wide: number): SobolWarning[] {
  const { output } = found;
  const warnings: SobolWarning[] = [];
  if (!(found.variance > 0)) warnings.push({ code: 'constant', output });
  if (terms.notFinite > 0) {
    const { notFinite: evaluations, brokenRows: rows } = terms;
    warnings.push({ code: 'not-finite', output, evaluations, rows });
  }
  const check = (
    groups: readonly string[],
    index: 'first' | 'second' | 'total',
    one: IndexEstimate,
  ) => {
    if (one.interval === undefined) return;
    const width = one.interval[1] - one.interval[0];
    if (!(width <= wide)) warnings.push({ code: 'wide-interval', output, groups, index, width });
  };
  for (const group of found.groups) {
    check([group.name], 'first', group.first);
    check([group.name], 'total', group.total);
  }
  for (const pair of found.pairs) check(pair.groups, 'second', pair.second);
  return warnings;
}
