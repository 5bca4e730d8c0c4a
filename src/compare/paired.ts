import { columnQuantileOf } from '../studies/distributions/columnQuantile.ts';
import { planQuantile } from '../studies/distributions/planQuantile.ts';
import { InputError } from '../issues/issue.ts';
import { gaussianCopula } from '../studies/sampling/copula.ts';
import { checkCorrelation } from '../studies/sampling/correlation.ts';
import type { ColumnModel, StudyInput } from '../studies/types.ts';
import type { DoubtOfSide } from './doubtOf.ts';

/** Sides that are drawn together. */
export interface Paired {
  /** A function of uniform numbers, one for each distinct input of any side, to all outputs of each. */
  readonly model: ColumnModel;
  readonly inputs: readonly StudyInput[];
  /** For each side, the places of the outputs that it was asked for. */
  readonly places: readonly (readonly number[])[];
  /** Inputs by the sides that have them. */
  readonly owners: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Joins sides to one function of independent uniform numbers. An input that several sides have has one
 * number for all of them, though its value or its doubt may differ: it is at the same quantile on each,
 * so that a change of it is seen and not drowned in its own doubt. Facts about different things (the
 * clocks of two cores, a parameter of two provers) have numbers of their own. Each side makes its own
 * draws of its numbers, correlated as it says.
 *
 * Inputs that all sides share come first in a side's correlation, so that they are drawn alike; what
 * only some have is correlated with these.
 *
 * @throws InputError for correlations that can not be
 */
export function pair(sides: readonly DoubtOfSide[]): Paired {
  const ids = identities(sides);
  const owners = new Map<string, Set<number>>();
  ids.forEach((own, s) => {
    for (const id of own) owners.set(id, (owners.get(id) ?? new Set()).add(s));
  });
  const names = [...owners.keys()].sort();
  const inputs = names.map((name): StudyInput => ({
    name,
    base: 0.5,
    distribution: { kind: 'uniform', low: 0, high: 1 },
  }));
  const offsets = sides.map((_, s) =>
    sides.slice(0, s).reduce((sum, { model }) => sum + model.outputs.length, 0),
  );
  const parts = sides.map((side, s) => {
    const own = ids[s] ?? [];
    const shared = (id: string): boolean => owners.get(id)?.size === sides.length;
    const places = own.map((id) => names.indexOf(id));
    return drawn(side, own, places, shared);
  });
  return {
    model: {
      inputs: names,
      outputs: sides.flatMap(({ model }, s) => model.outputs.map((name) => `${s} ${name}`)),
      columns: (columns, outputs, from, to) => {
        let bad = 0;
        parts.forEach((part, s) => {
          const at = offsets[s] ?? 0;
          const count = sides[s]?.model.outputs.length ?? 0;
          bad += part(columns, outputs.slice(at, at + count), from, to);
        });
        return bad;
      },
    },
    inputs,
    places: sides.map(({ wanted }, s) => wanted.map((k) => (offsets[s] ?? 0) + k)),
    owners,
  };
}

/** For each input of each side what it has in common with those that are drawn with it. */
function identities(sides: readonly DoubtOfSide[]): string[][] {
  const facts = new Map<string, string>();
  for (const { name, fact } of sides.flatMap(({ inputs }) => inputs)) {
    if (fact !== undefined && !facts.has(name)) facts.set(name, fact);
  }
  // What a scenario states is about the first that there is, so that it is drawn once with that.
  return sides.map(({ inputs }) =>
    inputs.map(({ name, fact = facts.get(name) ?? '' }) => `${name}\n${fact}`),
  );
}

/** A side as a function of the uniform numbers of all. */
function drawn(
  { model, inputs, correlation }: DoubtOfSide,
  ids: readonly string[],
  places: readonly number[],
  shared: (id: string) => boolean,
): ColumnModel['columns'] {
  const quantiles = inputs.map(({ distribution }) => columnQuantileOf(planQuantile(distribution)));
  const order = (correlation?.inputs ?? [])
    .map((name, k) => ({ k, at: inputs.findIndex((input) => input.name === name) }))
    .toSorted((x, y) => {
      const [one = '', other = ''] = [ids[x.at], ids[y.at]];
      return Number(shared(other)) - Number(shared(one)) || (one < other ? -1 : 1);
    });
  if (correlation !== undefined) {
    const issues = checkCorrelation(
      correlation,
      inputs.map(({ name }) => name),
    );
    if (issues.length > 0) throw new InputError(issues);
  }
  const copula =
    correlation === undefined
      ? undefined
      : gaussianCopula(
          order.map(({ k: i }) => order.map(({ k: j }) => correlation.matrix[i]?.[j] ?? NaN)),
        );
  let own: Float64Array[] = [];
  return (columns, outputs, from, to) => {
    if ((own[0]?.length ?? 0) < to) own = inputs.map(() => new Float64Array(to));
    own.forEach((column, i) => {
      column.set((columns[places[i] ?? 0] ?? column).subarray(from, to), from);
    });
    copula?.(
      order.map(({ at }) => own[at] ?? new Float64Array(0)),
      from,
      to,
    );
    quantiles.forEach((transform, i) => {
      transform(own[i] ?? new Float64Array(0), from, to);
    });
    return model.columns(own, outputs, from, to);
  };
}
