import { keysOf } from '../../../doubt/prepare.ts';
import { tornado } from '../../../studies/tornado/tornado.ts';
import type { Draws } from './draws.ts';
import type { SpreadModel } from './spread.ts';

/** Where a tornado's bar begins and ends. */
const ENDS = [0.05, 0.95];

/**
 * Keys of the inputs that move the ratio most, each alone over its 5–95 % range, as by
 * `emuprove tornado`. Choices, and inputs that only one choice has, can not be moved by themselves.
 */
export function mostMoving(
  { model, inputs, scenario }: SpreadModel,
  draws: Draws,
  count: number,
): string[] {
  const ranges = inputs
    .filter(({ name, labels }) => labels === undefined && !name.includes('@'))
    .map(({ name, distribution }) => {
      const ends = Float64Array.from(ENDS);
      draws.prepare(distribution)(ends, 0, ends.length);
      const [low = NaN, high = NaN] = ends;
      return { input: name, low, high };
    });
  const output = keysOf(scenario.reading).headline;
  const { rows } = tornado({ model, base: [...model.base], ranges, output, scale: 'log10' });
  return rows.slice(0, count).map(({ input }) => input);
}
