import { boxTables, namedTable, wholeGroups } from '../boxTables.ts';
import { linesOf, problem, type Line } from '../problem.ts';
import { pickClock } from '../pickClock.ts';
import type { ReportReader } from '../types.ts';
import { decimalIn } from '../numbers.ts';

const UNIT = ' MHz';

/**
 * Reads a report of the Quartus timing analyzer: the highest clock of the slowest model, with the
 * limits of its pulse widths.
 */
export const readSta: ReportReader = (text, { clock }) => {
  const lines = linesOf(text);
  const heads = lines.filter(({ text: line }) =>
    /^(?:TimeQuest )?Timing Analyzer report for /.test(line),
  );
  const [, second] = heads;
  if (second !== undefined) throw problem('a second report begins here', second);
  const slowest = new Map<string, number>();
  let found = 0;
  for (const table of boxTables(lines, ';')) {
    const name = table.groups[0]?.[0]?.cells.join(';').trim() ?? '';
    if (!name.endsWith('Fmax Summary')) continue;
    wholeGroups(table);
    const named = namedTable(table, 1);
    if (named === undefined) continue;
    found++;
    if (named.rows().length === 0) throw problem('the report is cut in this table', table.line);
    for (const row of named.rows()) {
      const mhz = megahertz(named.cell(row, 'Restricted Fmax'), row);
      const of = named.cell(row, 'Clock Name').trim();
      slowest.set(of, Math.min(mhz, slowest.get(of) ?? Infinity));
    }
  }
  if (found === 0) {
    const expected = 'the tables Fmax Summary of a .sta.rpt';
    throw problem('the report has no highest clocks', lines[0], { expected });
  }
  checkWhole(lines, found);
  const design = heads[0]?.text.replace(/^.*? report for /, '').trim();
  const version = lines.slice(0, 10).flatMap(({ text: line }) => {
    const said = /^Quartus .{0,40}Version (\S+)/.exec(line)?.[1];
    return said === undefined ? [] : [said];
  })[0];
  return {
    format: 'quartus-sta',
    tool: 'Quartus',
    ...(version === undefined ? {} : { version }),
    // The head names the revision, which need not be the name of the top entity.
    routed: true,
    clock: pickClock(
      [...slowest].map(([name, mhz]) => ({ name, mhz })),
      clock,
    ),
    notes: [
      `clock: lowest restricted Fmax of ${found} model${found === 1 ? '' : 's'}`,
      ...(design === undefined ? [] : [`timing of revision ${design}`]),
    ],
  };
};

/** Every model that the contents list has its table, or the slowest one may be missing. */
function checkWhole(lines: readonly Line[], found: number): void {
  const listed = lines.filter(({ text }) => /^\s{0,6}\d+\. .{0,60}Fmax Summary\s*$/.test(text));
  const [first] = listed;
  if (first === undefined || listed.length === found) return;
  const message = `the report lists ${listed.length} tables of highest clocks and has ${found}`;
  throw problem(message, first);
}

function megahertz(cell: string, row: Line): number {
  const text = cell.trim();
  if (!text.endsWith(UNIT)) throw problem('not a frequency in MHz', row);
  return decimalIn(text.slice(0, -UNIT.length), row);
}
