import { InputError, type Issue } from '../issues/issue.ts';
import { IMPORT_FORMATS, type ImportFormat } from './registry.ts';
import type { RowKind } from './rowRequest.ts';

/** What an option is about: its words, and whether it does anything for a row or a report. */
interface About {
  readonly words: string;
  readonly row?: readonly RowKind[];
  /** Formats of reports of which one has to be there. */
  readonly report?: (format: ImportFormat) => boolean;
}

const ANY: About = { words: 'a row', row: ['core', 'unit', 'shell'] };
const UNIT: About = { words: 'a unit', row: ['unit'] };
const CORE: About = { words: 'a core', row: ['core'] };
const FPGA: About = { ...ANY, words: 'the row of an FPGA', report: (one) => !isCells(one) };
const CELLS: About = { ...ANY, words: 'a row of standard cells', report: isCells };

/** Formats whose reports become rows. */
const ROW_FORMATS = IMPORT_FORMATS.filter(({ kind }) => kind === 'row');

/** Options of `emuprove import` by their name. */
const OPTIONS: Readonly<Record<string, About>> = {
  instance: { words: 'a report with instances', report: ({ instances }) => instances === true },
  clock: { words: 'a report with clocks', report: ({ clocks }) => clocks === true },
  id: ANY,
  title: ANY,
  operation: UNIT,
  per: UNIT,
  latency: UNIT,
  default: UNIT,
  design: CORE,
  configuration: CORE,
  isa: CORE,
  ipc: CORE,
  coremark: CORE,
  dmips: CORE,
  includes: { words: 'a core or a unit', row: ['core', 'unit'] },
  platform: { words: 'a shell', row: ['shell'] },
  device: FPGA,
  family: FPGA,
  node: CELLS,
  nand2: CELLS,
  datasets: ANY,
  replace: ANY,
};

/**
 * Refuses every option that would change nothing: whoever gives it expects that it does.
 *
 * @param given options with their values; undefined and false are not given
 * @param formats formats of the reports, by their id
 * @throws InputError with an issue for each of them
 */
export function checkOptions(
  given: Readonly<Record<string, unknown>>,
  as: RowKind | undefined,
  formats: readonly string[],
): void {
  const known = ROW_FORMATS.filter(({ id }) => formats.includes(id));
  const issues: Issue[] = [];
  for (const [name, { words, row, report }] of Object.entries(OPTIONS)) {
    if (given[name] === undefined || given[name] === false) continue;
    const message = `--${name} is about ${words}, and would do nothing here`;
    if (row !== undefined && (as === undefined || !row.includes(as))) {
      issues.push({ code: 'usage', message, expected: `--as ${row.join(' or ')}` });
    } else if (report !== undefined && !known.some(report)) {
      const list = ROW_FORMATS.filter(report).map(({ id }) => id);
      issues.push({ code: 'usage', message, expected: `a report of ${list.join(', ')}` });
    }
  }
  if (as !== undefined && given['replace'] === true && given['datasets'] === undefined) {
    const message = '--replace is about a row that is written, and would do nothing here';
    issues.push({ code: 'usage', message, expected: '--datasets DIR' });
  }
  if (issues.length > 0) throw new InputError(issues);
}

/** Options that a trace that becomes a prover has too. */
const OF_PROVER: readonly string[] = ['datasets', 'replace'];

/**
 * Refuses every option about rows and reports, where a trace becomes a prover.
 *
 * @throws InputError with an issue for each of them
 */
export function checkProverOptions(given: Readonly<Record<string, unknown>>): void {
  const names = ['as', ...Object.keys(OPTIONS)].filter(
    (name) => !OF_PROVER.includes(name) && given[name] !== undefined && given[name] !== false,
  );
  if (names.length === 0) return;
  const message = `--${names.join(', --')} is about a row of a report, and would do nothing here`;
  throw new InputError([{ code: 'usage', message, expected: 'the trace names its prover itself' }]);
}

function isCells({ standardCells }: ImportFormat): boolean {
  return standardCells === true;
}
