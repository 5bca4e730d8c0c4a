import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/datasets/readTable.ts';
import { withRow } from '../../src/importers/rowText.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import { builtin } from '../support/loadScenario.ts';

const table = builtin().datasets.get('units');
if (table === undefined) throw new Error('there are no units');
const { schema } = table;
const row = (id: string, title = 'a unit') => ({
  id,
  operation: 'gf128_mul',
  title,
  lut_kind: 'LUT6',
  lut: 1234.5,
  ops_per_clock: 1,
  stage: 'routed',
  rank: 'primary',
  source: 'a report',
});

const message = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return formatIssues(error.issues);
    throw error;
  }
  throw new Error('there is nothing wrong');
};

describe('a row put into the text of a table', () => {
  it('makes the table where there is none', () => {
    const text = withRow(undefined, schema, row('a'), 'mine/units.csv', false);
    expect(text.split('\n')[0]).toBe(Object.keys(schema.columns).join(','));
    expect(readTable(text, schema, 'x').rows).toMatchObject([{ key: 'a', cells: row('a') }]);
  });

  it('keeps every byte that stands there, also without a last line end and with CRLF', () => {
    const head = 'id,operation,title,lut_kind,lut,ops_per_clock,stage,rank,source\r\n';
    const before = `\ufeff${head}b,gf128_mul,"two\r\nlines",LUT6,1,1,assumed,primary,"a ""source"""`;
    const text = withRow(before, schema, row('a'), 'mine/units.csv', false);
    expect(text.startsWith(`${before}\r\na,`)).toBe(true);
    expect(readTable(text, schema, 'x').rows.map(({ key }) => key)).toEqual(['b', 'a']);
  });

  it('refuses a row that is there, or puts it in its place', () => {
    const one = withRow(undefined, schema, row('a'), 'f', false);
    const two = withRow(one, schema, row('b', 'x, "y"\nz'), 'f', false);
    expect(message(() => withRow(two, schema, row('a'), 'mine/units.csv', false))).toContain(
      'mine/units.csv:2: a stands there already (expected --replace, or another --id)',
    );
    const replaced = withRow(two, schema, row('a', 'newer'), 'f', true);
    expect(replaced).toBe(two.replace('a unit', 'newer'));
    const last = withRow(two, schema, row('b', 'newer'), 'f', true);
    expect(last).toBe(
      one +
        withRow(undefined, schema, row('b', 'newer'), 'f', false).split('\n').slice(1).join('\n'),
    );
  });

  it('refuses a table that is not sound or has no place for a cell', () => {
    expect(message(() => withRow('id,oops\n', schema, row('a'), 'f', false))).toContain('oops');
    const narrow = 'id,operation,title,lut_kind,lut,ops_per_clock,stage,rank,source\n';
    const wide = { ...row('a'), fmax_mhz: 250 };
    expect(message(() => withRow(narrow, schema, wide, 'f', false))).toContain(
      'no column fmax_mhz',
    );
  });

  it('reads again what it wrote, whatever the text', () => {
    const text = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((s) => s.trim() === s && !/^[=+\-@\t\r]/.test(s));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (titles) => {
        const csv = titles.reduce<string | undefined>(
          (before, title, i) => withRow(before, schema, row(`u${i}`, title), 'f', false),
          undefined,
        );
        const { rows, issues } = readTable(csv ?? '', schema, 'f');
        expect(issues).toEqual([]);
        expect(rows.map(({ cells }) => cells['title'])).toEqual(titles);
      }),
    );
  });
});
