import type { InputError } from '../issues/issue.ts';
import { problem, type Line } from './problem.ts';

/** A row of a table: its cells as they stand between the separators. */
export interface BoxRow extends Line {
  readonly cells: readonly string[];
}

/** A table drawn with `+---+` rules: its rows in the groups that the rules divide. */
export interface BoxTable {
  readonly line: Line;
  readonly groups: readonly (readonly BoxRow[])[];
  /** What is wrong with its end, which matters to whoever reads the table only. */
  readonly cut?: InputError;
}

/**
 * Finds every table that is drawn with rules of `+` and `-`, also those that are cut.
 *
 * @param separator between cells: `|` in Vivado, `;` in Quartus
 */
export function boxTables(lines: readonly Line[], separator: string): BoxTable[] {
  const tables: BoxTable[] = [];
  let groups: BoxRow[][] = [];
  let first: Line | undefined;
  let open: BoxRow[] = [];
  const close = (cut?: InputError): void => {
    if (open.length > 0) groups.push(open);
    if (first !== undefined && groups.length > 0) {
      tables.push({ line: first, groups, ...(cut === undefined ? {} : { cut }) });
    }
    first = undefined;
    groups = [];
    open = [];
  };
  for (const line of lines) {
    const text = line.text.trimEnd();
    if (isRule(text)) {
      first ??= line;
      if (open.length > 0) groups.push(open);
      open = [];
    } else if (first !== undefined && text.startsWith(separator)) {
      if (text.length > 1 && text.endsWith(separator)) {
        open.push({ ...line, cells: text.slice(1, -1).split(separator) });
      } else close(problem('the row is cut', line));
    } else close(open.length > 0 ? notClosed(first, line) : undefined);
  }
  close(open.length > 0 ? notClosed(first, lines.at(-1)) : undefined);
  return tables;
}

/**
 * The groups of a table.
 *
 * @throws InputError where the table is cut
 */
export function wholeGroups({ groups, cut }: BoxTable): BoxTable['groups'] {
  if (cut !== undefined) throw cut;
  return groups;
}

/** A table with named columns. */
export interface NamedTable {
  readonly line: Line;
  readonly header: readonly string[];
  /**
   * Its rows.
   *
   * @throws InputError where the table is cut, or a row has not as many cells as the header
   */
  readonly rows: () => readonly BoxRow[];
  /** Cells of a row by the name of their column. */
  readonly cell: (row: BoxRow, column: string) => string;
}

/**
 * A table by the names of its columns.
 *
 * @param group which of its groups is the header; those after it are its rows
 * @returns undefined where there is no such header
 */
export function namedTable(table: BoxTable, group = 0): NamedTable | undefined {
  const [head, ...more] = table.groups[group] ?? [];
  if (head === undefined || more.length > 0) return undefined;
  const header = head.cells.map((cell) => cell.trim());
  return {
    line: head,
    header,
    rows: () => {
      const rows = wholeGroups(table)
        .slice(group + 1)
        .flat();
      const odd = rows.find((row) => row.cells.length !== header.length);
      if (odd === undefined) return rows;
      const expected = `${header.length} cells`;
      throw problem('the row has not as many cells as its header', odd, { expected });
    },
    cell: (row, column) => {
      const at = header.indexOf(column);
      if (at < 0) throw problem(`the table has no column ${column}`, head);
      if (header.lastIndexOf(column) > at) {
        throw problem(`the table has the column ${column} twice`, head);
      }
      return row.cells[at] ?? '';
    },
  };
}

function isRule(text: string): boolean {
  return text.length > 2 && text.startsWith('+-') && text.endsWith('-+') && /^[+-]*$/.test(text);
}

function notClosed(first: Line | undefined, last: Line | undefined): InputError {
  const where = first === undefined ? '' : ` that begins in line ${first.number}`;
  return problem(`the table${where} is not closed: the report is cut`, last);
}
