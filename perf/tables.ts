import { compile } from '../src/formula/compile.ts';
import { reachable } from '../src/formula/graph.ts';
import type { OpNode, Value } from '../src/formula/ir.ts';
import { paddedLog2 } from '../src/proof/friShape.ts';

/** Values of a domain function of (log2 elements, log2 inverse rate, queries) on a box. */
export interface Table {
  readonly fn: string;
  /** Least whole arguments that occur. */
  readonly low: readonly [number, number, number];
  /** How many whole arguments from there on the table holds. */
  readonly size: readonly [number, number, number];
  /** The last argument runs fastest. */
  readonly values: readonly number[];
}

/** The calls of tabulated functions in a graph. */
function calls(roots: readonly Value[]): OpNode[] {
  return reachable(roots).filter(
    (node): node is OpNode =>
      node.kind === 'op' && node.domain !== undefined && node.args.length === 3,
  );
}

/**
 * Tabulates `fri_bytes` and `verifier_hashes` on the box of whole arguments that some rows lead to,
 * by calling the JavaScript functions themselves. C reads these tables; JavaScript remembers results
 * by the same whole arguments, so both do one look-up a call.
 */
export function tablesFor(
  roots: readonly Value[],
  columns: readonly Float64Array[],
  rows: number,
): Table[] {
  const boxes = new Map<string, { apply: (...args: number[]) => number; ranges: Range[] }>();
  for (const call of calls(roots)) {
    const found = Array.from({ length: 3 }, () => new Float64Array(rows));
    compile(call.args, columns.length).columns(columns, found, 0, rows);
    const box = boxes.get(call.fn) ?? {
      apply: call.domain?.apply ?? (() => NaN),
      ranges: [new Range(paddedLog2), new Range(Math.round), new Range(Math.ceil)],
    };
    boxes.set(call.fn, box);
    box.ranges.forEach((range, i) => found[i]?.forEach((value) => range.add(value)));
  }
  return [...boxes].map(([fn, { apply, ranges }]) => {
    const [l, r, q] = ranges as [Range, Range, Range];
    const values = l.all.flatMap((a) => r.all.flatMap((b) => q.all.map((c) => apply(a, b, c))));
    return {
      fn,
      low: [l.low, r.low, q.low],
      size: [l.all.length, r.all.length, q.all.length],
      values,
    };
  });
}

/** Range of what arguments are rounded to. */
class Range {
  low = Infinity;
  #high = -Infinity;
  readonly #round: (value: number) => number;

  constructor(round: (value: number) => number) {
    this.#round = round;
  }

  add(value: number): void {
    const whole = this.#round(value);
    if (whole < this.low) this.low = whole;
    if (whole > this.#high) this.#high = whole;
  }

  get all(): number[] {
    return Array.from({ length: this.#high - this.low + 1 }, (_, i) => this.low + i);
  }
}
