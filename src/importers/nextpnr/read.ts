import type { ReportReader } from '../types.ts';
import { readLog } from './log.ts';
import { readReportJson } from './report.ts';

/** Reads what nextpnr wrote: the JSON of `--report`, or its log. */
export const readNextpnr: ReportReader = (text, options) =>
  text.trimStart().startsWith('{') ? readReportJson(text, options) : readLog(text, options);
