import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { fluidMix } from '../../../src/studies/mix/fluidMix.ts';
import { loadSolver, type Solver } from '../../../src/studies/mix/solver.ts';
import type { MixProblem } from '../../../src/studies/mix/types.ts';
import { wholeUnits, type WholeActivity } from '../../../src/studies/mix/wholeUnits.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

type Problem = MixProblem<WholeActivity>;

/** A unit of an area by resource that keeps up with a rate. */
const unit = (rate: number, ...area: number[]): WholeActivity => ({
  name: `unit of ${rate}`,
  unitRate: rate,
  need: area.map((size) => size / rate),
});

const problemOf = (available: number[], ...demands: WholeActivity[][]): Problem => ({
  resources: available.map((has, r) => ({ name: `r${r}`, available: has })),
  demands: demands.map((activities, d) => ({ name: `d${d}`, activities })),
});

const fluid = (problem: Problem): number => {
  const mix = fluidMix(problem, solver);
  return mix.status === 'optimal' ? mix.rate : 0;
};

describe('wholeUnits, by hand', () => {
  it('rounds down to the demand with the least capacity', () => {
    // 10 of area 3 for the first and 2 for the second demand: two units of each do, 6 + 4.
    const design = wholeUnits(problemOf([10], [unit(1, 3)], [unit(1, 2)]), 2, solver);
    expect(design).toMatchObject({ status: 'optimal', rate: 2, units: [[2], [2]], use: [1] });
  });

  it('fills a gap with another kind of unit', () => {
    // 13 of area: a unit of rate 8 takes 10; the rest fits one of rate 1 that takes 3.
    const design = wholeUnits(problemOf([13], [unit(8, 10), unit(1, 3)]), 10, solver);
    expect(design).toMatchObject({ status: 'optimal', rate: 9, units: [[1, 1]] });
  });

  it('says where not even one unit of each fits', () => {
    const problem = problemOf([10], [unit(1, 6)], [unit(1, 5)]);
    expect(fluid(problem)).toBeCloseTo(10 / 11, 12);
    expect(wholeUnits(problem, fluid(problem), solver)).toMatchObject({
      status: 'none',
      rate: 0,
      units: [[0], [0]],
    });
  });

  it('takes as little as it can for a rate that something else limits', () => {
    const problem = problemOf([1000], [unit(10, 50), unit(1, 4)]);
    expect(wholeUnits(problem, 2, solver)).toMatchObject({ rate: 2, units: [[0, 2]] });
    // 12 units of rate 1 take 48, one of rate 10 and two of rate 1 take 58.
    expect(wholeUnits(problem, 12, solver)).toMatchObject({ rate: 12, units: [[0, 12]] });
    expect(wholeUnits(problem, 12.5, solver)).toMatchObject({ rate: 12.5, units: [[0, 13]] });
  });

  it('counts single units among many thousands', () => {
    // A demand for one bit at a time: 99,999 units fit beside the other demand, and not one more.
    const problem = problemOf([100_000], [unit(1e-5, 1)], [unit(1, 1)]);
    expect(wholeUnits(problem, 1, solver)).toMatchObject({
      status: 'optimal',
      units: [[99_999], [1]],
    });
  });

  it('refuses rates that are none', () => {
    const problem = problemOf([1], [unit(1, 1)]);
    expect(() => wholeUnits(problem, 0, solver)).toThrow(InputError);
    expect(() => wholeUnits(problem, Infinity, solver)).toThrow(InputError);
  });
});

describe('wholeUnits', () => {
  const areas = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 });
  const activity = fc
    .tuple(fc.integer({ min: 1, max: 8 }), areas)
    .map(([rate, area]) => unit(rate, ...area.map((size, r) => (r === 0 ? size + 1 : size))));
  const cases = fc.record({
    available: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 2 }),
    demands: fc.array(fc.array(activity, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 2,
    }),
  });

  it('is as fast as the best of all designs, tried one by one', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 100 }), ({ available, demands }, most) => {
        const problem = problemOf(available, ...demands);
        const design = wholeUnits(problem, most, solver);
        expect(design.rate).toBeCloseTo(bruteForce(problem, most), 9);
        expect(design.bound).toBeGreaterThanOrEqual(design.rate);
        if (design.status === 'optimal') expect(design.bound).toBeCloseTo(design.rate, 6);
        expect(design.use.every((share) => share <= 1 + 1e-9)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is never faster than the fluid mix', () => {
    fc.assert(
      fc.property(cases, ({ available, demands }) => {
        const problem = problemOf(available, ...demands);
        const bound = fluid(problem);
        if (!(bound > 0 && bound < Infinity)) return;
        const { rate } = wholeUnits(problem, 10 * bound, solver);
        expect(rate).toBeLessThanOrEqual(bound * (1 + 1e-9));
      }),
      { numRuns: 30 },
    );
  });
});

/** The greatest rate of all numbers of units that fit. */
function bruteForce({ resources, demands }: Problem, most: number): number {
  const kinds = demands.flatMap(({ activities }, d) => activities.map((kind) => ({ d, kind })));
  const visit = (at: number, left: readonly number[], rates: readonly number[]): number => {
    const entry = kinds[at];
    if (entry === undefined) return Math.min(most, ...rates);
    const { d, kind } = entry;
    let best = 0;
    for (let n = 0, room = [...left]; room.every((space) => space >= -1e-9); n++) {
      const reached = rates.map((rate, i) => (i === d ? rate + n * kind.unitRate : rate));
      best = Math.max(best, visit(at + 1, room, reached));
      room = room.map((space, r) => space - (kind.need[r] ?? 0) * kind.unitRate);
    }
    return best;
  };
  return visit(
    0,
    resources.map(({ available }) => available),
    demands.map(() => 0),
  );
}
