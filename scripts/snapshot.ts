import { toSnapshot } from '../src/builtin/builtin.ts';
import { readFiles } from '../src/builtin/readFiles.ts';
import { validateBuiltin } from '../src/builtin/validate.ts';
import { InputError } from '../src/issues/issue.ts';
import { formatIssues } from '../src/issues/format.ts';

/**
 * Everything that ships as JSON text.
 *
 * @param root directory of `models/` and `datasets/`
 */
export function snapshot(root: string): string {
  try {
    const builtin = readFiles(root);
    const issues = validateBuiltin(builtin).flatMap((validation) => validation.issues);
    if (issues.length > 0) throw new InputError(issues);
    return JSON.stringify(toSnapshot(builtin));
  } catch (error) {
    if (error instanceof InputError) console.error(formatIssues(error.issues));
    throw error;
  }
}
