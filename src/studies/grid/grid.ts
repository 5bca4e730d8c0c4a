import { evaluateRows } from '../tornado/evaluateRows.ts';
import { pointColumns } from '../tornado/pointColumns.ts';
import { positionOf } from '../tornado/positionOf.ts';
import type { ColumnModel } from '../types.ts';
import { nodes, type Spacing } from './nodes.ts';

/** Nodes evaluated at a time. */
const BLOCK = 4096;

/** One side of a grid. */
export interface GridAxis {
  readonly input: string;
  readonly low: number;
  readonly high: number;
  /** Number of nodes, at least 2; both borders are nodes. */
  readonly count: number;
  /** `log` where both ends are positive when left out. */
  readonly spacing?: Spacing;
}

/** What `grid` works on. */
export interface GridOptions {
  readonly model: ColumnModel;
  /** One value an input, in the order of `model.inputs`: where all but the two stay. */
  readonly base: readonly number[];
  readonly x: GridAxis;
  readonly y: GridAxis;
  readonly output: string;
}

/** An output on the nodes of a grid. */
export interface Grid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xSpacing: Spacing;
  readonly ySpacing: Spacing;
  /** Row after row: the value at `x[i]`, `y[j]` is at `j * x.length + i`; NaN where there is none. */
  readonly values: Float64Array;
  /** Nodes without a finite value. */
  readonly notFinite: number;
}

/**
 * An output over two inputs, at nodes that include the borders. Cell centres would leave half a
 * cell at each border unknown, where isolines end.
 *
 * @param options - model, base point, the two inputs
 * @returns nodes and values
 * @throws InputError for an unknown name, or a range without an inside
 * @example
 * import { columnModel, grid } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const side = { low: 1, high: 100, count: 5 };
 * const x = { input: 'x', ...side };
 * const y = { input: 'y', ...side };
 * const nodes = grid({ model, base: [1, 1], x, y, output: 'xy' });
 * console.log(nodes.values.length, nodes.x[1]?.toFixed(3)); // 25 3.162
 */
export function grid(options: GridOptions): Grid {
  const { model, base, x: xAxis, y: yAxis } = options;
  const [xAt, yAt] = [xAxis, yAxis].map((axis) =>
    positionOf(model.inputs, axis.input, 'input'),
  ) as [number, number];
  const wanted = positionOf(model.outputs, options.output, 'output');
  const spacingOf = (axis: GridAxis): Spacing => axis.spacing ?? (axis.low > 0 ? 'log' : 'linear');
  const [xSpacing, ySpacing] = [spacingOf(xAxis), spacingOf(yAxis)];
  const x = nodes(xAxis.low, xAxis.high, xAxis.count, xSpacing);
  const y = nodes(yAxis.low, yAxis.high, yAxis.count, ySpacing);
  const size = x.length * y.length;
  const values = new Float64Array(size);
  const columns = pointColumns(model, base, Math.min(BLOCK, size));
  const [xColumn, yColumn] = [columns[xAt] as Float64Array, columns[yAt] as Float64Array];
  let notFinite = 0;
  for (let start = 0; start < size; start += BLOCK) {
    const count = Math.min(BLOCK, size - start);
    for (let k = 0; k < count; k++) {
      xColumn[k] = x[(start + k) % x.length] as number;
      yColumn[k] = y[Math.floor((start + k) / x.length)] as number;
    }
    const block = evaluateRows(model, columns, count)[wanted] as Float64Array;
    for (const value of block) if (!Number.isFinite(value)) notFinite++;
    values.set(block, start);
  }
  return { x, y, xSpacing, ySpacing, values, notFinite };
}
