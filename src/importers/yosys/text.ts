import { quote } from '../../issues/quote.ts';
import { problem, type Line } from '../problem.ts';
import { plain } from './json.ts';
import { NO_HARDWARE, type Module, type Modules } from './modules.ts';
import { ofAll, readStatRow, statHeader, type StatColumns, type StatTotal } from './statRow.ts';

const PRINTED = 'Printing statistics.';
const HIERARCHY = 'design hierarchy';

/** The next pass of a log, or its end: statistics stop there. */
const AFTER = /^(?:\d{1,6}(?:\.\d{1,6}){0,6}\. [A-Z]|End of script|Warnings: )/;

/** Parameters that are part of the name of a module have an apostrophe. */
const AREA = /^Chip area for (?:top )?module '.{1,4000}': ([\d.]{1,40})$/;
const NO_AREA = /^Area for cell type (\S{1,4000}) is unknown!$/;
const ESTIMATE = /^(?:Estimated number of |of which used for )/;

/** What `stat` writes behind the name of a module of which it counts some cells only. */
const PARTIAL = ' (partially selected)';

/** A number with the list below it, while that is read. */
interface List {
  readonly count: number;
  readonly line: Line;
  listed: number;
}

/** A block of statistics while it is read. */
interface Block {
  readonly name: string;
  readonly line: Line;
  readonly cells: Map<string, number>;
  readonly totals: Map<StatTotal, List>;
  /** The number whose list is read. */
  open?: List;
  area?: number;
  columns?: StatColumns;
}

/**
 * Reads the text of `stat`, by itself or in a log, as versions before and from 0.57 on print it.
 *
 * @throws InputError where it is none, holds several, or does not add up
 */
export function readStatText(lines: readonly Line[]): Modules {
  const printed = lines.filter(({ text }) => text.trimEnd().endsWith(PRINTED));
  const [from, second] = printed;
  if (second !== undefined) {
    const expected = 'one stat a file: tee -o stat.txt stat';
    throw problem('a second stat begins here', second, { expected });
  }
  const blocks: Block[] = [];
  const names = new Set<string>();
  const noArea = new Set<string>();
  for (const line of lines.slice(from?.number ?? 0)) {
    const text = line.text.trim();
    if (AFTER.test(text)) break;
    const name = blockName(text);
    const block = blocks.at(-1);
    if (name !== undefined) {
      if (names.has(name)) {
        throw problem('this module stands twice: two reports in one file', line);
      }
      if (name.endsWith(PARTIAL)) throw problem('only a part of this module is counted', line);
      names.add(name);
      blocks.push({ name, line, cells: new Map(), totals: new Map() });
    } else if (block === undefined) {
      // Before the first module of a text without its head there may be anything.
      continue;
    } else if (text !== '') readLine(block, line, text, noArea);
  }
  if (blocks.length === 0) {
    const expected = 'modules, as in === top ===';
    throw problem('this is no stat of Yosys', lines[0], { expected });
  }
  for (const { name, open } of blocks) checkList(name, open);
  return modulesOf(blocks, noArea);
}

function readLine(block: Block, line: Line, text: string, noArea: Set<string>): void {
  const header = statHeader(text);
  if (header !== undefined) {
    // Above the counts of a hierarchy stands a table of its modules.
    if (header.first && block.columns !== undefined && block.name !== HIERARCHY) {
      throw problem('a second table of this module begins here', line);
    }
    block.columns = [...(header.first ? [] : (block.columns ?? [])), ...header.columns];
    return;
  }
  const area = AREA.exec(text)?.[1];
  if (area !== undefined) {
    if (block.area !== undefined) throw problem('the area stands twice', line);
    block.area = Number(area);
    if (!Number.isFinite(block.area)) throw problem('not an area', line);
    return;
  }
  const unknown = NO_AREA.exec(text)?.[1];
  if (unknown !== undefined) noArea.add(plain(unknown));
  else if (!ESTIMATE.test(text)) readCount(block, line, text);
}

function readCount(block: Block, line: Line, text: string): void {
  const { name, columns, cells, totals } = block;
  const row = readStatRow(line, columns, name === HIERARCHY);
  if (row.kind === 'other') return;
  if (row.kind === 'total') {
    if (totals.has(row.of)) throw problem(`the number of ${row.of} stands twice`, line);
    checkList(name, block.open);
    block.open = { count: row.count, line, listed: 0 };
    totals.set(row.of, block.open);
    return;
  }
  const type = plain(row.type);
  // Above the counts of a hierarchy stand its modules, the first of them its top.
  if (block.open === undefined) {
    if (name !== HIERARCHY) throw problem('a cell stands before the number of cells', line);
    if (cells.size === 0) cells.set(type, 0);
    return;
  }
  block.open.listed += row.count;
  if (name === HIERARCHY) return;
  if (cells.has(type)) throw problem(`${quote(text)} stands twice`, line);
  cells.set(type, row.count);
}

/** What is listed is what is stated, or the list is cut. */
function checkList(name: string, open: List | undefined): void {
  if (open === undefined || open.count === open.listed) return;
  const message = `${quote(name)}: ${open.count} are stated and ${open.listed} listed`;
  throw problem(message, open.line);
}

function modulesOf(blocks: readonly Block[], noArea: ReadonlySet<string>): Modules {
  const hierarchy = blocks.find(({ name }) => name === HIERARCHY);
  const modules = new Map<string, Module>();
  for (const block of blocks) {
    if (block === hierarchy) continue;
    // A number of 0 is left out where there are columns; or the report is cut above it.
    if (!block.totals.has('cells') && (block.columns === undefined || block === blocks.at(-1))) {
      throw problem('it is not said how many cells there are', block.line);
    }
    modules.set(plain(block.name), moduleOf(block));
  }
  const black = [...noArea].find((type) => !modules.has(type) && !NO_HARDWARE.has(type));
  if (black !== undefined) {
    const message = `the library has no area for the cell ${quote(black)}`;
    throw problem(message, undefined, { expected: 'a library with every cell, or no such cell' });
  }
  const [top] = hierarchy?.cells.keys() ?? [];
  const cells = hierarchy?.totals.get('cells')?.count;
  if (hierarchy !== undefined && cells === undefined) {
    throw problem('the report is cut in the hierarchy of the design', hierarchy.line);
  }
  return {
    modules,
    ...(top === undefined ? {} : { top }),
    total: {
      ...(cells === undefined ? {} : { cells }),
      ...(hierarchy?.area === undefined ? {} : { area: hierarchy.area }),
    },
  };
}

function moduleOf({ cells, totals, columns, area }: Block): Module {
  const apart = totals.get('submodules')?.count ?? (columns === undefined ? undefined : 0);
  return {
    cells,
    ...(apart === undefined ? {} : { apart }),
    ...(area === undefined ? {} : { area, areaOfAll: ofAll(columns) }),
  };
}

/** `top` of `=== top ===`. */
function blockName(text: string): string | undefined {
  if (text.length < 9 || !text.startsWith('=== ') || !text.endsWith(' ===')) return undefined;
  return text.slice(4, -4).trim();
}
