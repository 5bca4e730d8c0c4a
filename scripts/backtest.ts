import { readFileSync, writeFileSync } from 'node:fs';
import { backtest } from '../src/backtest/backtest.ts';
import { loadPublished } from '../src/backtest/load.ts';
import { recordCsv, recordMarkdown } from '../src/backtest/record.ts';
import { replaceTable } from '../src/backtest/replaceTable.ts';
import { readFiles } from '../src/builtin/readFiles.ts';

/**
 * Writes `datasets/backtest.csv` and the table of `src/backtest/README.md` from a fresh backtest.
 *
 * @param root directory of `models/` and `datasets/`
 */
export function record(root: string): void {
  const result = backtest(readFiles(root), loadPublished(`${root}datasets/published`));
  writeFileSync(`${root}datasets/backtest.csv`, recordCsv(result));
  const readme = `${root}src/backtest/README.md`;
  writeFileSync(readme, replaceTable(readFileSync(readme, 'utf8'), recordMarkdown(result)));
}
