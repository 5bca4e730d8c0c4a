import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { fluidMix } from '../../../src/studies/mix/fluidMix.ts';
import { loadSolver, type Solver } from '../../../src/studies/mix/solver.ts';
import { timeBound, timeOf } from '../../../src/studies/mix/time.ts';
import type { FluidMix, MixProblem } from '../../../src/studies/mix/types.ts';
import { problemOf, problems } from './problems.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function solved(problem: MixProblem): FluidMix {
  const mix = fluidMix(problem, solver);
  if (mix.status !== 'optimal') throw new Error('impossible');
  return mix;
}

const close = (a: number, b: number, tolerance = 1e-9): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

describe('fluidMix, by hand', () => {
  it('divides a demand between two machines in inverse proportion to their times', () => {
    // t = max(x, 2 (1 - x)) is least at x = 2/3. One more hour of the first machine is worth as much
    // as its share of the price: 2/3 of the weight on it, 1/3 on the other.
    const mix = solved(
      problemOf(
        [1, 1],
        [
          [
            [1, 0],
            [0, 2],
          ],
        ],
      ),
    );
    expect(mix.rate).toBeCloseTo(1.5, 12);
    expect(mix.shares[0]?.[0]).toBeCloseTo(2 / 3, 12);
    expect(mix.resources.map(({ elasticity }) => elasticity)).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 3, 12),
    ]);
    // rate = a + b / 2 for a and b hours of the machines.
    expect(mix.resources.map(({ price }) => price)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1 / 2, 12),
    ]);
    expect(mix.resources.map(({ use }) => use)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ]);
  });

  it('lets a fixed demand take its part first', () => {
    // 3 units hold the first resource 1 a product; the rest is shared: with x on the first,
    // 1 + 2x = 3 (1 - x) / 1.5, so x = 1/4 and t = 1.5.
    const mix = solved(
      problemOf(
        [1, 1.5],
        [
          [[1, 0]],
          [
            [2, 0],
            [0, 3],
          ],
        ],
      ),
    );
    expect(mix.shares[1]?.[0]).toBeCloseTo(1 / 4, 12);
    expect(mix.rate).toBeCloseTo(1 / 1.5, 12);
  });

  it('takes the activity that spares the scarce resource where only one is scarce', () => {
    const mix = solved(
      problemOf(
        [1, 1000],
        [
          [
            [2, 1],
            [1, 9],
          ],
        ],
      ),
    );
    expect(mix.shares).toEqual([[0, 1]]);
    expect(mix.rate).toBe(1);
    expect(mix.resources.map(({ elasticity }) => elasticity)).toEqual([1, 0]);
    expect(mix.resources[1]?.use).toBeCloseTo(0.009, 12);
  });

  it('keeps the first of equals', () => {
    expect(solved(problemOf([1], [[[1], [1], [1]]])).shares).toEqual([[1, 0, 0]]);
  });

  it('never uses what needs a resource there is none of', () => {
    const mix = solved(
      problemOf(
        [0, 1],
        [
          [
            [1e-9, 1],
            [0, 5],
          ],
        ],
      ),
    );
    expect(mix.shares).toEqual([[0, 1]]);
    expect(mix.rate).toBeCloseTo(0.2, 12);
  });

  it('names the demands that can not be met', () => {
    const mix = fluidMix(problemOf([0, 1], [[[1, 1]], [[0, 1]]]), solver);
    expect(mix).toEqual({ status: 'impossible', demands: ['d0'] });
  });

  it('has no limit where nothing is taken', () => {
    const mix = solved(problemOf([1], [[[0], [1]]]));
    expect(mix.rate).toBe(Infinity);
    expect(mix.shares).toEqual([[1, 0]]);
  });

  it('reports everything that makes no sense', () => {
    const problem = problemOf([-1, NaN], [[], [[1]], [[1, Infinity]]]);
    let issues: readonly string[] = [];
    try {
      fluidMix(problem, solver);
    } catch (error) {
      if (error instanceof InputError) issues = error.issues.map(({ code }) => code);
    }
    expect(issues).toEqual(['mix-amount', 'mix-amount', 'mix-demand', 'mix-need', 'mix-amount']);
  });
});

