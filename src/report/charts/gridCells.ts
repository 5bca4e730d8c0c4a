import type { GridReport, GridSide, QuantityGridReport } from '../../doubt/types.ts';

/** Cells a side; more are more bytes, and no more to see. */
const MOST = 40;

/**
 * What is true at a node: the verdict is a pass, the ratio meets its limit but the verdict is none,
 * the ratio is above it, or there is no value. Of another quantity than the ratio `pass` is all that
 * is not above its limit.
 */
export type Region = 'pass' | 'within' | 'above' | 'none';

/** A cell around a node. */
export interface Cell {
  /** The ratio; another quantity in the unit that people read it in. */
  readonly ratio: number | null;
  readonly region: Region;
}

/** A side of the drawn grid in the unit that people read. */
export interface CellSide {
  readonly title: string;
  readonly unit: string;
  readonly log: boolean;
  /** Ends of the cells: one more than there are cells. */
  readonly edges: readonly number[];
  /** In the same unit as the edges; undefined where it is not on the axis. */
  readonly base: number | undefined;
  readonly scale: number;
}

/** A grid as cells. */
export interface CellGrid {
  readonly x: CellSide;
  readonly y: CellSide;
  /** Row after row, as in the report. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A piece of a row in which some property is the same. */
export interface Run<T> {
  readonly row: number;
  readonly from: number;
  /** One after the last. */
  readonly to: number;
  readonly value: T;
}

/** The cells around the nodes of a grid, every second, third, … of them where there are many. */
export function cellsOf(report: GridReport | QuantityGridReport): CellGrid {
  const { x, y } = report;
  const own = report.kind === 'grid';
  const ratio = own ? report.ratio : report.values;
  const limit = own ? report.limit : (report.of.limit ?? Infinity);
  const scale = own ? 1 : report.of.display.scale;
  const [columns, rows] = [picked(x.nodes.length), picked(y.nodes.length)];
  const cell = (at: number): Cell => {
    const value = ratio[at] ?? null;
    if (value === null || !Number.isFinite(value)) return { ratio: null, region: 'none' };
    const region = value > limit ? 'above' : !own || report.passes[at] === true ? 'pass' : 'within';
    return { ratio: value / scale, region };
  };
  return {
    x: sideOf(x, columns),
    y: sideOf(y, rows),
    rows: rows.map((j) => columns.map((i) => cell(j * x.nodes.length + i))),
  };
}

/** Pieces of all rows, each as long as its property stays the same. */
export function runsOf<T>({ rows }: CellGrid, property: (cell: Cell) => T): Run<T>[] {
  return rows.flatMap((cells, row) => {
    const runs: Run<T>[] = [];
    cells.forEach((cell, i) => {
      const value = property(cell);
      const last = runs.at(-1);
      if (last !== undefined && last.value === value)
        runs[runs.length - 1] = { ...last, to: i + 1 };
      else runs.push({ row, from: i, to: i + 1, value });
    });
    return runs;
  });
}

/** Share of the nodes of a grid in a region, all nodes alike. */
export function shareOf({ rows }: CellGrid, regions: readonly Region[]): number {
  const cells = rows.flat();
  return cells.filter(({ region }) => regions.includes(region)).length / cells.length;
}

/** Nodes that are drawn, the last one among them. */
function picked(count: number): number[] {
  const step = Math.ceil(count / MOST);
  return Array.from({ length: Math.ceil(count / step) }, (_, k) => count - 1 - k * step).reverse();
}

function sideOf({ nodes, spacing, title, name, base, display }: GridSide, at: number[]): CellSide {
  const log = spacing === 'log';
  const values = at.map((i) => (nodes[i] ?? NaN) / display.scale);
  const [low = NaN, high = NaN] = [(nodes[0] ?? NaN) / display.scale, values.at(-1)];
  const between = (a: number, b: number): number => (log ? Math.sqrt(a * b) : (a + b) / 2);
  const inner = values.slice(1).map((value, i) => between(values[i] ?? NaN, value));
  const own = base / display.scale;
  return {
    title: title === '' ? name : title,
    unit: display.unit,
    log,
    edges: [low, ...inner, high],
    base: own >= low && own <= high ? own : undefined,
    scale: display.scale,
  };
}
