import { rowOf } from '../datasets/rowsWith.ts';
import type { Datasets, Row, Table } from '../datasets/types.ts';
import { factOf } from './fact.ts';
import type { Fact, Records } from './types.ts';

/** The rows that a scenario chooses, by the names under which models ask for their cells. */
export class RecordList {
  readonly #datasets: Datasets;
  readonly #rows = new Map<string, { readonly table: Table; readonly row: Row }>();
  readonly #facts = new Map<string, Fact>();

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
  }

  /** Names a row of a table; nothing where there is none. */
  add(record: string, tableId: string, row: Row | undefined): void {
    const table = this.#datasets.get(tableId);
    if (table !== undefined && row !== undefined) this.#rows.set(record, { table, row });
  }

  /** Says what a path stands for, whatever the row of its record has. */
  setFact(path: string, fact: Fact): void {
    this.#facts.set(path, fact);
  }

  /** What models can ask. */
  records(): Records {
    const [rows, facts] = [this.#rows, this.#facts];
    return {
      find: (path) => {
        const known = facts.get(path);
        if (known !== undefined) return known;
        if (path.includes('/')) return this.#cell(path);
        const dot = path.lastIndexOf('.');
        const found = rows.get(path.slice(0, dot));
        return found === undefined
          ? undefined
          : factOf(found.table, found.row, path.slice(dot + 1));
      },
      chosen: Object.fromEntries(
        [...rows].map(([record, { table, row }]) => [record, `${table.id}:${row.key}`]),
      ),
    };
  }

  /** A cell that a model names by itself: `table/key/column`. */
  #cell(path: string): Fact | undefined {
    const [tableId = '', key = '', column = ''] = path.split('/');
    const table = this.#datasets.get(tableId);
    const row = rowOf(table, key);
    return table === undefined || row === undefined ? undefined : factOf(table, row, column);
  }
}
