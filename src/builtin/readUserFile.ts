import { statSync } from 'node:fs';
import { readTextFile, type TextFile } from '../files/readTextFile.ts';
import { shown } from './userFiles.ts';

/** Reads a file of a user's directory; what is neither a file nor a link to one could wait forever. */
export function readUserFile(path: string): TextFile {
  const file = shown(path);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    const message = 'this is no file that can be read';
    return { ok: false, issues: [{ code: 'file-missing', message, file }] };
  }
  return readTextFile(path, file);
}
