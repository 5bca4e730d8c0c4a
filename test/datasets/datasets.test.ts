import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkRefs } from '../../src/datasets/checkRefs.ts';
import { loadDatasets } from '../../src/datasets/load.ts';
import { readSchema } from '../../src/datasets/readSchema.ts';
import { numberIn, textIn, type Datasets, type TableSchema } from '../../src/datasets/types.ts';
import { parseUnitName } from '../../src/formula/parseUnitName.ts';
import { tableOf } from '../support/tables.ts';

const { datasets, issues } = loadDatasets('datasets');
const schemas = readSchema(readFileSync('datasets/columns.yaml', 'utf8'));

describe('checkRefs', () => {
  const families: TableSchema = {
    file: 'families.csv',
    key: 'family',
    meaning: '',
    columns: { family: { type: 'text', meaning: '', required: true } },
  };
  const devices: TableSchema = {
    file: 'devices.csv',
    key: 'id',
    meaning: '',
    columns: {
      id: { type: 'id', meaning: '', required: true },
      family: { type: 'ref', table: 'families', meaning: '' },
    },
  };
  const of = (rows: string): Datasets =>
    new Map([
      ['families', tableOf('families', families, 'family\nAMD Artix-7\nIntel Agilex\n')],
      ['devices', tableOf('devices', devices, `id,family\n${rows}`)],
    ]);

  it('finds the row, and lets blanks be', () => {
    expect(checkRefs(of('a,AMD Artix-7\nb,\nc,Intel Agilex\n'))).toEqual([]);
  });

  it('reports those that find none, with line, column and the nearest', () => {
    expect(checkRefs(of('a,AMD Artix-8\nb,AMD Artix-7\nc,constructor\n'))).toMatchObject([
      {
        code: 'unknown-reference',
        file: 'devices.csv',
        row: 2,
        column: 'family',
        suggestion: 'AMD Artix-7',
      },
      { row: 4, message: 'there is no row constructor in families' },
    ]);
  });
});

describe('loadDatasets', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'emuprove-'));
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });
  const changed = (name: string, file: string, change: (text: string) => string | Uint8Array): unknown => {
    const directory = join(scratch, name);
    cpSync('datasets', directory, { recursive: true });
    writeFileSync(join(directory, file), change(readFileSync(join(directory, file), 'utf8')));
    return loadDatasets(directory).issues;
  };

  it('reports a table that is missing and one that is binary, and loads the others', () => {
    const directory = join(scratch, 'missing');
    cpSync('datasets', directory, { recursive: true });
    rmSync(join(directory, 'prices.csv'));
    writeFileSync(join(directory, 'fill_clock.csv'), Uint8Array.of(0x89, 0x50, 0, 0));
    const loaded = loadDatasets(directory);
    expect(loaded.issues).toMatchObject([
      { code: 'file-not-text', file: 'fill_clock.csv' },
      { code: 'file-missing', file: 'prices.csv' },
    ]);
    expect(loaded.datasets.get('devices')?.rows.length).toBe(datasets.get('devices')?.rows.length);
  });

  it('reports a platform whose device does not exist', () => {
    expect(changed('ref', 'platforms.csv', (text) => text.replace(',xcvu13p,', ',xcvu13q,'))).toMatchObject([
      { code: 'unknown-reference', file: 'platforms.csv', column: 'device', suggestion: 'xcvu13p' },
    ]);
  });

  it('reports a unit whose operation is not known', () => {
    expect(changed('op', 'units.csv', (text) => text.replace(',gf128_mul,', ',gf128_mull,'))).toMatchObject([
      { code: 'unknown-reference', file: 'units.csv', column: 'operation', suggestion: 'gf128_mul' },
    ]);
  });

  it('reports a table that ends within a row', () => {
    const found = changed('cut', 'cores.csv', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 40));
    expect(found).toMatchObject([{ code: 'cells', file: 'cores.csv' }]);
  });

  it('gives the SHA-256 of the bytes that were read', () => {
    for (const { sha256 } of datasets.values()) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([...datasets.values()].map(({ sha256 }) => sha256)).size).toBe(datasets.size);
  });
});

