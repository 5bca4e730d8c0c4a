import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROW_TYPES, rowTypes } from '../../scripts/rowTypes.ts';
import { evaluate, loadBuiltin, resolveScenario, type Loaded } from '../../src/index.ts';
import {
  provenanceOf,
  readRows,
  rowsOf,
  schemaOf,
  tableNames,
  withTables,
  type TableName,
} from '../../src/library/datasets/index.ts';
import { issuesOf } from '../doubt/support.ts';

let data: Loaded;
beforeAll(async () => {
  data = await loadBuiltin();
});

const HEADER = 'id,operation,title,lut_kind,lut,ff,ops_per_clock,stage,rank,source\n';
const unit = (id: string, operation = 'gf128_mul'): string =>
  `${id},${operation},mine,LUT6,2000,100,1,routed,primary,my report\n`;

/** What is wrong, of something that gives a promise. */
async function issuesIn(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return issuesOf(() => {
      throw error;
    });
  }
  throw new Error('there is nothing wrong');
}

it('the types of rows are those of the columns', async () => {
  for (const [name, text] of await rowTypes('./')) {
    expect(readFileSync(`${ROW_TYPES}/${name}`, 'utf8'), name).toBe(text);
  }
});

describe('tables', () => {
  it('are those of the package, with their rows as they are in the files', () => {
    expect(tableNames(data)).toEqual(expect.arrayContaining(['devices', 'cores', 'units']));
    const device = rowsOf(data, 'devices').find(({ id }) => id === 'xcvu9p');
    // The file has it as 1182240 units of the kind LUT6.
    const line = readFileSync('datasets/devices.csv', 'utf8')
      .match(/^xcvu9p,.*$/m)?.[0]
      .split(',');
    expect([device?.lut_kind, device?.lut]).toEqual([line?.[4], Number(line?.[5])]);
    expect(schemaOf(data, 'devices').columns['lut']?.unit).toBe('lut');
  });

  it('have no property where a cell is blank', () => {
    const blank = rowsOf(data, 'devices').filter((row) => !('clock_limit_mhz' in row));
    expect(blank.length).toBeGreaterThan(0);
    expect(Object.values(rowsOf(data, 'devices')[0] ?? {})).not.toContain(undefined);
  });

  it('say where a row comes from', () => {
    const lines = readFileSync('datasets/devices.csv', 'utf8').split('\n');
    const found = provenanceOf(data, 'devices', 'xcvu9p');
    expect(lines[found.line - 1]).toMatch(/^xcvu9p,/);
    const bytes = readFileSync('datasets/devices.csv');
    expect(found).toMatchObject({
      key: 'xcvu9p',
      file: 'datasets/devices.csv',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      stage: 'measured',
    });
    expect(found.source).toContain('AMD');
    expect(found.urls[0]).toMatch(/^https:/);
  });

  it('have a provenance for every row', () => {
    for (const name of tableNames(data)) {
      const { key } = schemaOf(data, name);
      for (const row of rowsOf(data, name)) {
        const own = String(row[key as keyof typeof row]);
        expect(provenanceOf(data, name, own).source, `${name} ${own}`).not.toBe('');
      }
    }
  });

  it('are refused where there are none', () => {
    expect(issuesOf(() => rowsOf(data, 'device' as TableName))).toMatchObject([
      { code: 'unknown-table', suggestion: 'devices' },
    ]);
    expect(issuesOf(() => provenanceOf(data, 'devices', 'xcvu9'))).toMatchObject([
      { code: 'unknown-row', file: 'datasets/devices.csv', suggestion: 'xcvu9p' },
    ]);
  });
});

describe('a table of the user', () => {
  it('is read as the typed rows that it has', () => {
    expect(readRows(data, 'units', HEADER + unit('mine'))).toEqual([
      expect.objectContaining({ id: 'mine', lut: 2000, stage: 'routed' }),
    ]);
  });

  it('is refused with everything that is wrong in it, and where', () => {
    const text = `${HEADER}${unit('mine', 'gf128_mull')}${unit('two').replace('2000', '-1')}`;
    expect(issuesOf(() => readRows(data, 'units', text, 'my.csv'))).toMatchObject([
      { code: 'cell', file: 'my.csv', row: 3, column: 'lut', received: '-1' },
      {
        code: 'unknown-reference',
        file: 'my.csv',
        row: 2,
        column: 'operation',
        suggestion: 'gf128_mul',
      },
    ]);
  });

  it('changes what is computed as the same file does, and is left apart from what ships', async () => {
    const text = HEADER + unit('mine');
    const directory = mkdtempSync(join(tmpdir(), 'emuprove-tables-'));
    writeFileSync(join(directory, 'units.csv'), text);
    const own = await withTables(data, { units: text }, directory);
    const read = await loadBuiltin([directory]);
    const of = (from: Loaded): unknown =>
      evaluate(resolveScenario(from, { units: { gf128_mul: 'mine' } }));
    expect(of(own)).toEqual(of(read));
    expect(provenanceOf(own, 'units', 'mine')).toEqual(provenanceOf(read, 'units', 'mine'));
    expect(evaluate(resolveScenario(own)).scenario.command).toContain(`--datasets ${directory}`);
    expect(rowsOf(data, 'units').some(({ id }) => id === 'mine')).toBe(false);
  });

  it('says what it replaces', async () => {
    const [first] = rowsOf(data, 'units');
    const own = await withTables(data, { units: HEADER + unit(first?.id ?? '', first?.operation) });
    expect(own.builtin.user?.[0]?.notices[0]).toBe(`mine/units.csv replaces ${first?.id} of units`);
  });

  it('is not put over what ships where anything is wrong in it', async () => {
    const wrong = withTables(data, { units: HEADER + unit('mine', 'nothing'), cores: '' });
    expect(await issuesIn(wrong)).toMatchObject([
      { code: 'csv-empty', file: 'mine/cores.csv' },
      { code: 'unknown-reference', file: 'mine/units.csv', row: 2 },
    ]);
  });
});
