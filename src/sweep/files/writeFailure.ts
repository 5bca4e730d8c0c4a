import { InputError } from '../../issues/issue.ts';

/** What the file system says about a file that can not be written. */
export function writeFailure(file: string, error: unknown): InputError {
  const { code } = error as { code?: string };
  const message = `the file can not be written (${code ?? 'unknown'})`;
  return new InputError([{ code: 'file-write', message, file }]);
}
