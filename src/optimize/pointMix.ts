import { fluidMix } from '../studies/mix/fluidMix.ts';
import type { Solver } from '../studies/mix/solver.ts';
import { timeOf } from '../studies/mix/time.ts';
import type { Demand, MixProblem } from '../studies/mix/types.ts';

/** What the mix of a point is made of. Numbers are in base units; NaN where they are not known. */
export interface MixInputs {
  readonly operations: readonly string[];
  readonly resources: readonly string[];
  /** Operations per instruction. */
  readonly ops: readonly number[];
  readonly usable: readonly number[];
  readonly emulate: readonly number[];
  /** Rate that something else than the fabric allows; infinite where that is not known. */
  readonly cap: number;
  /** Units that may do each operation, the scenario's own first. */
  readonly units: readonly (readonly string[])[];
  /** Resource time of an operation, by operation, unit and resource. */
  readonly costs: readonly (readonly (readonly number[])[])[];
}

/** How operations are divided among units. */
export interface PointMix {
  /** Share of each unit, by operation. */
  readonly shares: readonly (readonly number[])[];
  /** Position of the unit that does most of each operation; the first one among equals. */
  readonly main: readonly number[];
  /**
   * Resource time of the operations as they are mixed, operation by operation and resource by
   * resource; NaN where it is not known.
   */
  readonly costs: readonly number[];
}

/** Name under which the cores that emulate take part in a mix. */
export const EMULATION = 'emulation';

/**
 * The mix as a problem of its own: every instruction demands operations, each done by one of its
 * units, and a core that emulates it. Operations whose units have no known cost take no part.
 *
 * @returns the problem, and the position of the operation and of the units of each of its demands
 */
export function mixProblem(inputs: MixInputs): {
  readonly problem: MixProblem;
  readonly places: readonly { readonly operation: number; readonly units: readonly number[] }[];
} {
  const { operations, resources, ops, usable, emulate, units, costs } = inputs;
  // What is not known of a resource can not be counted; the model says so of the whole point.
  const counted = resources.flatMap((_, r) => (Number.isFinite(usable[r]) ? [r] : []));
  const demands: Demand[] = [];
  const places: { operation: number; units: number[] }[] = [];
  operations.forEach((operation, o) => {
    const count = ops[o] ?? NaN;
    if (!(count > 0)) return;
    const known = (units[o] ?? []).flatMap((_, i) =>
      (costs[o]?.[i] ?? [NaN]).every((cost) => Number.isFinite(cost)) ? [i] : [],
    );
    if (known.length === 0) return;
    places.push({ operation: o, units: known });
    demands.push({
      name: operation,
      activities: known.map((i) => ({
        name: units[o]?.[i] ?? '',
        need: counted.map((r) => count * (costs[o]?.[i]?.[r] ?? NaN)),
      })),
    });
  });
  const core = { name: 'core', need: counted.map((r) => emulate[r] ?? NaN) };
  const problem = {
    resources: counted.map((r) => ({ name: resources[r] ?? '', available: usable[r] ?? NaN })),
    demands: [...demands, { name: EMULATION, activities: [core] }],
  };
  return { problem, places };
}

/**
 * Divides operations among units so that the fabric allows the greatest rate. Where something else
 * limits anyway, or nothing is known to be possible, the scenario's own units stay.
 *
 * @throws Error where the solver fails
 */
export function mixOf(inputs: MixInputs, solver: Solver): PointMix {
  const own = inputs.units.map((units) => units.map((_, i) => (i === 0 ? 1 : 0)));
  // Where it is not known what emulation takes, no mix has a rate.
  if (!inputs.emulate.every(Number.isFinite)) return withCosts(inputs, own);
  const { problem, places } = mixProblem(inputs);
  const ownShares = problem.demands.map((_, d) => {
    const place = places[d];
    return place === undefined ? [1] : place.units.map((i) => (i === 0 ? 1 : 0));
  });
  const whole = ownShares.every((row) => row.some((share) => share === 1));
  const choice = problem.demands.some(({ activities }) => activities.length > 1);
  if (whole && (!choice || 1 / timeOf(problem, ownShares) >= inputs.cap)) {
    return withCosts(inputs, own);
  }
  const mix = fluidMix(problem, solver);
  if (mix.status === 'impossible') return withCosts(inputs, own);
  const found = keepOwn(problem, mix.shares, ownShares);
  const shares: number[][] = own.map((row) => [...row]);
  places.forEach(({ operation, units }, d) => {
    const row = shares[operation];
    row?.fill(0);
    units.forEach((i, at) => {
      if (row !== undefined) row[i] = found[d]?.[at] ?? 0;
    });
  });
  return withCosts(inputs, shares);
}

/** Rounding that a rate may lose where the scenario's own units come back. */
const ROUNDING = 1e-12;

/**
 * Puts the scenario's own unit back wherever that costs no rate: what another one spares of a
 * resource that is not scarce is no reason to change a design.
 */
function keepOwn(
  problem: MixProblem,
  shares: readonly (readonly number[])[],
  own: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const most = timeOf(problem, shares) * (1 + ROUNDING);
  return shares.reduce((kept, _, d) => {
    const row = own[d] ?? [];
    if (!row.includes(1)) return kept;
    const changed = kept.map((other, at) => (at === d ? row : other));
    return timeOf(problem, changed) <= most ? changed : kept;
  }, shares);
}

function withCosts(
  { resources, costs }: MixInputs,
  shares: readonly (readonly number[])[],
): PointMix {
  const mixed: number[] = [];
  for (const [o, row] of shares.entries()) {
    for (let r = 0; r < resources.length; r++) {
      let sum = NaN;
      for (const [i, share] of row.entries()) {
        if (!(share > 0)) continue;
        // One unit alone costs what it costs, to the last bit.
        const cost = share * (costs[o]?.[i]?.[r] ?? NaN);
        sum = Number.isNaN(sum) ? cost : sum + cost;
      }
      mixed.push(sum);
    }
  }
  const main = shares.map((row) =>
    row.reduce((best, share, i) => (share > (row[best] ?? 0) ? i : best), 0),
  );
  return { shares, main, costs: mixed };
}

/** A key that inputs have in common which are equal to the last bit, and so have the same mix. */
export function mixKey({ cap, ops, usable, emulate, costs }: MixInputs): string {
  const numbers = [cap];
  for (const list of [ops, usable, emulate]) for (const number of list) numbers.push(number);
  for (const units of costs) {
    // Lengths keep the numbers of one operation apart from those of the next.
    numbers.push(units.length);
    for (const unit of units) for (const cost of unit) numbers.push(cost);
  }
  return Buffer.from(Float64Array.from(numbers).buffer).toString('latin1');
}
