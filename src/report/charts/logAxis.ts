/** Most ticks on an axis. */
const MOST_TICKS = 8;

/** Range and ticks of a logarithmic axis. */
export interface LogAxis {
  readonly domain: readonly [number, number];
  readonly values: readonly number[];
}

/**
 * Whole decades around some positive numbers, with a tick at each or at every second, third, ….
 * Said explicitly because Vega rounds the range of a logarithmic axis up far enough for its labels
 * to collide.
 *
 * @param numbers - at least one, all positive and finite
 */
export function logAxis(numbers: readonly number[]): LogAxis {
  const logs = numbers.map((number) => Math.log10(number));
  const low = Math.floor(Math.min(...logs) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs) - 1e-9));
  const step = Math.ceil((high - low) / MOST_TICKS);
  const values: number[] = [];
  for (let power = low; power <= high; power += step) values.push(powerOfTen(power));
  return { domain: [powerOfTen(low), powerOfTen(high)], values };
}

/** Where a number lies on an axis, from 0 to 1. */
export function logPosition(axis: LogAxis, number: number): number {
  const [low, high] = axis.domain;
  return Math.log(number / low) / Math.log(high / low);
}

/** Exact where a power in floating point is a digit off. */
function powerOfTen(power: number): number {
  return Number(`1e${power}`);
}
