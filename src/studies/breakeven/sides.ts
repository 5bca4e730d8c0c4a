/** On which side of a threshold an output should be; a value at the threshold is on it. */
export type Wanted = 'at most' | 'at least';

/**
 * Test of an output against a threshold. A truth output is tested as `at least` 0.5.
 *
 * @param wanted - the side that is wanted
 * @param threshold - the value between the sides, which is on the wanted one
 * @returns test that is false for NaN
 * @example holdsTest('at most', 10000)(10000) // => true
 */
export function holdsTest(wanted: Wanted, threshold: number): (value: number) => boolean {
  return wanted === 'at most' ? (value) => value <= threshold : (value) => value >= threshold;
}
