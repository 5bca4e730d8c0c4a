import { quote } from '../../issues/quote.ts';
import { amountIn, jsonObject, objectIn } from '../json.ts';
import { pickClock } from '../pickClock.ts';
import { problem } from '../problem.ts';
import type { ReportReader } from '../types.ts';

/** Reads the JSON of `nextpnr --report`. */
export const readReportJson: ReportReader = (text, { clock }) => {
  const report = jsonObject(text);
  const utilization = objectIn(report, 'utilization');
  const fmax = objectIn(report, 'fmax');
  if (utilization === undefined || fmax === undefined) {
    const expected = 'utilization and fmax, as nextpnr --report writes them';
    throw problem('this is no report of nextpnr', undefined, { expected });
  }
  const cells = new Map<string, number>();
  for (const name of Object.keys(utilization)) {
    const used = amountIn(objectIn(utilization, name) ?? {}, 'used');
    if (used === undefined || !Number.isSafeInteger(used)) {
      throw problem(`it is not said how many of ${quote(name)} are used`);
    }
    cells.set(name, used);
  }
  const clocks = Object.keys(fmax).map((name) => {
    const mhz = amountIn(objectIn(fmax, name) ?? {}, 'achieved');
    if (mhz === undefined || mhz === 0) throw problem(`the clock ${quote(name)} has no frequency`);
    return { name, mhz };
  });
  return {
    format: 'nextpnr',
    tool: 'nextpnr',
    routed: true,
    netlist: { cells, complete: false },
    // A design without a clock is none the worse for its area.
    ...(clocks.length === 0 && clock === undefined ? {} : { clock: pickClock(clocks, clock) }),
    notes: [],
  };
};
