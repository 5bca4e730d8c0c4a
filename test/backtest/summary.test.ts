import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPublished } from '../../src/backtest/load.ts';
import { parsePairs } from '../../src/backtest/pairs.ts';
import { summarise } from '../../src/backtest/summary.ts';
import type { BacktestRow, RowStatus } from '../../src/backtest/types.ts';
import { kindNamed } from './support.ts';

function row(status: RowStatus, ratio: number | null, inBand: boolean | null = true): BacktestRow {
  return {
    kind: 'units',
    id: `${status}-${ratio ?? ''}`,
    system: '',
    title: '',
    status,
    quantity: 'q',
    published: 1,
    relation: 'equal',
    unit: '1',
    display: { unit: 'ratio', scale: 1 },
    prediction: ratio === null ? null : { value: ratio, low: ratio, high: ratio, ratio, inBand },
    stage: 'measured',
    source: '',
  };
}

describe('the summary of a kind', () => {
  const kind = kindNamed('units');

  it('is geometric: twice too much and half of it cancel in the bias, not in the error', () => {
    const found = summarise(kind, [row('test', 2), row('test', 0.5, false)]);
    expect(found).toMatchObject({ rows: 2, tests: 2, coverage: 0.5 });
    expect(found.bias).toBeCloseTo(1, 12);
    expect(found.factor).toBeCloseTo(2, 12);
    expect(found.p90).toBeCloseTo(2, 12);
  });

  it('interpolates the 90th percentile between the logarithms', () => {
    // Sizes 0, ln 2: 0.9 of the way is 2 to the power of 0.9.
    const found = summarise(kind, [row('test', 1), row('test', 0.5)]);
    expect(found.p90).toBeCloseTo(2 ** 0.9, 12);
    expect(found.factor).toBeCloseTo(Math.SQRT2, 12);
  });

  it('leaves calibration rows, bounds and what is not predicted out of the error', () => {
    const rows = [
      row('test', 1.1),
      row('calibration', 9),
      row('bound', 9, false),
      row('bound', 3),
      row('not-predicted', null),
    ];
    expect(summarise(kind, rows)).toMatchObject({
      rows: 5,
      tests: 1,
      calibrations: 1,
      bounds: 2,
      boundsHeld: 1,
      notPredicted: 1,
      coverage: 1,
    });
    expect(summarise(kind, rows).factor).toBeCloseTo(1.1, 12);
  });

  it('leaves what has no band out of the coverage, and of that only', () => {
    const found = summarise(kind, [row('test', 2), row('test', 2, false), row('test', 2, null)]);
    expect(found).toMatchObject({ tests: 3, coverage: 0.5 });
    expect(found.factor).toBeCloseTo(2, 12);
    expect(summarise(kind, [row('test', 2, null)])).toMatchObject({ tests: 1, coverage: null });
  });

  it('has no error without a test row', () => {
    expect(summarise(kind, [row('calibration', 2)])).toMatchObject({
      tests: 0,
      bias: null,
      factor: null,
      p90: null,
      coverage: null,
    });
  });
});

describe('parsePairs', () => {
  it('reads names and values', () => {
    expect([...parsePairs(' a=1; b.c = 2 KiB ;', 'set')]).toEqual([
      ['a', '1'],
      ['b.c', '2 KiB'],
    ]);
  });

  it.each(['a', '=1', 'a=', 'a=1;a=2'])('refuses %s', (text) => {
    expect(() => parsePairs(text, 'set')).toThrow(/name/);
  });
});

describe('loadPublished', () => {
  const directory = (files: Record<string, string>): string => {
    const path = mkdtempSync(join(tmpdir(), 'emuprove-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return path;
  };
  const columns =
    'a:\n  file: a.csv\n  key: id\n  meaning: x\n  columns:\n    id: {type: id, required: true, meaning: x}\n';
  const kind = '{title: t, meaning: m, phrase: p, quantity: cores, scenario: {}}';

  it('refuses a kind without a table and a table without a kind', () => {
    const path = directory({
      'columns.yaml': columns,
      'a.csv': 'id\nx\n',
      'kinds.yaml': `b: ${kind}\n`,
    });
    expect(() => loadPublished(path)).toThrow(/there is no kind a|there is no table/);
  });

  it('refuses what a kind can not say, with the nearest', () => {
    const wrong = kind.replace('phrase', 'phrasse');
    const path = directory({
      'columns.yaml': columns,
      'a.csv': 'id\nx\n',
      'kinds.yaml': `a: ${wrong}\n`,
    });
    expect(() => loadPublished(path)).toThrow(/key/);
  });
});
