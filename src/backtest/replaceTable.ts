const BEGIN = '<!-- backtest: written by scripts/backtest.mjs -->\n\n';
const END = '\n<!-- end of backtest -->';

/** A document with another table between its marks. */
export function replaceTable(document: string, table: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('the document has no marks for the table');
  return document.slice(0, begin + BEGIN.length) + table + document.slice(end);
}
