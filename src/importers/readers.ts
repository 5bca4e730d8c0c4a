import { InputError } from '../issues/issue.ts';
import { readNextpnr } from './nextpnr/read.ts';
import { readFit } from './quartus/fit.ts';
import { readSta } from './quartus/sta.ts';
import { problem } from './problem.ts';
import type { Report, ReportOptions, ReportReader } from './types.ts';
import { readTiming } from './vivado/timing.ts';
import { readUtilization } from './vivado/utilization.ts';
import { readLiberty, readStat } from './yosys/read.ts';

/** Readers of the formats whose reports become rows, by the id of the format. */
export const READERS: Readonly<Record<string, ReportReader>> = {
  'vivado-utilization': readUtilization,
  'vivado-timing': readTiming,
  'quartus-fit': readFit,
  'quartus-sta': readSta,
  'yosys-stat': readStat,
  'yosys-liberty': readLiberty,
  nextpnr: readNextpnr,
};

/** An area in JSON that is not 0, which `stat -hierarchy` writes where there is no library. */
const JSON_AREA = /"area": {0,20}"?(?:0\.0{0,20})?[1-9]/;

/** What only reports of a format have in them; a text that has marks of two is not recognised. */
const MARKS: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'vivado-timing': ['| Intra Clock Table'],
  'vivado-utilization': ['| Site Type', 'Utilization Design Information', '| Instance '],
  'quartus-fit': ['Fitter Status', '; Fitter Summary'],
  'quartus-sta': ['Fmax Summary'],
  'yosys-liberty': ['Chip area for ', JSON_AREA],
  'yosys-stat': [
    'Number of cells:',
    '"num_cells_by_type"',
    'Local Count, excluding submodules',
    'Count including submodules',
  ],
  nextpnr: ['Info: Device utilisation:', '"utilization"'],
};

/** Formats that another one of the same tool includes. */
const PREFERRED: Readonly<Record<string, string>> = { 'yosys-stat': 'yosys-liberty' };

/**
 * Recognises the format of a report by what stands in it.
 *
 * @throws InputError where it is none or not clear
 */
export function recognise(text: string): string {
  const found = Object.entries(MARKS).flatMap(([format, marks]) =>
    marks.some((mark) => (typeof mark === 'string' ? text.includes(mark) : mark.test(text)))
      ? [format]
      : [],
  );
  const meant = found.filter((format) => !found.includes(PREFERRED[format] ?? ''));
  const [format, ...others] = meant;
  if (format !== undefined && others.length === 0) return format;
  const message =
    format === undefined
      ? 'this is no report that is known'
      : `this could be ${meant.join(' or ')}`;
  throw problem(message, undefined, { expected: `one of ${Object.keys(READERS).join(', ')}` });
}

/**
 * Reads a report.
 *
 * @param format its id, or `auto` to recognise it
 * @throws InputError for a format that there is not, and as the reader of the format
 */
export function readReport(format: string, text: string, options: ReportOptions): Report {
  const id = format === 'auto' ? recognise(text) : format;
  const reader = Object.hasOwn(READERS, id) ? READERS[id] : undefined;
  if (reader === undefined) {
    throw new InputError([{ code: 'unknown-format', message: `there is no format ${id}` }]);
  }
  return reader(text, options);
}
