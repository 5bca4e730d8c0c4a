import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIssue, formatIssues, formatPlace } from '../../src/issues/format.ts';
import { InputError, placed } from '../../src/issues/issue.ts';
import { nearest } from '../../src/issues/nearest.ts';
import { quote } from '../../src/issues/quote.ts';

describe('nearest', () => {
  it.each([
    ['crores', ['cores', 'core', 'usable'], 'cores'],
    ['lut', ['ff', 'lut', 'luts'], 'lut'],
    ['LUT', ['ff', 'lut'], 'lut'],
    ['provd_rate', ['segment_rate', 'proved_rate'], 'proved_rate'],
    ['xyz', ['cores', 'usable'], undefined],
    ['anything', [], undefined],
    ['', ['a'], 'a'],
    ['x'.repeat(81), ['x'.repeat(80)], undefined],
  ])('of %s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  it('of an unfinished name is the shortest that completes it, whatever the order', () => {
    expect(nearest('binius64', ['binius64-rv-universal', 'binius64-rv'])).toBe('binius64-rv');
    expect(nearest('binius64', ['binius64-rv', 'binius64-rv-universal'])).toBe('binius64-rv');
  });

  it('takes the first of several that are equally near', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  });

  it('of a name among names that hold it is the name', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 10 }), {
          minLength: 1,
          selector: (s) => s.toLowerCase(),
        }),
        (names) => {
          for (const name of names) expect(nearest(name, names)).toBe(name);
        },
      ),
    );
  });
});

describe('quote', () => {
  it('escapes what could forge a terminal or a reading direction', () => {
    expect(quote('a\u001b[2Jb\r\nc\u0000d')).toBe('a\\u001b[2Jb\\u000d\\u000ac\\u0000d');
    expect(quote('\u202eevil\u2066x\u200b\ufeff')).toBe('\\u202eevil\\u2066x\\u200b\\ufeff');
  });

  it('cuts long text and says how long it was', () => {
    expect(quote('x'.repeat(200))).toBe(`${'x'.repeat(60)}… (200 characters)`);
    expect(quote('x'.repeat(60))).toBe('x'.repeat(60));
  });

  it.each([
    [5, '5'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{ a: 1 }, '{"a":1}'],
    [[1, 'x'], '[1,"x"]'],
    [true, 'true'],
  ])('of %j', (value, expected) => {
    expect(quote(value)).toBe(expected);
  });

  it('holds no control character, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quote(text)).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u);
        expect(quote(text).length).toBeLessThan(500);
      }),
    );
  });
});

describe('placed', () => {
  it('adds what an issue does not know, and leaves what it knows', () => {
    const issue = { code: 'c', message: 'm', path: 'own' };
    expect(placed([issue], { file: 'f', path: 'outer' })).toEqual([{ ...issue, file: 'f' }]);
  });
});

describe('format', () => {
  it('a place, as far as it is known', () => {
    expect(formatPlace({ code: '', message: '', file: 'a.csv', row: 3, column: 'lut' })).toBe(
      'a.csv:3:lut',
    );
    expect(
      formatPlace({
        code: '',
        message: '',
        file: 'm.yaml',
        path: 'quantities.x.formula',
        position: 7,
      }),
    ).toBe('m.yaml:quantities.x.formula:position 7');
    expect(formatPlace({ code: '', message: '' })).toBe('');
  });

  it('an issue as one line', () => {
    expect(
      formatIssue({
        code: 'c',
        message: 'wrong',
        file: 'f',
        expected: 'a',
        received: 'b',
        suggestion: 'aa',
      }),
    ).toBe('f: wrong (expected a, received b); did you mean aa?');
    expect(formatIssue({ code: 'c', message: 'wrong' })).toBe('wrong');
    expect(formatIssue({ code: 'c', message: 'wrong', received: 'b' })).toBe('wrong (received b)');
  });

  it('many issues as twenty lines and the number of the rest', () => {
    const many = Array.from({ length: 23 }, (_, i) => ({ code: 'c', message: `m${i}` }));
    const lines = formatIssues(many).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('… and 3 more');
    expect(formatIssues(many.slice(0, 20)).split('\n')).toHaveLength(20);
  });

  it('an InputError tells all of its issues', () => {
    const error = new InputError([
      { code: 'c', message: 'one' },
      { code: 'c', message: 'two' },
    ]);
    expect(error.message).toBe('one\ntwo');
    expect(error.issues).toHaveLength(2);
  });
});
