import { fstatSync, readSync } from 'node:fs';
import { InputError } from '../../issues/issue.ts';

/** Longest line that is looked for. */
const LONGEST_LINE = 1_048_576;

/** The end of a file of lines. */
export interface LastLine {
  /** The last line that is complete, without its line feed; empty where there is none. */
  readonly line: string;
  /** Where it ends, its line feed included. */
  readonly end: number;
  /** Whether the file begins with a text. */
  readonly begins: (text: string) => boolean;
}

/**
 * The last complete line of an open file.
 *
 * @throws InputError where a line is longer than any row
 */
export function lastLine(handle: number, file: string): LastLine {
  const { size } = fstatSync(handle);
  const from = Math.max(0, size - 2 * LONGEST_LINE);
  const tail = read(handle, from, size - from);
  const last = tail.lastIndexOf(0x0a);
  const before = last < 0 ? -1 : tail.lastIndexOf(0x0a, last - 1);
  if (from > 0 && (last < 0 || before < 0)) {
    const message = 'the file has lines that are longer than any row';
    throw new InputError([{ code: 'damaged', message, file }]);
  }
  return {
    line: last <= 0 ? '' : tail.subarray(before + 1, last).toString('utf8'),
    end: from + last + 1,
    begins: (text) => {
      const bytes = Buffer.from(text);
      return read(handle, 0, bytes.length).equals(bytes);
    },
  };
}

function read(handle: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(handle, buffer, done, length - done, from + done);
    if (count === 0) break;
    done += count;
  }
  return buffer.subarray(0, done);
}
