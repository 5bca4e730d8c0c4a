import { outputsAt, type LogBox } from './rays.ts';

/** Half-widths of the differences, in natural logarithms: a smooth output likes the first, steps the last. */
const STEPS = [1e-4, 0.01, 0.1, 0.5];

/**
 * Directions in which an output gets better fastest, by central differences of its logarithm (of
 * itself, where it is not positive), one for every width of the differences, all in one call.
 * Differences are cut at the ends of the box.
 *
 * @param box - the box
 * @param logs - the point
 * @param sign - 1 when less is better, -1 when more is
 * @returns directions of length 1; a width at which nothing changes, or something has no value, has none
 * @example descentDirections(box, [0, 0], 1) // e.g. [[-0.6, -0.8], …]
 */
export function descentDirections(box: LogBox, logs: readonly number[], sign: 1 | -1): number[][] {
  const pairs = STEPS.flatMap((step) =>
    logs.map((log, m): [number, number] => {
      const [low, high] = box.logEnds[m] as readonly [number, number];
      return [Math.max(low, log - step), Math.min(high, log + step)];
    }),
  );
  const points = pairs.flatMap((pair, k) => pair.map((moved) => logs.with(k % logs.length, moved)));
  const values = outputsAt(box, points);
  const scaled = values.every((value) => value > 0) ? values.map(Math.log) : values;
  return STEPS.map((_, s) =>
    logs.map((_, m) => {
      const k = s * logs.length + m;
      const [low, high] = pairs[k] as [number, number];
      const rise = (scaled[2 * k + 1] as number) - (scaled[2 * k] as number);
      return high > low ? (-sign * rise) / (high - low) : 0;
    }),
  )
    .map(unit)
    .filter((direction) => direction.every(Number.isFinite));
}

/** A direction at length 1; NaN when it has none. */
export function unit(direction: readonly number[]): number[] {
  const length = Math.hypot(...direction);
  return direction.map((part) => part / length);
}
