import fc from 'fast-check';
import type { MixProblem } from '../../../src/studies/mix/types.ts';

/** An amount between 1e-3 and 1e3, or none. */
export const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }).map((x) => 10 ** x) },
);

/** Problems of up to three resources, three demands and three activities a demand. */
export const problems: fc.Arbitrary<MixProblem> = fc
  .integer({ min: 1, max: 3 })
  .chain((count) =>
    fc.record({
      available: fc.array(
        fc.double({ min: -2, max: 2, noNaN: true }).map((x) => 10 ** x),
        { minLength: count, maxLength: count },
      ),
      demands: fc.array(
        fc.array(fc.array(amount, { minLength: count, maxLength: count }), {
          minLength: 1,
          maxLength: 3,
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )
  .map(({ available, demands }) => ({
    resources: available.map((has, r) => ({ name: `r${r}`, available: has })),
    demands: demands.map((activities, d) => ({
      name: `d${d}`,
      activities: activities.map((need, i) => ({ name: `d${d}a${i}`, need })),
    })),
  }));

/** A problem from numbers: what there is, and the needs of every activity by demand. */
export function problemOf(
  available: readonly number[],
  demands: readonly (readonly (readonly number[])[])[],
): MixProblem {
  return {
    resources: available.map((has, r) => ({ name: `r${r}`, available: has })),
    demands: demands.map((activities, d) => ({
      name: `d${d}`,
      activities: activities.map((need, i) => ({ name: `d${d}a${i}`, need })),
    })),
  };
}
