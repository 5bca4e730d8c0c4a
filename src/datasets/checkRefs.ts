import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { textIn, type Datasets } from './types.ts';

/** Checks that every reference from one table to another finds its row. */
export function checkRefs(datasets: Datasets): Issue[] {
  const issues: Issue[] = [];
  for (const table of datasets.values()) {
    for (const [name, column] of Object.entries(table.schema.columns)) {
      if (column.type !== 'ref' || column.table === undefined) continue;
      const keys = new Set(datasets.get(column.table)?.rows.map((row) => row.key));
      for (const row of table.rows) {
        const value = textIn(row, name);
        if (value === undefined || keys.has(value)) continue;
        const suggestion = nearest(value, keys);
        issues.push({
          code: 'unknown-reference',
          message: `there is no row ${quote(value)} in ${column.table}`,
          file: row.file ?? table.schema.file,
          row: row.line,
          column: name,
          ...(suggestion === undefined ? {} : { suggestion }),
        });
      }
    }
  }
  return issues;
}
