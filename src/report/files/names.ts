/** A path without the end that names its format. */
export function baseOf(path: string, end: string): string {
  return path.toLowerCase().endsWith(end) ? path.slice(0, -end.length) : path;
}

/** Path of the file of a chart beside a report. */
export function nameOf(base: string, chart: string, end: string): string {
  return `${base}-${chart}${end}`;
}

/** What a report calls a file that lies beside it. */
export function besideOf(path: string): string {
  return path.replace(/^.*[/\\]/s, '');
}
