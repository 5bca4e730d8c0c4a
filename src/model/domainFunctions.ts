import { NONE, type Dimension } from '../formula/dimension.ts';
import type { DomainFunction } from '../formula/system.ts';
import type { Datasets } from '../datasets/types.ts';
import { friBytes } from '../proof/friBytes.ts';
import { clockPoints } from './clockCurve.ts';
import { verifierHashes } from '../proof/verifierHashes.ts';

const BYTE: Dimension = new Map([['byte', 1]]);

/** The functions that formulas can call and that no formula can say. */
export function domainFunctions(datasets: Datasets): DomainFunction[] {
  const curve = clockPoints(datasets).filter((point) => point.onCurve);
  const shown = curve.map(({ row, fill, derate }) => `${derate} at ${fill} (${row})`).join(', ');
  return [
    {
      name: 'fri_bytes',
      args: [NONE, NONE, NONE],
      result: BYTE,
      apply: friBytes,
      meaning:
        'bytes of a FRI opening of 2^l elements at inverse rate 2^r with q queries, arities by dynamic programme (binius64@7ad579a1 crates/iop/src/fri/size_estimation.rs)',
    },
    {
      name: 'verifier_hashes',
      args: [NONE, NONE, NONE],
      result: NONE,
      apply: verifierHashes,
      meaning: 'hash compressions that check such an opening',
    },
    {
      name: 'clock_retention',
      args: [NONE],
      result: NONE,
      apply: piecewiseLinear(curve.map(({ fill, derate }) => [fill, derate])),
      meaning: `clock reached in a device filled to this share, relative to the core alone, by straight lines between points of datasets/fill_clock.csv: ${shown}`,
    },
  ];
}

/** A function through the given points; beyond the last one it keeps the last slope, down to 0. */
function piecewiseLinear(points: readonly (readonly [number, number])[]): (x: number) => number {
  // Typed arrays and a plain loop: a study calls this millions of times.
  const xs = Float64Array.from(points, ([x]) => x);
  const ys = Float64Array.from(points, ([, y]) => y);
  const last = xs.length - 1;
  return (x) => {
    if (!(x >= 0 && x <= 1) || last < 1) return NaN;
    let above = 1;
    while (above < last && (xs[above] ?? NaN) < x) above++;
    const x0 = xs[above - 1] ?? NaN;
    const y0 = ys[above - 1] ?? NaN;
    const y = y0 + ((x - x0) / ((xs[above] ?? NaN) - x0)) * ((ys[above] ?? NaN) - y0);
    return Math.max(0, y);
  };
}
