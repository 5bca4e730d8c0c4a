import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/files/decode.ts';

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  it('decodes UTF-8, with or without a byte order mark', () => {
    expect(decodeText(Buffer.from('größe, 数, 💡\n'), 'f')).toEqual({
      ok: true,
      text: 'größe, 数, 💡\n',
    });
    expect(decodeText(Buffer.from('\ufeffa,b\n'), 'f')).toEqual({ ok: true, text: 'a,b\n' });
    expect(decodeText(new Uint8Array(), 'f')).toEqual({ ok: true, text: '' });
  });

  it.each([
    ['little endian', false],
    ['big endian', true],
  ])('names UTF-16, %s', (_, big) => {
    expect(decodeText(utf16('a,b\n1,2\n', big), 'in.csv')).toEqual({
      ok: false,
      issues: [
        {
          code: 'file-not-text',
          message: 'the file is not text',
          file: 'in.csv',
          expected: 'UTF-8 text',
          received: 'UTF-16',
        },
      ],
    });
  });

  it('gives the place of a NUL byte', () => {
    expect(decodeText(Buffer.from('abc\0def'), 'f')).toMatchObject({
      ok: false,
      issues: [{ code: 'file-not-text', received: 'a NUL byte at offset 3' }],
    });
  });

  it.each([
    ['Latin-1', Buffer.from('größe', 'latin1')],
    ['a character that is cut off', Buffer.from('abc€').subarray(0, 5)],
    ['UTF-16 without Latin letters', utf16('数数', false)],
    ['an overlong form', Uint8Array.of(0xc0, 0xaf)],
    ['a surrogate', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['a byte that UTF-8 never has', Uint8Array.of(0x61, 0xff)],
    ['a PNG file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a gzip file', Uint8Array.of(0x1f, 0x8b, 0x08, 0x01)],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(bytes, 'f')).toMatchObject({
      ok: false,
      issues: [{ code: expect.stringMatching(/^file-(encoding|not-text)$/) as string, file: 'f' }],
    });
  });

  it('is the inverse of encoding, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decodeText(new TextEncoder().encode(text), 'f')).toEqual({ ok: true, text });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoded = decodeText(bytes, 'f');
        expect(decoded.ok || decoded.issues.length === 1).toBe(true);
      }),
    );
  });
});
