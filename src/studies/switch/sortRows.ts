/**
 * Sorts rows by what a selector says, those of one choice in the order in which they were.
 *
 * @param selector - column of choices: whole numbers from 0, below one less than `ends` has places
 * @param from - first row
 * @param count - number of rows
 * @param rows - receives the rows by choice, and last those whose choice is none of these
 * @param ends - receives how many rows there are up to and with each choice, and last of all
 * @example sortRows(Float64Array.of(1, 0, 7), 0, 3, rows, ends) // rows => [1, 0, 2], ends => [1, 2, 3]
 */
export function sortRows(
  selector: Float64Array,
  from: number,
  count: number,
  rows: Int32Array,
  ends: Int32Array,
): void {
  const none = ends.length - 1;
  const choiceAt = (row: number): number => {
    const choice = selector[row] as number;
    const valid = choice >= 0 && choice < none && Number.isInteger(choice);
    // Adding 0 makes the negative zero a zero.
    return valid ? choice + 0 : none;
  };
  ends.fill(0);
  for (let row = from; row < from + count; row++) {
    const choice = choiceAt(row);
    ends[choice] = (ends[choice] as number) + 1;
  }
  for (let k = 1; k <= none; k++) ends[k] = (ends[k] as number) + (ends[k - 1] as number);
  for (let row = from + count - 1; row >= from; row--) {
    const choice = choiceAt(row);
    const place = (ends[choice] as number) - 1;
    rows[place] = row;
    ends[choice] = place;
  }
  // Each has counted down to where its rows start: where those of the one before it end.
  ends.copyWithin(0, 1);
  ends[none] = count;
}
