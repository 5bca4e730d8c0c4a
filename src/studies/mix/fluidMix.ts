import type { ModelData } from 'highs';
import { checkProblem } from './checkProblem.ts';
import { openActivities, type Open } from './reduce.ts';
import type { Solver } from './solver.ts';
import { needsOf, timeBound, timeOf } from './time.ts';
import type { FluidMix, MixProblem, NoMix } from './types.ts';

/** Largest relative distance between a mix and the bound by its prices that counts as an optimum. */
const LARGEST_GAP = 1e-7;

/** Shares below this are what solving leaves behind, not a part of the mix. */
const SMALLEST_SHARE = 1e-9;

/**
 * The mix of activities that meets all demands at the greatest rate, each resource being divided as
 * finely as one likes: a linear programme, solved by HiGHS. The answer is checked without relying
 * on the solver: the rate is computed from the shares, and the prices have to prove that no mix is
 * faster (weak duality).
 *
 * @param problem demands with the ways to meet them, and resources
 * @param solver HiGHS, see `loadSolver`; not used where there is nothing to choose
 * @returns the mix, or the demands that can not be met at all
 * @throws InputError for a problem that makes no sense; Error where HiGHS fails, or where its
 *   answer is not proved to within 1e-7
 * @example
 * import { fluidMix, loadSolver } from 'emuprove/studies';
 *
 * // One litre of juice takes an hour on machine 1 or two on machine 2; both are free.
 * const resources = ['one', 'two'].map((name) => ({ name, available: 1 }));
 * const activities = [
 *   { name: 'on one', need: [1, 0] },
 *   { name: 'on two', need: [0, 2] },
 * ];
 * const mix = fluidMix({ resources, demands: [{ name: 'juice', activities }] }, await loadSolver());
 * if (mix.status === 'optimal') console.log(mix.rate.toFixed(6)); // 1.500000
 */
export function fluidMix(problem: MixProblem, solver: Solver): FluidMix | NoMix {
  checkProblem(problem);
  const open = openActivities(problem);
  const unmet = problem.demands.filter((_, d) => open[d]?.length === 0).map(({ name }) => name);
  if (unmet.length > 0) return { status: 'impossible', demands: unmet };
  const { shares, weights } = oneScarce(problem, open) ?? solve(problem, open, solver);
  const time = timeOf(problem, shares);
  const bound = timeBound(problem, weights);
  const gap = time === 0 ? 0 : Math.max(0, 1 - bound / time);
  if (!(gap <= LARGEST_GAP)) {
    throw new Error(`the mix is not proved to be the best one: its gap is ${gap}`);
  }
  return { status: 'optimal', rate: 1 / time, shares, gap, resources: uses() };

  function uses(): FluidMix['resources'] {
    const needs = needsOf(problem, shares);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return problem.resources.map(({ name, available }, r) => {
      const need = needs[r] ?? 0;
      const elasticity = total > 0 ? (weights[r] ?? 0) / total : 0;
      return {
        name,
        use: need === 0 ? 0 : need / available / time,
        price: elasticity === 0 ? 0 : elasticity / time / available,
        elasticity,
      };
    });
  }
}

interface Answer {
  readonly shares: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

/**
 * The answer where a single resource decides: the activities that spare it most, if it is then the
 * scarcest one. That needs no solver, as the price of that resource alone proves it.
 */
function oneScarce(problem: MixProblem, open: Open): Answer | undefined {
  const { resources, demands } = problem;
  for (const [scarce, { available }] of resources.entries()) {
    if (available === 0) continue;
    const shares = demands.map(({ activities }, d) => {
      const cheapest = open[d]?.reduce((best, i) =>
        (activities[i]?.need[scarce] ?? 0) < (activities[best]?.need[scarce] ?? 0) ? i : best,
      );
      return activities.map((_, i) => (i === cheapest ? 1 : 0));
    });
    const own = (needsOf(problem, shares)[scarce] ?? 0) / available;
    if (timeOf(problem, shares) > own) continue;
    return { shares, weights: resources.map((_, r) => (r === scarce && own > 0 ? 1 : 0)) };
  }
  return undefined;
}

/**
 * The programme: minimise t so that the open activities, with shares x that add up to 1 by demand,
 * hold no more than t times what is available. Times are in units of a time that no mix stays
 * below, so that numbers are near 1 whatever the units of the problem.
 */
function solve(problem: MixProblem, open: Open, solver: Solver): Answer {
  const { resources, demands } = problem;
  const unit = leastTime(problem, open);
  const columns = open.flatMap((activities, d) => activities.map((i) => ({ d, i })));
  const used = resources.flatMap((_, r) => (resources[r]?.available === 0 ? [] : [r]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const endRow = (): void => void starts.push(indices.length);
  for (const r of used) {
    indices.push(0);
    values.push(-1);
    columns.forEach(({ d, i }, c) => {
      const need = demands[d]?.activities[i]?.need[r] ?? 0;
      if (need === 0) return;
      indices.push(c + 1);
      values.push(need / (resources[r]?.available ?? 0) / unit);
    });
    endRow();
  }
  demands.forEach((_, d) => {
    columns.forEach((column, c) => {
      if (column.d !== d) return;
      indices.push(c + 1);
      values.push(1);
    });
    endRow();
  });
  const numCols = columns.length + 1;
  const numRows = used.length + demands.length;
  const data: ModelData = {
    numCols,
    numRows,
    colCost: [1, ...columns.map(() => 0)],
    colLower: new Array<number>(numCols).fill(0),
    colUpper: [Infinity, ...columns.map(() => 1)],
    rowLower: [...used.map(() => -Infinity), ...demands.map(() => 1)],
    rowUpper: [...used.map(() => 0), ...demands.map(() => 1)],
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  };
  const solved = solver.minimise(data);
  if (solved === undefined) throw new Error('HiGHS finds no mix where there is one');
  const shares = demands.map(({ activities }) => activities.map(() => 0));
  columns.forEach(({ d, i }, c) => {
    const share = solved.columns[c + 1] ?? 0;
    const row = shares[d];
    if (row !== undefined && share > SMALLEST_SHARE) row[i] = share;
  });
  for (const row of shares) {
    const sum = row.reduce((total, share) => total + share, 0);
    row.forEach((share, i) => (row[i] = share / sum));
  }
  const weights = resources.map(() => 0);
  // A row that bounds from above has a dual of at most 0 where one minimises.
  used.forEach((r, row) => (weights[r] = Math.max(0, -(solved.rowDuals[row] ?? 0))));
  return { shares, weights };
}

/** A time that no mix stays below: each resource alone, with the cheapest activity for it. */
function leastTime({ resources, demands }: MixProblem, open: Open): number {
  const times = resources.map(({ available }, r) => {
    if (available === 0) return 0;
    const need = demands.reduce((sum, { activities }, d) => {
      const needs = open[d]?.map((i) => activities[i]?.need[r] ?? 0) ?? [];
      return sum + Math.min(...needs);
    }, 0);
    return need / available;
  });
  const least = Math.max(...times);
  if (least > 0) return least;
  // Every resource can be spared alone: the average over resources is spared by no mix of these.
  const weights = resources.map(({ available }) => (available === 0 ? 0 : 1));
  return timeBound({ resources, demands }, weights) || 1;
}
