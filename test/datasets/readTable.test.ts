import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/datasets/readTable.ts';
import { formatIssue } from '../../src/issues/format.ts';
import { HEADER, read, SCHEMA } from '../support/tables.ts';

const GOOD = 'a1,100,250,LUT6,Artix,2024-01,routed,note';

describe('readTable: sound tables', () => {
  it('reads cells by their type, and leaves blank ones out', () => {
    expect(read(GOOD, 'b2,0,,,,,assumed,')).toEqual({
      issues: [],
      rows: [
        {
          key: 'a1',
          line: 2,
          cells: {
            id: 'a1',
            lut: 100,
            clock: 250,
            kind: 'LUT6',
            family: 'Artix',
            date: '2024-01',
            stage: 'routed',
            note: 'note',
          },
        },
        { key: 'b2', line: 3, cells: { id: 'b2', lut: 0, stage: 'assumed' } },
      ],
    });
  });

  it('finds columns by their header, whatever their order', () => {
    const text = 'stage,lut,id\nrouted,5,a1\n';
    expect(readTable(text, SCHEMA, 'f').rows).toEqual([
      { key: 'a1', line: 2, cells: { id: 'a1', lut: 5, stage: 'routed' } },
    ]);
  });

  it.each([
    ['CRLF', `${HEADER}\r\n${GOOD}\r\n`],
    ['a BOM', `\ufeff${HEADER}\n${GOOD}\n`],
    ['no final line break', `${HEADER}\n${GOOD}`],
    ['white space around cells', `${HEADER}\n a1 , 100,250 ,LUT6,Artix, 2024-01,routed , note\n`],
    ['quoted cells', `${HEADER}\n"a1","100","250","LUT6","Artix","2024-01","routed","note"\n`],
    ['blank lines at the end', `${HEADER}\n${GOOD}\n\n\n`],
  ])('reads %s', (_, text) => {
    const { rows, issues } = readTable(text, SCHEMA, 'f');
    expect(issues).toEqual([]);
    expect(rows.map(({ cells }) => cells)).toEqual(read(GOOD).rows.map(({ cells }) => cells));
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  it('reads commas, quotes and line breaks within quotes', () => {
    const { rows, issues } = read('a1,1,,,,,routed,"one, ""two""\nthree"', 'b2,x,,,,,routed,');
    expect(rows[0]?.cells['note']).toBe('one, "two"\nthree');
    // The row below stands in line 4.
    expect(issues).toMatchObject([{ row: 4, column: 'lut' }]);
  });

  it('reads a table without rows', () => {
    expect(read()).toEqual({ rows: [], issues: [] });
  });

  it('gives the same rows in whatever order they stand', () => {
    const lines = Array.from({ length: 12 }, (_, i) => `p${i},${i * 10},,,,,routed,n${i}`);
    const sorted = (rows: readonly { key: string; cells: unknown }[]): unknown =>
      rows.map(({ key, cells }) => ({ key, cells })).sort((a, b) => (a.key < b.key ? -1 : 1));
    const expected = sorted(read(...lines).rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 12 }), (shuffled) => {
        expect(sorted(read(...shuffled).rows)).toEqual(expected);
      }),
    );
  });
});

