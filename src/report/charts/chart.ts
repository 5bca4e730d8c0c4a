import type { TopLevelSpec } from 'vega-lite';

/** Room that a chart is drawn for: a page or a phone. */
export type Layout = 'wide' | 'narrow';

/** The data of a chart as a table, for those who do not see it and for CSV. */
export interface ChartTable {
  readonly columns: readonly {
    readonly title: string;
    /** Unit of the numbers; `1` for plain numbers and shares. */
    readonly unit?: string;
  }[];
  /** Whether the rows that matter most come first, so that a page can leave out the others. */
  readonly ranked?: boolean;
  /** Unrounded; null where something is not known. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A chart before it is drawn. */
export interface Chart {
  /** Short name, for files and ids. */
  readonly id: string;
  /** Vega-Lite; opens in any Vega editor. */
  readonly spec: TopLevelSpec;
  /** What the chart shows, as a finding. */
  readonly title: string;
  /** What is drawn how, in words. */
  readonly description: string;
  readonly table: ChartTable;
}
