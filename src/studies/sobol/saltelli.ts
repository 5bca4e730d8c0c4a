import type { ColumnModel } from '../types.ts';

/** A Saltelli design and what is evaluated on it. */
export interface SaltelliDesign {
  readonly model: ColumnModel;
  /** Draws samples `from` to `from + count - 1`: columns of matrix A, then those of matrix B. */
  readonly draw: (from: number, count: number) => Float64Array[];
  /** Rows of A and of B. */
  readonly samples: number;
  /** Positions of the inputs that are moved together. */
  readonly groups: readonly (readonly number[])[];
  /** Positions of the outputs that are kept. */
  readonly outputs: readonly number[];
  /** Whether the BA matrices, which second-order indices need, are evaluated too. */
  readonly second: boolean;
}

/**
 * Outputs on a design, one array an output. Run after run, each of `samples` values: A, B, the AB of
 * every group, and the BA of every group when there is second order.
 */
export type SaltelliValues = readonly Float64Array[];

/** Runs of a design: `groups + 2`, or `2 * groups + 2` with second order. */
export function saltelliRuns(design: Pick<SaltelliDesign, 'groups' | 'second'>): number {
  return 2 + design.groups.length * (design.second ? 2 : 1);
}

/**
 * Evaluates rows `from` up to but not including `to` of a Saltelli design. AB of a group is A with
 * the group's columns from B; BA is B with them from A. Rows do not depend on one another: parts of
 * a design can be computed anywhere, in blocks of any size, and the values are the same.
 *
 * Source: Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics
 * Communications 181 (2010), table 2; Saltelli, "Making best use of model evaluations to compute
 * sensitivity indices", Computer Physics Communications 145 (2002) for BA.
 *
 * @param design - the design
 * @param values - written to; every array holds `saltelliRuns(design) * design.samples` numbers
 * @param from - first row
 * @param to - end of the rows
 * @param block - rows at a time; bounds the memory besides `values`
 * @example runSaltelli(design, values, 0, design.samples)
 */
export function runSaltelli(
  design: SaltelliDesign,
  values: SaltelliValues,
  from: number,
  to: number,
  block = 1024,
): void {
  const { model, draw, samples, groups, outputs, second } = design;
  const size = model.inputs.length;
  const unwanted = new Float64Array(block);
  for (let start = from; start < to; start += block) {
    const count = Math.min(block, to - start);
    const drawn = draw(start, count);
    const [a, b] = [drawn.slice(0, size), drawn.slice(size)];
    const exchanged = (into: Float64Array[], source: Float64Array[]): Float64Array[][] =>
      groups.map((group) =>
        into.map((column, i) => (group.includes(i) ? (source[i] as Float64Array) : column)),
      );
    const runs = [a, b, ...exchanged(a, b), ...(second ? exchanged(b, a) : [])];
    runs.forEach((inputs, run) => {
      const place = run * samples + start;
      const target = model.outputs.map((_, k) => {
        const kept = values[outputs.indexOf(k)];
        return kept === undefined ? unwanted : kept.subarray(place, place + count);
      });
      model.columns(inputs, target, 0, count);
    });
  }
}
