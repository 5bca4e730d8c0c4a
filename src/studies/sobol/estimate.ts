import { sortedQuantile } from '../tornado/sortedQuantile.ts';
import { indices, type Indices } from './indices.ts';
import { resampleSums } from './resampleSums.ts';
import { sobolTerms, type SobolTerms } from './terms.ts';
import type { IndexEstimate, InputGroup, OutputIndices, UniformFill } from './types.ts';

/** How intervals are made. */
export interface Bootstrap {
  /** How often rows are resampled; 1,000 is usual. */
  readonly resamples: number;
  /** Pseudo-random numbers in four columns; not a quasi-random sequence, and not those of the design. */
  readonly fill: UniformFill;
  /** Share of intervals that should hold the truth; 0.95 when left out. */
  readonly level?: number;
}

/**
 * Indices of one output with percentile bootstrap intervals (Efron and Tibshirani, "An introduction
 * to the bootstrap", 1993, chapter 13).
 *
 * Resampling takes rows as independent. Those of a quasi-random design are not: their intervals are
 * too wide rather than too narrow.
 *
 * @param output - name of the output
 * @param values - the output on a Saltelli design, run after run
 * @param samples - rows of the design
 * @param groups - groups of the design
 * @param second - whether the design has BA runs
 * @param bootstrap - how intervals are made; none without it
 * @returns indices, and the terms behind them
 * @example estimate('overhead', values, 8192, groups, false).indices.groups[0].first.value
 */
export function estimate(
  output: string,
  values: Float64Array,
  samples: number,
  groups: readonly InputGroup[],
  second: boolean,
  bootstrap?: Bootstrap,
): { readonly indices: OutputIndices; readonly terms: SobolTerms } {
  const terms = sobolTerms(values, samples, groups.length, second);
  const drawn =
    bootstrap !== undefined && varies(terms)
      ? resampleSums(terms.columns, bootstrap.resamples, bootstrap.fill)
      : undefined;
  return { terms, indices: outputIndices(output, terms, groups, drawn, bootstrap?.level) };
}

/** Whether there is a variance to share, and so indices that can have intervals. */
export function varies(terms: SobolTerms): boolean {
  return (indices(terms, sumsOf(terms)).variance[0] as number) > 0;
}

/** Sums over all rows, one a column. */
function sumsOf({ columns }: SobolTerms): Float64Array[] {
  return columns.map((column) => Float64Array.of(column.reduce((sum, term) => sum + term, 0)));
}

/**
 * Indices of one output from its terms.
 *
 * @param output - name of the output
 * @param terms - of the output
 * @param groups - groups of the design
 * @param drawn - sums of resampled terms, from `resampleSums`; no intervals without them
 * @param level - share of intervals that should hold the truth
 */
export function outputIndices(
  output: string,
  terms: SobolTerms,
  groups: readonly InputGroup[],
  drawn?: readonly Float64Array[],
  level = 0.95,
): OutputIndices {
  const { samples, second } = terms;
  const sums = sumsOf(terms);
  const found = indices(terms, sums);
  const resampled = (drawn?.[0]?.length ?? 0) > 0 ? indices(terms, drawn ?? []) : undefined;
  const tail = (1 - level) / 2;
  const withInterval = (pick: (from: Indices) => Float64Array | undefined): IndexEstimate => {
    const value = pick(found)?.[0] ?? NaN;
    if (resampled === undefined) return { value };
    const sorted = pick(resampled)?.filter(Number.isFinite).sort() ?? [];
    return { value, interval: [sortedQuantile(sorted, tail), sortedQuantile(sorted, 1 - tail)] };
  };
  let pair = 0;
  const pairs = groups.flatMap((one, i) =>
    groups.slice(second ? i + 1 : groups.length).map((other) => {
      const position = pair++;
      const names = [one.name, other.name] as const;
      return { groups: names, second: withInterval((from) => from.second[position]) };
    }),
  );
  const rows = (g: number): number =>
    terms.counted ? (sums[terms.columns.length / 2 + 2 + g]?.[0] as number) : samples;
  return {
    output,
    mean: found.mean[0] as number,
    variance: found.variance[0] as number,
    groups: groups.map((group, g) => ({
      ...group,
      first: withInterval((from) => from.first[g]),
      total: withInterval((from) => from.total[g]),
      rows: rows(g),
    })),
    pairs,
  };
}
