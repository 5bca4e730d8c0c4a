import type { Row } from '../../../src/datasets/types.ts';
import { figuresOf, type Measurements } from './figures.ts';
import { KINDS, type Unit } from './unit.ts';

/** A figure of this run beside that of the table. */
export interface Pair {
  readonly found: number;
  /** Undefined where the table has no such row or leaves it blank. */
  readonly table?: number;
}

/** One unit for one kind of LUT, this run against the table. */
export interface Compared {
  readonly id: string;
  readonly kind: string;
  readonly lut: Pair;
  readonly ff: Pair;
  readonly gates_ge?: number;
}

/** A comparison of a run with datasets/units.csv. */
export interface Comparison {
  readonly compared: readonly Compared[];
  /** Rows of the table from own synthesis that no unit of this kit gives, or whose designs were not measured. */
  readonly missing: readonly string[];
}

/** How the sources of rows begin that this kit can give. */
export const OWN_SYNTHESIS = 'own synthesis';

/** Compares the units that were measured with the rows of the table. */
export function compare(
  units: readonly Unit[],
  measured: Measurements,
  table: readonly Row[],
): Comparison {
  const rows = new Map(table.map((row) => [row.key, row]));
  const compared = units.flatMap((unit) =>
    KINDS.flatMap((kind): Compared[] => {
      const id = unit.ids[kind];
      const figures = figuresOf(unit, kind, measured);
      if (id === undefined || figures === undefined) return [];
      const cells = rows.get(id)?.cells;
      const { lut, ff, gates_ge } = figures;
      return [
        {
          id,
          kind,
          lut: pair(lut, cells?.lut),
          ff: pair(ff, cells?.ff),
          ...(gates_ge === undefined ? {} : { gates_ge }),
        },
      ];
    }),
  );
  const seen = new Set(compared.map(({ id }) => id));
  const missing = table
    .filter(({ cells }) => String(cells.source).startsWith(OWN_SYNTHESIS))
    .map(({ key }) => key)
    .filter((key) => !seen.has(key));
  return { compared, missing };
}

function pair(found: number, table: string | number | undefined): Pair {
  return typeof table === 'number' ? { found, table } : { found };
}
