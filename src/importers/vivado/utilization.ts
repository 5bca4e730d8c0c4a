import { boxTables, namedTable, type BoxTable } from '../boxTables.ts';
import { countIn, halvesIn } from '../numbers.ts';
import { linesOf, problem, type Line } from '../problem.ts';
import type { Figures, Report, ReportReader } from '../types.ts';
import { checkContents, isRouted, stateNote, vivadoHeader } from './header.ts';
import { hierarchyTable, pickInstance } from './hierarchy.ts';

/** Names of a resource over versions and families; a report has one of them. */
const SITES = {
  lut: ['Slice LUTs', 'CLB LUTs'],
  ff: ['Slice Registers', 'CLB Registers', 'Registers'],
  bram: ['Block RAM Tile'],
  uram: ['URAM'],
  dsp: ['DSPs', 'DSP Slices'],
} as const;

/** Sums that hold in every report, as a check of what was read. */
const SUMS = [
  { of: SITES.lut, parts: { 'LUT as Logic': 1, 'LUT as Memory': 1 } },
  { of: SITES.bram, parts: { 'RAMB36/FIFO': 1, RAMB18: 0.5 } },
] as const;

/** A block RAM tile is one RAMB36, which is named after its kilobits. */
const TILE_KBIT = 36;

/** Reads a report of `report_utilization`, flat or by hierarchy. */
export const readUtilization: ReportReader = (text, { instance }) => {
  const lines = linesOf(text);
  const head = vivadoHeader(lines);
  checkContents(lines);
  const tables = boxTables(lines, '|');
  checkBlackBoxes(lines, tables);
  const hierarchy = hierarchyTable(tables);
  if (hierarchy === undefined && instance !== undefined) {
    const message = 'this report has no instances to choose from';
    throw problem(message, undefined, { expected: 'report_utilization -hierarchical' });
  }
  const picked = hierarchy === undefined ? undefined : pickInstance(hierarchy, instance);
  const report: Report = {
    format: 'vivado-utilization',
    tool: 'Vivado',
    version: head.version,
    ...(head.design === undefined ? {} : { design: head.design }),
    ...(head.part === undefined ? {} : { part: head.part }),
    ...(head.date === undefined ? {} : { date: head.date }),
    ...(picked === undefined || instance === undefined ? {} : { instance: picked.path }),
    routed: isRouted(head.state),
    lutKind: 'LUT6',
    figures: picked?.figures ?? flatFigures(tables),
    notes: [stateNote(head.state)],
  };
  return report;
};

/** Cells that a synthesis run left to another one: their logic is in no figure of the report. */
function checkBlackBoxes(lines: readonly Line[], tables: readonly BoxTable[]): void {
  const headings = lines.filter(({ text }) => /^\d{1,3}\. Black Boxes\s*$/.test(text));
  const from = headings.at(-1)?.number;
  if (from === undefined) return;
  const table = tables.find(({ line }) => line.number > from);
  const named = table === undefined ? undefined : namedTable(table);
  if (named?.header.includes('Ref Name') !== true) return;
  const [box] = named.rows();
  if (box === undefined) return;
  const expected = 'a report after opt_design, or one of each box';
  throw problem('the design has a black box, whose logic is not counted', box, { expected });
}

interface Used {
  readonly value: number;
  readonly line: Line;
}

function flatFigures(tables: readonly BoxTable[]): Figures {
  const used = usedSites(tables);
  const one = (names: readonly string[]): Used | undefined => {
    const [first, ...others] = names.flatMap((name) => used.get(name) ?? []);
    const other = others.find(({ value }) => value !== first?.value);
    if (other === undefined || first === undefined) return first;
    throw problem(`this says otherwise than line ${first.line.number}`, other.line);
  };
  for (const { of, parts } of SUMS) {
    const whole = one(of);
    const sites = Object.entries(parts).map(([name, weight]) => ({ site: one([name]), weight }));
    if (whole === undefined || sites.some(({ site }) => site === undefined)) continue;
    const sum = sites.reduce((all, { site, weight }) => all + weight * (site?.value ?? NaN), 0);
    if (sum === whole.value) continue;
    const expected = `${Object.keys(parts).join(' and ')}, ${sum} together`;
    throw problem('the table does not add up', whole.line, { expected });
  }
  const required = (names: readonly string[]): number => {
    const found = one(names);
    if (found !== undefined) return found.value;
    const message = `there is no ${names.join(' or ')}: the report is cut, or of another kind`;
    throw problem(message, undefined, { expected: 'the whole of report_utilization' });
  };
  const uram = one(SITES.uram)?.value;
  return {
    lut: required(SITES.lut),
    ff: required(SITES.ff),
    bram: required(SITES.bram),
    bramKbit: TILE_KBIT,
    ...(uram === undefined ? {} : { uram }),
    dsp: required(SITES.dsp),
  };
}

/** What is used of every kind of site, by its name without mark of a footnote. */
function usedSites(tables: readonly BoxTable[]): Map<string, readonly Used[]> {
  const used = new Map<string, Used[]>();
  for (const table of tables) {
    const named = namedTable(table);
    if (named === undefined || !named.header.includes('Site Type')) continue;
    if (named.header.includes('Parent') || named.header.includes('Child')) {
      const expected = 'a report of a design or of cells';
      throw problem('this report is of a pblock', named.line, { expected });
    }
    // Tables of dies and of registers by type count other things.
    if (!named.header.includes('Used')) {
      if (named.header.some((name) => name.startsWith('SLR'))) continue;
      throw problem('the table has no column Used', named.line);
    }
    for (const row of named.rows()) {
      const name = withoutMark(named.cell(row, 'Site Type').trim());
      const cell = named.cell(row, 'Used').trim();
      // Rows under a heading of their own may hold nothing.
      if (cell === '') continue;
      const count = (SITES.bram as readonly string[]).includes(name) ? halvesIn : countIn;
      const site = { value: count(cell, row), line: row };
      const before = used.get(name);
      if (before === undefined) used.set(name, [site]);
      else before.push(site);
    }
  }
  return used;
}

/** A name without the stars that point to a note below the table. */
function withoutMark(name: string): string {
  let end = name.length;
  while (name[end - 1] === '*') end--;
  return name.slice(0, end);
}
