import { countIn, decimalIn } from '../numbers.ts';
import { pickClock } from '../pickClock.ts';
import { linesOf, problem, type Line } from '../problem.ts';
import type { ReportReader } from '../types.ts';

const PREFIX = 'Info: ';

/** What nextpnr says at the end when nothing went wrong. */
const END = 'Program finished normally.';

/** A resource in the table of utilisation, as `ICESTORM_LC:  4012/ 5280    75%`. */
const RESOURCE =
  /^\s{0,40}([A-Za-z]\w{0,60}):\s{0,40}(\d{1,15})\/\s{0,40}(\d{1,15})\s{1,40}\d{1,3}%$/;

/** A line of the log: a clock that misses its limit is a warning or an error. */
const SAID = /^(?:Info|Warning|ERROR): /;

/** A clock with its limit, as `Max frequency for clock 'clk': 15.52 MHz (PASS at 13.00 MHz)`. */
const CLOCK = /^Max frequency for clock\s{1,80}'([^']{1,400})': ([\d.]{1,20}) MHz/;

/** Reads a log of nextpnr: the clocks are those after routing. */
export const readLog: ReportReader = (text, { clock }) => {
  const lines = linesOf(text).map((line): Line & { said: string } => ({
    ...line,
    said: SAID.test(line.text) ? line.text.replace(SAID, '') : '',
  }));
  const tables = lines.filter(({ said }) => said.trim() === 'Device utilisation:');
  const [table, second] = tables;
  if (table === undefined) {
    const expected = 'a line Info: Device utilisation:';
    throw problem('this is no log of nextpnr', lines[0], { expected });
  }
  if (second !== undefined) throw problem('a second run begins here', second);
  const ends = lines.filter(({ said }) => said.trim() === END);
  if (ends.length !== 1) {
    throw problem('the log is cut, or nextpnr failed', lines.at(-1), { expected: PREFIX + END });
  }
  const cells = new Map<string, number>();
  let last: Line = table;
  for (const line of lines.slice(table.number)) {
    if (line.text.trim() === '') break;
    const [, name, used, available] = RESOURCE.exec(line.said) ?? [];
    if (name === undefined || used === undefined || available === undefined) {
      throw problem('not a resource with what is used of it', line);
    }
    if (cells.has(name)) throw problem('this resource stands twice', line);
    cells.set(name, countIn(used, line));
    last = line;
  }
  const stray = lines.slice(last.number).find(({ said }) => RESOURCE.test(said));
  if (stray !== undefined) throw problem('this stands apart from the table of resources', stray);
  const routing = lines.find(({ said }) => /^(?:Routing\.\.|Router\d)/.test(said));
  const clocks = new Map<string, number>();
  for (const line of lines.slice(routing?.number ?? lines.length)) {
    if (!line.said.startsWith('Max frequency')) continue;
    const [, name, mhz] = CLOCK.exec(line.said) ?? [];
    if (name === undefined || mhz === undefined) throw problem('not a clock with its limit', line);
    // The last word stands: some versions say it again after each attempt.
    clocks.set(name, decimalIn(mhz, line));
  }
  const figures = [...clocks].map(([name, mhz]) => ({ name, mhz }));
  return {
    format: 'nextpnr',
    tool: 'nextpnr',
    routed: true,
    netlist: { cells, complete: false },
    ...(figures.length === 0 && clock === undefined ? {} : { clock: pickClock(figures, clock) }),
    notes: [],
  };
};
