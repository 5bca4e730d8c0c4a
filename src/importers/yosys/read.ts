import { quote } from '../../issues/quote.ts';
import { linesOf, problem, type Line } from '../problem.ts';
import type { Report, ReportOptions, ReportReader } from '../types.ts';
import { readStatJson, type StatJson } from './json.ts';
import { chooseModule } from './modules.ts';
import { readStatText } from './text.ts';

/** Reads `stat` of a netlist of an FPGA, as text or JSON. */
export const readStat: ReportReader = (text, options) => read('yosys-stat', text, options);

/** Reads `stat -liberty`, as text or JSON: the area of the cells is what it is read for. */
export const readLiberty: ReportReader = (text, options) => {
  const report = read('yosys-liberty', text, options);
  if (report.netlist?.area !== undefined) return report;
  throw problem('the report states no area', undefined, { expected: 'stat -liberty LIBRARY' });
};

function read(format: string, text: string, { instance }: ReportOptions): Report {
  const lines = linesOf(text);
  const json = text.trimStart().startsWith('{');
  const stat: StatJson = json
    ? readStatJson(text)
    : { ...readStatText(lines), ...logVersion(lines) };
  const { name, noArea, ...netlist } = chooseModule(stat, instance);
  if (noArea !== undefined) {
    const message = `the area of the module ${quote(noArea)} is not stated, or not all of it`;
    throw problem(message, undefined, { expected: 'stat -liberty LIBRARY of the whole design' });
  }
  const blind = 'the JSON of stat does not say whether its library has every cell';
  return {
    format,
    tool: 'Yosys',
    ...(stat.version === undefined ? {} : { version: stat.version }),
    design: stat.top ?? name,
    ...(instance === undefined || name === stat.top ? {} : { instance: name }),
    routed: false,
    netlist,
    notes: json && netlist.area !== undefined ? [blind] : [],
  };
}

/** The version that a log states in its head. */
function logVersion(lines: readonly Line[]): { version?: string } {
  for (const { text } of lines) {
    const version = /^ ?Yosys (\d\S{0,40}) \(git sha1 /.exec(text)?.[1];
    if (version !== undefined) return { version };
  }
  return {};
}
