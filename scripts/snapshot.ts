import { readFileSync } from 'node:fs';
import { loadPublished } from '../src/backtest/load.ts';
import { toSnapshot } from '../src/builtin/builtin.ts';
import { readFiles } from '../src/builtin/readFiles.ts';
import { validateBuiltin } from '../src/builtin/validate.ts';
import { InputError } from '../src/issues/issue.ts';
import { formatIssues } from '../src/issues/format.ts';
import { advanceWidths } from '../src/report/render/advanceWidths.ts';
import { toRuns } from '../src/report/render/widthRuns.ts';

/**
 * Everything that ships as JSON text.
 *
 * @param root directory of `models/` and `datasets/`
 */
export function snapshot(root: string): string {
  return told(() => {
    const builtin = readFiles(root);
    const issues = validateBuiltin(builtin).flatMap((validation) => validation.issues);
    if (issues.length > 0) throw new InputError(issues);
    return JSON.stringify(toSnapshot(builtin));
  });
}

/** The published results as JSON text, for the same directory. */
export function published(root: string): string {
  return told(() => JSON.stringify(loadPublished(`${root}datasets/published`)));
}

/**
 * How wide the characters of charts are, as JSON text.
 *
 * @param fonts paths of the font files
 */
export function widths(fonts: Readonly<Record<'regular' | 'bold', string>>): string {
  const runs = ([weight, path]: [string, string]): [string, unknown] => [
    weight,
    toRuns(advanceWidths(readFileSync(path))),
  ];
  return JSON.stringify(Object.fromEntries(Object.entries(fonts).map(runs)));
}

/** Does what may find something wrong, and says all of that. */
function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) console.error(formatIssues(error.issues));
    throw error;
  }
}
