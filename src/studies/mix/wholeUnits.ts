import type { ModelData } from 'highs';
import { InputError } from '../../issues/issue.ts';
import { checkProblem } from './checkProblem.ts';
import type { Solved, Solver } from './solver.ts';
import type { Activity, Demand, MixProblem } from './types.ts';

/** An activity that comes in whole units. */
export interface WholeActivity extends Activity {
  /** Rate of product that one unit keeps up with, above 0. It holds `need` times this of a resource. */
  readonly unitRate: number;
}

/** The best design with whole units. */
export interface WholeDesign {
  /**
   * `optimal`: no design is faster; `cut off`: one may be, up to `bound`; `none`: not even one unit
   * for each demand fits, so that units would have to be shared in time.
   */
  readonly status: 'optimal' | 'cut off' | 'none';
  /** Rate of product: the demand with the least capacity decides. */
  readonly rate: number;
  /** A rate that no design with whole units exceeds. */
  readonly bound: number;
  /** Units of every activity, by demand. */
  readonly units: readonly (readonly number[])[];
  /** Share of each resource that the units take. */
  readonly use: readonly number[];
}

/** Rounding that a sum of whole units may be off by, relative to what is available. */
const ROUNDING = 1e-9;

/**
 * The whole numbers of units that meet all demands at the greatest rate, and among these such that
 * take least of the resources: two mixed-integer linear programmes, solved by HiGHS. Rate and use
 * are computed from the whole numbers.
 *
 * @param most rate above which nothing is gained, e.g. that of the fluid mix; above 0
 * @throws InputError for a problem that makes no sense; Error where HiGHS fails or its design does
 *   not fit
 * @example
 * import { loadSolver, wholeUnits } from 'emuprove/studies';
 *
 * // A unit that does 3 a second takes 10 of the area, one that does 1 takes 4; the area is 25.
 * const activities = [
 *   { name: 'large', need: [10 / 3], unitRate: 3 },
 *   { name: 'small', need: [4], unitRate: 1 },
 * ];
 * const problem = { resources: [{ name: 'area', available: 25 }], demands: [{ name: 'all', activities }] };
 * const design = wholeUnits(problem, 10, await loadSolver());
 * console.log(design.rate.toFixed(6), design.units); // 7.000000 [ [ 2, 1 ] ]
 */
export function wholeUnits(
  problem: MixProblem<WholeActivity>,
  most: number,
  solver: Solver,
): WholeDesign {
  checkProblem(problem);
  checkRates(problem, most);
  const nothing: WholeDesign = {
    status: 'none',
    rate: 0,
    bound: 0,
    units: problem.demands.map(({ activities }) => activities.map(() => 0)),
    use: problem.resources.map(() => 0),
  };
  const columns = problem.demands.flatMap(({ activities }, d) =>
    activities.map((activity, i) => ({
      d,
      i,
      activity,
      limit: mostUnits(problem, activity, most),
    })),
  );
  const fastest = solver.minimise(programme(problem, columns, most, 0));
  const units = wholeOf(nothing, columns, fastest);
  const rate = rateOf(problem, units, most);
  if (fastest === undefined) return nothing;
  const bound = Math.max(rate, Math.min(1, -fastest.bound) * most);
  if (!(rate > 0)) return fastest.proved ? nothing : { ...nothing, status: 'cut off', bound };
  // Slack that is far below one unit: a rate that is met is met, however its sum was rounded.
  const least = solver.minimise(programme(problem, columns, most, (rate / most) * (1 - ROUNDING)));
  const spare = wholeOf(nothing, columns, least);
  const chosen = rateOf(problem, spare, most) >= rate * (1 - ROUNDING) ? spare : units;
  const use = usesOf(problem, chosen);
  if (use.some((share) => share > 1 + ROUNDING)) throw new Error('the whole units do not fit');
  return {
    status: fastest.proved ? 'optimal' : 'cut off',
    rate: rateOf(problem, chosen, most),
    bound,
    units: chosen,
    use,
  };
}

/** The numbers of units in a solution. */
function wholeOf(
  { units }: WholeDesign,
  columns: readonly Column[],
  solved: Solved | undefined,
): number[][] {
  const whole = units.map((row) => [...row]);
  columns.forEach(({ d, i }, c) => {
    const row = whole[d];
    // Adding 0 makes 0 of the -0 that rounding leaves.
    if (row !== undefined) row[i] = Math.round(solved?.columns[c + 1] ?? 0) + 0;
  });
  return whole;
}

