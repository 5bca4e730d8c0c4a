import { NONE, type Dimension } from '../formula/dimension.ts';
import type { DomainFunction } from '../formula/system.ts';
import type { Datasets } from '../datasets/types.ts';
import { clockPoints } from './clockCurve.ts';
import { domainApply } from './domainApply.ts';

const BYTE: Dimension = new Map([['byte', 1]]);

/** The functions that formulas can call and that no formula can say. */
export function domainFunctions(datasets: Datasets): DomainFunction[] {
  const curve = clockPoints(datasets).filter((point) => point.onCurve);
  const points = curve.map(({ fill, derate }) => [fill, derate]);
  const made = (name: string, from?: unknown): Pick<DomainFunction, 'name' | 'apply' | 'made'> => ({
    name,
    apply: domainApply(name, from),
    made: { from },
  });
  const shown = curve.map(({ row, fill, derate }) => `${derate} at ${fill} (${row})`).join(', ');
  return [
    {
      ...made('fri_bytes'),
      args: [NONE, NONE, NONE],
      result: BYTE,
      meaning:
        'bytes of a FRI opening of 2^l elements at inverse rate 2^r with q queries, arities by dynamic programme (binius64@7ad579a1 crates/iop/src/fri/size_estimation.rs)',
    },
    {
      ...made('verifier_hashes'),
      args: [NONE, NONE, NONE],
      result: NONE,
      meaning: 'hash compressions that check such an opening',
    },
    {
      ...made('clock_retention', points),
      args: [NONE],
      result: NONE,
      meaning: `clock reached in a device filled to this share, relative to the core alone, by straight lines between points of datasets/fill_clock.csv: ${shown}`,
    },
  ];
}
