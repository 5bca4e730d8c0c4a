import { createHash } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile } from '../../src/files/readTextFile.ts';
import { writeFileWhole } from '../../src/files/writeFile.ts';

let scratch = '';
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'emuprove-'));
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A file of that size without any content on the disk. */
function sparse(size: number): string {
  const path = join(scratch, `sparse-${size}`);
  const handle = openSync(path, 'w');
  ftruncateSync(handle, size);
  closeSync(handle);
  return path;
}

describe('readTextFile', () => {
  it('reads text, and the SHA-256 of its bytes', () => {
    const path = join(scratch, 'a.csv');
    const bytes = Buffer.from('\ufeffid,größe\n');
    writeFileSync(path, bytes);
    expect(readTextFile(path)).toEqual({
      ok: true,
      text: 'id,größe\n',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('reads an empty file', () => {
    const path = join(scratch, 'empty');
    writeFileSync(path, '');
    expect(readTextFile(path)).toMatchObject({ ok: true, text: '' });
  });

  it.each([
    [
      'that does not exist',
      (): string => join(scratch, 'none.csv'),
      'file-missing',
      'there is no such file',
    ],
    [
      'that is a directory',
      (): string => scratch,
      'file-directory',
      'this is a directory, not a file',
    ],
    [
      'below a file',
      (): string => join(sparse(1), 'x'),
      'file-missing',
      'the file can not be read (ENOTDIR)',
    ],
    [
      'with a NUL in its name',
      (): string => `${scratch}/a\0b`,
      'file-missing',
      'the file can not be read (ERR_INVALID_ARG_VALUE)',
    ],
  ])('refuses one %s', (_, path, code, message) => {
    expect(readTextFile(path(), 'shown.csv')).toEqual({
      ok: false,
      issues: [{ code, message, file: 'shown.csv' }],
    });
  });

  it('refuses 100 MB, before reading them', () => {
    const size = 100 * 1024 * 1024;
    const path = sparse(size);
    const before = process.memoryUsage().arrayBuffers;
    expect(readTextFile(path, 'big.csv')).toEqual({
      ok: false,
      issues: [
        {
          code: 'file-too-large',
          message: 'the file is too large',
          expected: 'at most 16777216 bytes',
          received: String(size),
          file: 'big.csv',
        },
      ],
    });
    // Nothing of that size was ever held.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(size / 4);
  });

  it('reads a file just as large as may be', () => {
    const path = join(scratch, 'limit');
    writeFileSync(path, 'x'.repeat(16 * 1024 * 1024));
    expect(readTextFile(path).ok).toBe(true);
    writeFileSync(path, 'x'.repeat(16 * 1024 * 1024 + 1));
    expect(readTextFile(path)).toMatchObject({ issues: [{ code: 'file-too-large' }] });
  });

  it('refuses a binary file with its name', () => {
    expect(readTextFile(sparse(1000), 'b.bin')).toMatchObject({
      issues: [{ code: 'file-not-text', file: 'b.bin', received: 'a NUL byte at offset 0' }],
    });
  });
});

describe('writeFileWhole', () => {
  it('writes text and bytes, and replaces what was there', () => {
    const path = join(scratch, 'out.json');
    writeFileWhole(path, 'first, rather long');
    writeFileWhole(path, 'second');
    expect(readFileSync(path, 'utf8')).toBe('second');
    writeFileWhole(path, Uint8Array.of(1, 0, 255));
    expect([...readFileSync(path)]).toEqual([1, 0, 255]);
    expect(readdirSync(scratch)).toEqual(['out.json']);
  });

  it('replaces the file at once: who has the old one open keeps reading it', () => {
    const path = join(scratch, 'out.txt');
    writeFileWhole(path, 'old');
    const handle = openSync(path, 'r');
    writeFileWhole(path, 'new');
    expect(readFileSync(handle, 'utf8')).toBe('old');
    closeSync(handle);
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('leaves nothing behind where the directory does not exist', () => {
    expect(() => {
      writeFileWhole(join(scratch, 'none', 'out.txt'), 'x');
    }).toThrow(/ENOENT/);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('leaves nothing behind where the name is that of a directory', () => {
    mkdirSync(join(scratch, 'taken'));
    writeFileSync(join(scratch, 'taken', 'inside'), 'kept');
    expect(() => {
      writeFileWhole(join(scratch, 'taken'), 'x');
    }).toThrow();
    expect(readdirSync(scratch)).toEqual(['taken']);
    expect(readdirSync(join(scratch, 'taken'))).toEqual(['inside']);
  });

  it('leaves the old file as it was where writing fails', () => {
    const path = join(scratch, 'out.txt');
    writeFileWhole(path, 'old');
    expect(() => {
      writeFileWhole(path, { toString: () => 'x' } as unknown as string);
    }).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(scratch)).toEqual(['out.txt']);
  });
});