/** The rate that units keep up with, of which no more than `most` counts. */
function rateOf(
  { demands }: MixProblem<WholeActivity>,
  units: readonly (readonly number[])[],
  most: number,
): number {
  return Math.min(most, ...demands.map((demand, d) => capacity(demand, units[d])));
}

interface Column {
  readonly d: number;
  readonly i: number;
  readonly activity: WholeActivity;
  /** More units than this can not help. */
  readonly limit: number;
}

/**
 * The programme: maximise s, the rate in units of `most`, so that the units of each demand keep up
 * with it and fit; or, for a given rate, minimise what they take of the resources. Each demand
 * counts in its own fastest unit, so that one unit more or less is never within a tolerance.
 *
 * @param rate the given rate in units of `most`; 0 to find the greatest
 */
function programme(
  { resources, demands }: MixProblem<WholeActivity>,
  columns: readonly Column[],
  most: number,
  rate: number,
): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const entry = (index: number, value: number): void => {
    if (value === 0) return;
    indices.push(index);
    values.push(value);
  };
  demands.forEach(({ activities }, d) => {
    const fastest = Math.max(...activities.map(({ unitRate }) => unitRate));
    entry(0, -most / fastest);
    columns.forEach(({ d: own, activity }, c) => {
      if (own === d) entry(c + 1, activity.unitRate / fastest);
    });
    starts.push(indices.length);
  });
  resources.forEach(({ available }, r) => {
    columns.forEach(({ activity, limit }, c) => {
      // Where there is none of a resource, the units that need it are limited to 0 already.
      if (limit > 0 && available > 0) entry(c + 1, areaOf(activity, r) / available);
    });
    starts.push(indices.length);
  });
  const taken = ({ activity }: Column): number =>
    resources.reduce(
      (sum, { available }, r) => (available > 0 ? sum + areaOf(activity, r) / available : sum),
      0,
    );
  const numCols = columns.length + 1;
  const numRows = demands.length + resources.length;
  return {
    numCols,
    numRows,
    colCost: rate > 0 ? [0, ...columns.map(taken)] : [-1, ...columns.map(() => 0)],
    colLower: [rate, ...columns.map(() => 0)],
    colUpper: [1, ...columns.map(({ limit }) => limit)],
    rowLower: [...demands.map(() => 0), ...resources.map(() => -Infinity)],
    rowUpper: [...demands.map(() => Infinity), ...resources.map(() => 1)],
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    integrality: [0, ...columns.map(() => 1 as const)],
  };
}

/** What a unit holds of a resource. */
function areaOf({ need, unitRate }: WholeActivity, r: number): number {
  return (need[r] ?? 0) * unitRate;
}

/** As many units as fit alone, or as meet the demand at the greatest rate alone. */
function mostUnits(
  { resources }: MixProblem<WholeActivity>,
  activity: WholeActivity,
  most: number,
): number {
  const fit = resources.map(({ available }, r) => {
    const area = areaOf(activity, r);
    return area === 0 ? Infinity : Math.floor((available / area) * (1 + ROUNDING));
  });
  return Math.min(Math.ceil((most / activity.unitRate) * (1 - ROUNDING)), ...fit);
}

/** Rate that the units of a demand keep up with. */
function capacity({ activities }: Demand<WholeActivity>, units: readonly number[] = []): number {
  return activities.reduce((sum, { unitRate }, i) => sum + unitRate * (units[i] ?? 0), 0);
}

function usesOf(
  { resources, demands }: MixProblem<WholeActivity>,
  units: readonly (readonly number[])[],
): number[] {
  return resources.map(({ available }, r) => {
    let area = 0;
    demands.forEach(({ activities }, d) => {
      activities.forEach((activity, i) => (area += (units[d]?.[i] ?? 0) * areaOf(activity, r)));
    });
    return area === 0 ? 0 : area / available;
  });
}

function checkRates({ demands }: MixProblem<WholeActivity>, most: number): void {
  const rates = demands.flatMap(({ activities }) => activities.map(({ unitRate }) => unitRate));
  const wrong = [most, ...rates].find((rate) => !(rate > 0 && rate < Infinity));
  if (wrong === undefined) return;
  const message = 'a unit has to keep up with some rate';
  const expected = 'finite rates above 0';
  throw new InputError([{ code: 'mix-rate', message, expected, received: String(wrong) }]);
}
