import { dateIn } from '../dates.ts';
import { problem, type Line } from '../problem.ts';

/** What the head of a Vivado report says. */
export interface VivadoHeader {
  readonly version: string;
  readonly command: string;
  readonly design?: string;
  readonly part?: string;
  readonly date?: string;
  readonly state: string;
}

const KEYS = ['Tool Version', 'Date', 'Command', 'Design', 'Device', 'Design State'] as const;

/**
 * Reads the head of a Vivado report.
 *
 * @throws InputError where it has none, or the text holds several reports
 */
export function vivadoHeader(lines: readonly Line[]): VivadoHeader {
  const found = new Map<string, string>();
  let first: Line | undefined;
  for (const line of lines) {
    if (!line.text.startsWith('| ')) continue;
    const colon = line.text.indexOf(':');
    const key = line.text.slice(2, Math.max(2, colon)).trim();
    if (colon < 0 || !(KEYS as readonly string[]).includes(key)) continue;
    if (key === 'Tool Version') {
      if (first !== undefined) {
        const message = `a second report begins here, after the one in line ${first.number}`;
        throw problem(message, line, { expected: 'one report a file' });
      }
      first = line;
    }
    if (found.has(key)) throw problem(`the head says ${key} twice`, line);
    found.set(key, line.text.slice(colon + 1).trim());
  }
  if (first === undefined) {
    const expected = 'a head with | Tool Version : Vivado v.…';
    throw problem('this is no report of Vivado', lines[0], { expected });
  }
  const tool = found.get('Tool Version') ?? '';
  const version = /^Vivado v\.(\d{4}\.\d+(?:\.\d+)?)(?=$|[ _])/.exec(tool)?.[1];
  if (version === undefined) {
    throw problem('the version of the tool is not known', first, { expected: 'Vivado v.2023.2' });
  }
  const [design, part] = [found.get('Design'), found.get('Device')];
  const date = dateIn(found.get('Date') ?? '');
  return {
    version,
    command: found.get('Command') ?? '',
    state: found.get('Design State') ?? '',
    ...(design === undefined ? {} : { design }),
    ...(part === undefined ? {} : { part }),
    ...(date === undefined ? {} : { date }),
  };
}

/** Whether a state of a design means that it is routed. */
export function isRouted(state: string): boolean {
  return state === 'Routed' || state === 'Physopt postRoute';
}

/** What a row says of the state of its design: timing reports up to Vivado 2022.2 state none. */
export function stateNote(state: string): string {
  return state === '' ? 'design state not stated, taken as not routed' : `design state ${state}`;
}

/**
 * Checks that every section that the table of contents lists is there: the end of a report may be
 * missing without a trace otherwise.
 *
 * @throws InputError for the first one that is not
 */
export function checkContents(lines: readonly Line[]): void {
  const at = lines.findIndex(({ text }) => text.trim() === 'Table of Contents');
  if (at < 0) return;
  const listed: Line[] = [];
  let i = at + 2;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || !/^\d/.test(line.text)) break;
    listed.push(line);
  }
  const later = new Set(lines.slice(i).map(({ text }) => text.trim()));
  for (const line of listed) {
    if (later.has(line.text.trim())) continue;
    throw problem('the report is cut: this section of its contents is missing', line);
  }
}
