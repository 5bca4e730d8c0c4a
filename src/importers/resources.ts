import { numberIn } from '../datasets/types.ts';
import type { Datasets } from '../datasets/types.ts';
import { problem } from './problem.ts';
import { countCells } from './countCells.ts';
import type { Fabric } from './fabric.ts';
import type { Figures, Report } from './types.ts';

/** Resources in the units of the tables, with what there is to say about them. */
export interface Counted {
  readonly figures: Omit<Figures, 'dspAvailable'>;
  readonly notes: readonly string[];
}

/**
 * The resources of a report in the units of a family: cells counted, sizes of blocks filled in.
 *
 * @throws InputError for cells that are not known
 */
export function resourcesOf(datasets: Datasets, report: Report, fabric: Fabric): Counted {
  if (report.netlist !== undefined) return countCells(datasets, report.netlist, fabric);
  const { dspAvailable, ...figures } = report.figures ?? {};
  const notes: string[] = [];
  const bramKbit = figures.bramKbit ?? fabric.bramKbit;
  const { dsp, ...rest } = figures;
  const counted: { -readonly [K in keyof Counted['figures']]: Counted['figures'][K] } = {
    ...rest,
    ...(bramKbit === undefined ? {} : { bramKbit }),
  };
  if (dsp !== undefined) {
    const scale = dspScale(dsp, dspAvailable, fabric);
    if (scale === undefined) {
      notes.push(`${dsp} DSP blocks left out: the report counts them otherwise than devices.csv`);
    } else counted.dsp = dsp * scale;
  }
  if (counted.bram !== undefined && counted.bram > 0 && bramKbit === undefined) {
    throw problem('the size of a block RAM is not known', undefined, {
      expected: '--device, or a report that names the blocks',
    });
  }
  return { figures: counted, notes };
}

/**
 * DSP blocks of the device's row in one of the report: these may be halves. No device to compare with
 * is taken for the same unit, unless the report says that it counts elements of its own.
 */
function dspScale(
  used: number,
  available: number | undefined,
  { device }: Fabric,
): number | undefined {
  if (used === 0 || available === undefined) return 1;
  const there = device === undefined ? undefined : numberIn(device, 'dsp');
  if (there === undefined) return undefined;
  const scale = there / available;
  return scale === 1 || scale === 1 / 2 ? scale : undefined;
}