describe('the data sets that ship', () => {
  it('have no issue', () => {
    expect(issues).toEqual([]);
  });

  it('are all there, with rows', () => {
    expect([...datasets.keys()].sort()).toEqual(Object.keys(schemas).sort());
    for (const [id, { rows }] of datasets) expect([id, rows.length > 0]).toEqual([id, true]);
  });

  it('give every row its source and its stage', () => {
    for (const [id, { rows }] of datasets) {
      for (const row of rows) {
        const known = [textIn(row, 'source'), textIn(row, 'stage'), textIn(row, 'rank')];
        expect([id, row.key, known.every((text) => text !== undefined && text !== '')]).toEqual([id, row.key, true]);
      }
    }
  });

  it('have units that the formula language knows', () => {
    for (const [id, { columns }] of Object.entries(schemas)) {
      for (const [name, { unit = '', type }] of Object.entries(columns)) {
        expect([id, name, parseUnitName(unit) !== undefined]).toEqual([id, name, true]);
        if (unit !== '') expect([id, name, type]).toEqual([id, name, 'number']);
      }
    }
    for (const row of datasets.get('prices')?.rows ?? []) {
      expect(parseUnitName(textIn(row, 'unit') ?? '?')).toBeDefined();
    }
  });

  it('have ranges that enclose their value', () => {
    for (const [id, { rows, schema }] of datasets) {
      for (const row of rows) {
        for (const name of Object.keys(schema.columns)) {
          const single = name === 'value' || name === 'factor';
          const low = numberIn(row, single ? 'low' : `${name}_low`);
          const high = numberIn(row, single ? 'high' : `${name}_high`);
          const value = numberIn(row, name);
          if (value === undefined) continue;
          expect([id, row.key, name, (low ?? value) <= value && value <= (high ?? value)]).toEqual([id, row.key, name, true]);
        }
      }
    }
  });

  it('have at most one default unit of an operation for each kind of LUT', () => {
    const defaults = (datasets.get('units')?.rows ?? [])
      .filter((row) => textIn(row, 'default') === 'yes')
      .map((row) => `${textIn(row, 'operation') ?? ''} ${textIn(row, 'lut_kind') ?? ''}`);
    expect(new Set(defaults).size).toBe(defaults.length);
  });

  it('have a clock curve from 1 in an empty device that never rises', () => {
    const points = (datasets.get('fill_clock')?.rows ?? [])
      .filter((row) => textIn(row, 'use') === 'curve')
      .map((row) => [numberIn(row, 'fill') ?? NaN, numberIn(row, 'derate') ?? NaN] as const)
      .sort(([a], [b]) => a - b);
    expect(points[0]).toEqual([0, 1]);
    points.slice(1).forEach(([fill, derate], i) => {
      expect(fill).toBeGreaterThan(points[i]?.[0] ?? NaN);
      expect(derate).toBeLessThanOrEqual(points[i]?.[1] ?? NaN);
    });
  });
});

/** A table of the README: its heading, file, key, and rows of cells. */
interface Described {
  readonly file: string;
  readonly key: string;
  readonly columns: ReadonlyMap<string, { type: string; unit: string; meaning: string }>;
}

function readme(): Map<string, Described> {
  const tables = new Map<string, Described>();
  const text = readFileSync('datasets/README.md', 'utf8');
  for (const section of text.split(/^## /m).slice(1)) {
    const id = section.split('\n')[0] ?? '';
    const head = /^`([^`]+)`, key `([^`]+)`/m.exec(section);
    if (head === null) continue;
    const columns = new Map<string, { type: string; unit: string; meaning: string }>();
    for (const line of section.split('\n')) {
      const [, name = '', type = '', unit = '', meaning = ''] = line.split('|').map((cell) => cell.trim());
      if (!line.startsWith('|') || name === 'column' || name.startsWith('---')) continue;
      columns.set(name, { type, unit, meaning });
    }
    tables.set(id, { file: head[1] ?? '', key: head[2] ?? '', columns });
  }
  return tables;
}

describe('datasets/README.md', () => {
  const described = readme();

  it('describes every table and no other', () => {
    expect([...described.keys()].sort()).toEqual(Object.keys(schemas).sort());
  });

  it.each(Object.entries(schemas))('defines each column of %s with its type, unit and meaning', (id, schema) => {
    const table = described.get(id);
    expect([table?.file, table?.key]).toEqual([schema.file, schema.key]);
    expect([...(table?.columns.keys() ?? [])]).toEqual(Object.keys(schema.columns));
    for (const [name, { type, unit = '', meaning, values, table: target }] of Object.entries(schema.columns)) {
      const words =
        type === 'enum' ? `enum: ${(values ?? []).join(', ')}` : type === 'ref' ? `ref ${target ?? ''}` : type;
      expect([name, table?.columns.get(name)]).toEqual([name, { type: words, unit, meaning }]);
    }
  });

  it.each(Object.entries(schemas))('and the header of %s has those columns', (_, schema) => {
    const [header = ''] = readFileSync(join('datasets', schema.file), 'utf8').split('\n');
    expect(header.trim().split(',')).toEqual(Object.keys(schema.columns));
  });
});
