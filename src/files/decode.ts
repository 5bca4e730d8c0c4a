import type { Issue } from '../issues/issue.ts';

/** The text of a file, or why it is none. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Decodes the bytes of an untrusted text file: UTF-8 with or without a byte order mark.
 *
 * @param file name for messages
 * @param otherwise encoding of what is not UTF-8; an issue where left out
 */
export function decodeText(bytes: Uint8Array, file: string, otherwise?: 'windows-1252'): Decoded {
  const refuse = (code: string, message: string, expected: string, received: string): Decoded => ({
    ok: false,
    issues: [{ code, message, file, expected, received }],
  });
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const utf16 =
      (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const received = utf16 ? 'UTF-16' : `a NUL byte at offset ${nul}`;
    return refuse('file-not-text', 'the file is not text', 'UTF-8 text', received);
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    if (otherwise !== undefined) {
      return { ok: true, text: new TextDecoder(otherwise).decode(bytes) };
    }
    return refuse('file-encoding', 'the file is not valid UTF-8', 'UTF-8 text', 'another encoding');
  }
}