describe('fluidMix', () => {
  it('is as good as the best of a fine grid of shares, and no grid point is better', () => {
    const STEPS = 60;
    fc.assert(
      fc.property(problems, (problem) => {
        const { rate } = solved(problem);
        // All shares in steps; more than two demands with a choice would be too many.
        const grids = problem.demands.map(({ activities: { length } }) => simplex(length, STEPS));
        if (grids.reduce((size, grid) => size * grid.length, 1) > 200_000) return;
        let least = Infinity;
        for (const shares of product(grids)) least = Math.min(least, timeOf(problem, shares));
        expect(1 / rate).toBeLessThanOrEqual(least * (1 + 1e-9));
        // The grid has a point within one step of the optimum in every share.
        const steepest = problem.demands.reduce(
          (sum, { activities }) =>
            sum +
            activities.reduce(
              (most, { need }) =>
                most + Math.max(...need.map((x, r) => x / (problem.resources[r]?.available ?? 1))),
              0,
            ),
          0,
        );
        expect(least).toBeLessThanOrEqual(1 / rate + steepest / STEPS + 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('proves its answer: no weights of the resources give a better bound than the rate', () => {
    fc.assert(
      fc.property(
        problems,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (problem, weights) => {
          const { rate, gap } = solved(problem);
          expect(gap).toBeLessThanOrEqual(1e-7);
          const bound = timeBound(problem, weights.slice(0, problem.resources.length));
          expect(bound).toBeLessThanOrEqual((1 / rate) * (1 + 1e-7));
        },
      ),
    );
  });

  it('does not get slower by another activity or by more of a resource', () => {
    fc.assert(
      fc.property(
        problems,
        fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
        (problem, more) => {
          const { rate } = solved(problem);
          const [first, ...others] = problem.demands;
          if (first === undefined) return;
          const another = {
            name: 'another',
            need: problem.resources.map((_, r) => (more[r] ?? 0) / 100),
          };
          const added = {
            ...problem,
            demands: [{ ...first, activities: [...first.activities, another] }, ...others],
          };
          expect(solved(added).rate).toBeGreaterThanOrEqual(rate * (1 - 1e-7));
          const richer = {
            ...problem,
            resources: problem.resources.map(({ name, available }, r) => ({
              name,
              available: available * (1 + (more[r] ?? 0) / 100),
            })),
          };
          expect(solved(richer).rate).toBeGreaterThanOrEqual(rate * (1 - 1e-7));
        },
      ),
    );
  });

  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const turned = {
          resources: [...problem.resources].reverse(),
          demands: [...problem.demands].reverse().map(({ name, activities }) => ({
            name,
            activities: [...activities]
              .reverse()
              .map((activity) => ({ name: activity.name, need: [...activity.need].reverse() })),
          })),
        };
        expect(close(solved(turned).rate, solved(problem).rate, 1e-7)).toBe(true);
      }),
    );
  });

  it('goes with the units of measure: all needs times c is the rate over c', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: -12, max: 12 }), (problem, power) => {
        const c = 10 ** power;
        const scaled = {
          ...problem,
          demands: problem.demands.map(({ name, activities }) => ({
            name,
            activities: activities.map((activity) => ({
              name: activity.name,
              need: activity.need.map((need) => need * c),
            })),
          })),
        };
        expect(close(solved(scaled).rate * c, solved(problem).rate, 1e-7)).toBe(true);
      }),
    );
  });

  it('has shares of each demand that add up to 1, and uses no more than there is', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { shares, resources, rate } = solved(problem);
        for (const row of shares) {
          expect(row.every((share) => share >= 0)).toBe(true);
          expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
        for (const { use } of resources) expect(use).toBeLessThanOrEqual(1 + 1e-12);
        const total = resources.reduce((sum, { elasticity }) => sum + elasticity, 0);
        expect(total).toBeCloseTo(rate === Infinity ? 0 : 1, 12);
      }),
    );
  });
});

/** Every way to divide 1 into `parts` shares that are multiples of 1 / `steps`. */
function simplex(parts: number, steps: number): number[][] {
  if (parts === 1) return [[1]];
  if (parts === 2) {
    return Array.from({ length: steps + 1 }, (_, i) => [i / steps, 1 - i / steps]);
  }
  return Array.from({ length: steps + 1 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: steps + 1 - i }, (_, j) => [
      i / steps,
      j / steps,
      (steps - i - j) / steps,
    ]),
  );
}

function* product<T>(lists: readonly (readonly T[])[]): Iterable<T[]> {
  const [first, ...others] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const item of first) for (const rest of product(others)) yield [item, ...rest];
}
