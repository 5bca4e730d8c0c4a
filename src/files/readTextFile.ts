import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Issue } from '../issues/issue.ts';
import { decodeText } from './decode.ts';

/** Largest input file. The largest of ours has 150 kB; a wrong file is refused before it is read. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** A text file and the SHA-256 of its bytes, or why it can not be had. */
export type TextFile =
  | { readonly ok: true; readonly text: string; readonly sha256: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads an untrusted text file.
 *
 * @param path where it is; `-` is standard input
 * @param file its name for messages
 * @param otherwise encoding of what is not UTF-8; an issue where left out
 */
export function readTextFile(
  path: string,
  file: string = path,
  otherwise?: 'windows-1252',
): TextFile {
  const refuse = (issue: Issue): TextFile => ({ ok: false, issues: [{ ...issue, file }] });
  let bytes: Uint8Array;
  try {
    const stat = path === '-' ? undefined : statSync(path);
    if (stat?.isDirectory() === true) {
      return refuse({ code: 'file-directory', message: 'this is a directory, not a file' });
    }
    if (stat?.isCharacterDevice() === true && path !== '/dev/stdin') {
      return refuse({ code: 'file-device', message: 'this is a device, not a file' });
    }
    if ((stat?.size ?? 0) > LARGEST_FILE) return refuse(tooLarge(stat?.size ?? 0));
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    const { code } = error as { code?: string };
    const message =
      code === 'ENOENT'
        ? 'there is no such file'
        : `the file can not be read (${code ?? 'unknown'})`;
    return refuse({ code: 'file-missing', message });
  }
  if (bytes.length > LARGEST_FILE) return refuse(tooLarge(bytes.length));
  const decoded = decodeText(bytes, file, otherwise);
  if (!decoded.ok) return decoded;
  return { ok: true, text: decoded.text, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function tooLarge(size: number): Issue {
  return {
    code: 'file-too-large',
    message: 'the file is too large',
    expected: `at most ${LARGEST_FILE} bytes`,
    received: `${size}`,
  };
}
