import { quote } from '../../issues/quote.ts';
import { problem, type Line } from '../problem.ts';
import { plain } from './json.ts';
import type { Module, Modules } from './modules.ts';
import { readStatRow, statHeader, type StatColumns } from './statRow.ts';

const PRINTED = 'Printing statistics.';
const HIERARCHY = 'design hierarchy';

/** The next pass of a log, or its end: statistics stop there. */
const AFTER = /^(?:\d{1,6}(?:\.\d{1,6}){0,6}\. [A-Z]|End of script|Warnings: )/;

const AREA = /^Chip area for (top )?module '([^']{1,2000})': ([\d.]{1,40})$/;
const NO_AREA = /^Area for cell type (\S{1,2000}) is unknown!$/;
const ESTIMATE = /^(?:Estimated number of |of which used for )/;

/** A block of statistics while it is read. */
interface Block {
  readonly name: string;
  readonly line: Line;
  readonly cells: Map<string, number>;
  /** How many cells and modules are stated, of which the list is checked. */
  stated?: { readonly count: number; readonly line: Line };
  listed: number;
  area?: number;
  columns?: StatColumns;
}

/**
 * Reads the text of `stat`, by itself or in a log, as versions before and after 0.50 print it.
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
      names.add(name);
      blocks.push({ name, line, cells: new Map(), listed: 0 });
    } else if (block === undefined) {
      // Before the first module of a text without its head there may be anything.
      continue;
    } else if (text !== '') readLine(block, line, text, noArea);
  }
  if (blocks.length === 0) {
    const expected = 'modules, as in === top ===';
    throw problem('this is no stat of Yosys', lines[0], { expected });
  }
  for (const block of blocks) checkBlock(block);
  return modulesOf(blocks, noArea);
}

function readLine(block: Block, line: Line, text: string, noArea: Set<string>): void {
  const header = statHeader(text);
  if (header !== undefined) {
    block.columns = [...(block.columns ?? []), ...header];
    return;
  }
  const [, , , area] = AREA.exec(text) ?? [];
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
  const row = readStatRow(line, block.columns);
  if (row.kind === 'other') return;
  if (row.kind === 'total') {
    checkBlock(block);
    block.stated = { count: row.count, line };
    block.listed = 0;
    return;
  }
  // Above the counts of a hierarchy stand its modules, the first of them its top.
  if (block.stated === undefined) {
    if (block.name !== HIERARCHY) throw problem('a cell stands before the number of cells', line);
    if (block.cells.size === 0) block.cells.set(plain(row.type), 0);
    return;
  }
  const type = plain(row.type);
  block.listed += row.count;
  if (block.name === HIERARCHY) return;
  if (block.cells.has(type)) throw problem(`${quote(text)} stands twice`, line);
  block.cells.set(type, row.count);
}

/** What is listed is what is stated, or the list is cut. */
function checkBlock({ stated, listed, name }: Block): void {
  if (stated === undefined || stated.count === listed) return;
  const message = `${quote(name)}: ${stated.count} cells are stated and ${listed} listed`;
  throw problem(message, stated.line);
}

function modulesOf(blocks: readonly Block[], noArea: ReadonlySet<string>): Modules {
  const hierarchy = blocks.find(({ name }) => name === HIERARCHY);
  const modules = new Map<string, Module>();
  for (const { name, cells, area, stated, line } of blocks) {
    if (name === HIERARCHY) continue;
    if (stated === undefined) throw problem('it is not said how many cells there are', line);
    modules.set(plain(name), { cells, ...(area === undefined ? {} : { area }) });
  }
  const black = [...noArea].find((type) => !modules.has(type));
  if (black !== undefined) {
    const message = `the library has no area for the cell ${quote(black)}`;
    throw problem(message, undefined, { expected: 'a library with every cell, or no such cell' });
  }
  const [top] = hierarchy?.cells.keys() ?? [];
  if (hierarchy !== undefined && hierarchy.stated === undefined) {
    throw problem('the report is cut in the hierarchy of the design', hierarchy.line);
  }
  return {
    modules,
    ...(top === undefined ? {} : { top }),
    total: {
      ...(hierarchy?.stated === undefined ? {} : { cells: hierarchy.stated.count }),
      ...(hierarchy?.area === undefined ? {} : { area: hierarchy.area }),
    },
  };
}

/** `top` of `=== top ===`. */
function blockName(text: string): string | undefined {
  if (text.length < 9 || !text.startsWith('=== ') || !text.endsWith(' ===')) return undefined;
  return text.slice(4, -4).trim();
}
