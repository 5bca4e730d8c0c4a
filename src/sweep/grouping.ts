import { KNOWN, type Column } from './column.ts';

/** Rows in which the same columns have the same codes. */
export interface Group {
  /** Code of each column. */
  readonly codes: readonly number[];
  readonly rows: readonly number[];
}

/**
 * Groups rows by the codes of some columns.
 *
 * @param among only rows whose code here is not KNOWN; all rows where it is undefined
 */
export function groupRows(
  columns: readonly Column[],
  count: number,
  among: Int32Array | undefined,
): Group[] {
  const coded = columns.flatMap(({ codes }) => (codes === undefined ? [] : [codes]));
  const groups = new Map<string, { readonly codes: number[]; readonly rows: number[] }>();
  let last = -1;
  let rows: number[] = [];
  for (let row = 0; row < count; row++) {
    if (among?.[row] === KNOWN) continue;
    // Neighbours are mostly alike, and comparing is quicker than looking up.
    if (last < 0 || coded.some((codes) => codes[row] !== codes[last])) {
      const key = coded.map((codes) => codes[row]).join();
      let group = groups.get(key);
      if (group === undefined) {
        group = { codes: columns.map(({ codes }) => codes?.[row] ?? KNOWN), rows: [] };
        groups.set(key, group);
      }
      rows = group.rows;
    }
    rows.push(row);
    last = row;
  }
  return [...groups.values()];
}
