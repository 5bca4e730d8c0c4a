/** Significant digits that are tried, from the fewest that people get on. */
const FEWEST = 3;
const MOST = 12;

/**
 * Short decimal numbers near a value, the shortest first: rounded to the nearest, and rounded the way
 * that is asked for.
 *
 * @param value - the value
 * @param up - whether to round up
 * @returns candidates with 3 to 12 significant digits
 * @example roundTowards(23.964, false).slice(0, 3) // => [24, 23.9, 23.96]
 */
export function roundTowards(value: number, up: boolean): number[] {
  if (value === 0 || !Number.isFinite(value)) return [value];
  const size = Math.floor(Math.log10(Math.abs(value)));
  return Array.from({ length: MOST - FEWEST + 1 }, (_, k) => FEWEST + k).flatMap((digits) => {
    const power = size - digits + 1;
    const parts = Number(`${value}e${-power}`);
    const directed = up ? Math.ceil(parts) : Math.floor(parts);
    return [Number(value.toPrecision(digits)), Number(`${directed}e${power}`)];
  });
}
