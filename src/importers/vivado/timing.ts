import { pickClock } from '../pickClock.ts';
import { decimalIn } from '../numbers.ts';
import { linesOf, problem, type Line } from '../problem.ts';
import type { ReportReader } from '../types.ts';
import { columnTable } from './columnTable.ts';
import { isRouted, stateNote, vivadoHeader } from './header.ts';

/** Nanoseconds in a clock of one megahertz. */
const NS_PER_US = 1000;

/**
 * Reads a report of `report_timing_summary`: the highest clock is that of its period less the worst
 * slack of the paths from the clock to itself. A clock whose pulses are too short for the device has none.
 */
export const readTiming: ReportReader = (text, { clock }) => {
  const lines = linesOf(text);
  const head = vivadoHeader(lines);
  const periods = new Map<string, number>();
  const summary = columnTable(lines, 'Clock Summary');
  for (const row of summary.rows) {
    const name = summary.cell(row, 'Clock').text;
    if (periods.has(name)) throw problem('this clock stands twice', row);
    const period = decimalIn(summary.cell(row, 'Period(ns)').text, row);
    if (!(period > 0)) throw problem('a clock has a period', row);
    periods.set(name, period);
  }
  const intra = columnTable(lines, 'Intra Clock Table');
  const found = new Map<string, { mhz: number; line: Line }>();
  for (const row of intra.rows) {
    const name = intra.cell(row, 'Clock').text;
    if (found.has(name)) throw problem('this clock stands twice', row);
    const cell = intra.cell(row, 'WNS(ns)').text;
    // A clock without paths of its own has no slack.
    if (cell === '' || cell === 'NA') continue;
    const period = periods.get(name);
    if (period === undefined) throw problem('the period of this clock is not stated', row);
    const pulse = intra.cell(row, 'WPWS(ns)').text;
    if (pulse !== '' && pulse !== 'NA' && decimalIn(pulse, row) < 0) {
      throw problem('the pulses of this clock are too short: its paths do not tell its limit', row);
    }
    const needed = period - decimalIn(cell, row);
    if (!(needed > 0)) throw problem('the slack is not below the period', row);
    found.set(name, { mhz: NS_PER_US / needed, line: row });
  }
  const clocks = [...found].map(([name, { mhz }]) => ({ name, mhz }));
  return {
    format: 'vivado-timing',
    tool: 'Vivado',
    version: head.version,
    ...(head.design === undefined ? {} : { design: head.design }),
    ...(head.part === undefined ? {} : { part: head.part }),
    ...(head.date === undefined ? {} : { date: head.date }),
    routed: isRouted(head.state),
    clock: pickClock(clocks, clock),
    notes: [
      stateNote(head.state),
      'clock: one over period less worst slack of the paths inside the clock',
    ],
  };
};