describe('readTable: the header', () => {
  it('names columns that are missing', () => {
    expect(readTable('id,clock\na1,5\n', SCHEMA, 'f.csv')).toMatchObject({
      rows: [],
      issues: [
        { code: 'missing-column', file: 'f.csv', row: 1, column: 'lut' },
        { code: 'missing-column', file: 'f.csv', row: 1, column: 'stage' },
      ],
    });
  });

  it('names columns that are unknown, with the nearest, and that stand twice', () => {
    const { rows, issues } = readTable('id,luts,lut,stage,lut,__proto__\n', SCHEMA, 'f.csv');
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([
      { code: 'unknown-column', position: 2, suggestion: 'lut', row: 1 },
      { code: 'duplicate-column', position: 5, row: 1 },
      { code: 'unknown-column', position: 6 },
    ]);
  });

  it.each([
    ['an empty file', ''],
    ['blank lines', '\n\n'],
    ['a BOM alone', '\ufeff'],
  ])('is missing in %s', (_, text) => {
    expect(readTable(text, SCHEMA, 'f')).toMatchObject({ rows: [], issues: [{ code: 'csv-empty', file: 'f' }] });
  });

  it.each([
    ['JSON', '{"id": "a1"}\n'],
    ['YAML', 'id: a1\nlut: 5\n'],
    ['HTML', '<!DOCTYPE html>\n<html></html>\n'],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\n`],
    ['tabs', `${HEADER.replaceAll(',', '\t')}\n`],
  ])('is refused in %s', (_, text) => {
    const { rows, issues } = readTable(text, SCHEMA, 'f');
    expect(rows).toEqual([]);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(issue).toMatchObject({ file: 'f', row: 1 });
  });
});

describe('readTable: the rows', () => {
  it('reports everything that is wrong, with line and column', () => {
    const { rows, issues } = read(
      'Bad Id,100,250,LUT6,Artix,2024-01,routed,note',
      'c3,-5,0,LUT5,Artix,2024-13,ruted,',
      GOOD,
      'd4,1e999,abc,ALM,,,,',
      ',1.5,6000,ALM,,,routed,',
    );
    expect(rows.map(({ key }) => key)).toEqual(['a1']);
    expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'id', 'cell'],
      [3, 'lut', 'cell'],
      [3, 'clock', 'cell'],
      [3, 'kind', 'cell'],
      [3, 'date', 'cell'],
      [3, 'stage', 'cell'],
      [5, 'lut', 'cell'],
      [5, 'clock', 'cell'],
      [5, 'stage', 'blank'],
      [6, 'id', 'blank'],
      [6, 'lut', 'cell'],
      [6, 'clock', 'cell'],
    ]);
    expect(issues.every(({ file }) => file === 'parts.csv')).toBe(true);
    expect(issues[3]).toMatchObject({ suggestion: 'LUT6', received: 'LUT5' });
    expect(issues[5]).toMatchObject({ suggestion: 'routed' });
  });

  it('says where in words', () => {
    const [issue] = read('c3,-5,,,,,routed,').issues;
    expect(issue && formatIssue(issue)).toBe('parts.csv:2:lut: too small (expected at least 0, received -5)');
  });

  it('reports rows with too many or too few cells, and reads on', () => {
    const { rows, issues } = read('c3,5', GOOD, `${GOOD},more`, 'd4,5,,,,,routed,');
    expect(rows.map(({ key }) => key)).toEqual(['a1', 'd4']);
    expect(issues).toMatchObject([
      { code: 'cells', row: 2, expected: '8', received: '2' },
      { code: 'cells', row: 4, expected: '8', received: '9' },
    ]);
  });

  it('reports a file that ends within a row', () => {
    const text = [HEADER, GOOD, 'b2,5,25'].join('\n');
    expect(readTable(text, SCHEMA, 'f')).toMatchObject({
      rows: [{ key: 'a1' }],
      issues: [{ code: 'cells', row: 3 }],
    });
  });

  it('reports an id that stands twice, with the line of the first', () => {
    const { rows, issues } = read(GOOD, 'b2,1,,,,,routed,', 'a1,7,,,,,routed,');
    expect(rows.map(({ key, cells }) => [key, cells['lut']])).toEqual([
      ['a1', 100],
      ['b2', 1],
    ]);
    expect(issues).toMatchObject([
      { code: 'duplicate', row: 4, column: 'id', message: 'a1 stands already in line 2' },
    ]);
  });

  it('reports a quote that is never closed, with its line', () => {
    const { rows, issues } = read(GOOD, 'b2,5,,,,,routed,"no end', 'c3,5,,,,,routed,');
    expect(rows).toEqual([]);
    expect(issues).toMatchObject([{ code: 'csv', file: 'parts.csv' }]);
    expect(formatIssue(issues[0] ?? { code: '', message: '' })).toMatch(/line 3|:3/);
  });

  it('reports a quote in the middle of a cell', () => {
    const { issues } = read('b2,5,,,,,routed,"a"b', GOOD);
    expect(issues).toMatchObject([{ code: 'csv', row: 2 }]);
  });

  it('reports a record that is too long, without reading it all', () => {
    const { issues } = read(`b2,5,,,,,routed,${'x'.repeat(200_000)}`);
    expect(issues).toMatchObject([{ code: 'csv', file: 'parts.csv' }]);
  });

  it('counts the lines of a file with CRLF and blank lines', () => {
    const text = [HEADER, '', GOOD, '', 'b2,x,,,,,routed,', ''].join('\r\n');
    expect(readTable(text, SCHEMA, 'f')).toMatchObject({
      rows: [{ key: 'a1', line: 3 }],
      issues: [{ row: 5, column: 'lut' }],
    });
  });

  it('never executes or inherits: hostile cells and headers are text or issues', () => {
    const { rows } = read('a1,1,,,constructor,,routed,"=cmd|calc!A1 ${globalThis.x=1} __proto__"');
    expect(rows[0]?.cells['note']).toBe('=cmd|calc!A1 ${globalThis.x=1} __proto__');
    expect(readTable('constructor,id,lut,stage\nx,a,1,routed\n', SCHEMA, 'f').issues).toMatchObject([
      { code: 'unknown-column', position: 1 },
    ]);
  });

  it('never throws, and gives only rows that fit the schema', () => {
    const piece = fc.oneof(
      fc.constantFrom(',', '\n', '"', '\r\n', 'a1', '5', 'routed', '-', '\ufeff', HEADER, GOOD),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, headed) => {
        const text = (headed ? `${HEADER}\n` : '') + pieces.join('');
        const { rows, issues } = readTable(text, SCHEMA, 'f');
        expect(Array.isArray(issues)).toBe(true);
        for (const { key, cells } of rows) {
          expect(key).toMatch(/^[a-z0-9]/);
          expect(Number.isFinite(cells['lut'])).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
