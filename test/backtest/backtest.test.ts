import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest } from '../../src/backtest/backtest.ts';
import { recordCsv, recordMarkdown } from '../../src/backtest/record.ts';
import { replaceTable } from '../../src/backtest/replaceTable.ts';
import { readTolerances, worseThan } from '../../src/backtest/tolerance.ts';
import { InputError } from '../../src/issues/issue.ts';
import { backtestLine } from '../../src/result/backtestLine.ts';
import { builtin, kindNamed, published } from './support.ts';

const result = backtest(builtin, published);
const kinds = published.map(({ id }) => id);

describe('a backtest', () => {
  it('has every published row exactly once', () => {
    const written = readdirSync('datasets/published')
      .filter((name) => name.endsWith('.csv'))
      .flatMap((name) => {
        const rows = parse(readFileSync(`datasets/published/${name}`, 'utf8'), {
          columns: true,
        }) as { id: string }[];
        return rows.map(({ id }) => `${name.slice(0, -4)}/${id}`);
      });
    expect(result.rows.map(({ kind, id }) => `${kind}/${id}`).sort()).toEqual(written.sort());
  });

  it('says why of each row that it does not predict, and of no other', () => {
    for (const { id, status, prediction, reason } of result.rows) {
      const unpredicted = status === 'not-predicted';
      expect([id, prediction === null, (reason ?? '') !== '']).toEqual([
        id,
        unpredicted,
        unpredicted,
      ]);
    }
  });

  it('stumbles over no name of a row', () => {
    // Reasons from the tables are sentences of ours; these are what an unknown name would give.
    for (const { id, reason = '' } of result.rows) {
      expect([
        id,
        /^there is no (quantity|device|core|unit|prover)|stands twice|not name=value|another unit/.test(
          reason,
        ),
      ]).toEqual([id, false]);
    }
  });

  it('counts no row as a test that an input was taken from', () => {
    for (const { status, calibrates } of result.rows) {
      if (calibrates !== undefined) expect(status).not.toBe('test');
    }
    // Rows that the tables of cores name as where a tile was counted.
    const cores = readFileSync('datasets/cores.csv', 'utf8');
    expect(cores).toContain('284 tiles (SoCKit)');
    for (const id of [
      'sockit',
      'vcu128',
      'de5-net',
      'de25-nano',
      'max1000',
      'intel-a10gx-devkit',
    ]) {
      expect(result.rows.find((row) => row.id === id)?.status).toBe('calibration');
    }
  });

  it('finds the same in any order of the rows', () => {
    const kind = kindNamed('units');
    const expected = backtest(builtin, [kind]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...kind.table.rows], { minLength: kind.table.rows.length }),
        (rows) => {
          const shuffled = { ...kind, table: { ...kind.table, rows } };
          expect(backtest(builtin, [shuffled])).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('draws the same bands from the same seed, and others from another', () => {
    const [again, other] = [0, 1].map((seed) =>
      backtest(builtin, published, { kind: 'units', seed }),
    );
    const lows = (found: typeof again): unknown =>
      found?.rows.map(({ prediction }) => prediction?.low);
    expect(lows(again)).toEqual(
      result.rows.filter(({ kind }) => kind === 'units').map(({ prediction }) => prediction?.low),
    );
    expect(lows(other)).not.toEqual(lows(again));
  });

  it('has a band around its value', () => {
    for (const { id, prediction } of result.rows) {
      if (prediction === null) continue;
      const { low, value, high } = prediction;
      // A capacity in whole cores can lie at an end of its band.
      expect([id, low <= value * 1.001 && value <= high * 1.001]).toEqual([id, true]);
    }
  });

  it('refuses a kind that does not exist, with the nearest', () => {
    const run = (): unknown => backtest(builtin, published, { kind: 'core_serv' });
    expect(run).toThrow(InputError);
    expect(run).toThrow(/there is no kind core_serv/);
  });
});

describe('the tolerances', () => {
  const tolerances = readTolerances('test/backtest/tolerances.yaml');

  it('hold', () => {
    expect(worseThan(result, tolerances, kinds)).toEqual([]);
  });

  it('speak of every kind with a test row', () => {
    const tested = result.kinds.filter(({ tests }) => tests > 0).map(({ kind }) => kind);
    expect(Object.keys(tolerances).sort()).toEqual(tested.sort());
  });

  it('find a kind that has become worse, by each of its figures', () => {
    const summary = result.kinds.find(({ kind }) => kind === 'cores_serv');
    if (summary === undefined) throw new Error('no kind');
    const changed = (change: object): string[] =>
      worseThan({ ...result, kinds: [{ ...summary, ...change }] }, tolerances, kinds);
    expect(changed({})).toEqual([]);
    expect(changed({ bias: 2 }).join()).toMatch(/cores_serv: bias is 2\.000/);
    expect(changed({ bias: 0.5 }).join()).toMatch(/bias is 2\.000/);
    expect(changed({ factor: 1.5 }).join()).toMatch(/error factor/);
    expect(changed({ p90: 2 }).join()).toMatch(/90th percentile/);
    expect(changed({ coverage: 0.5 }).join()).toMatch(/coverage/);
    expect(changed({ tests: 1 }).join()).toMatch(/test rows/);
    expect(changed({ boundsHeld: 0 }).join()).toMatch(/bounds that hold/);
    expect(changed({ factor: null }).join()).toMatch(/not known/);
  });

  it('refuse a kind that does not exist', () => {
    expect(() => worseThan(result, { cores_srv: {} }, kinds)).toThrow(/there is no kind cores_srv/);
  });
});

describe('the bands of the stages', () => {
  const stages = builtin.datasets.get('stages')?.rows ?? [];
  const wide = (id: string): readonly [number, number] => {
    const row = stages.find(({ key }) => key === id);
    return [row?.cells['low_factor'] as number, row?.cells['high_factor'] as number];
  };

  it('are no narrower than the error of the kind that they come from', () => {
    const from = stages.filter((row) => row.cells['backtest'] !== undefined);
    expect(from.map(({ key }) => key)).toEqual(['analytic', 'synthesis', 'routed']);
    for (const { key, cells } of from) {
      const p90 = result.kinds.find(({ kind }) => kind === cells['backtest'])?.p90 ?? Infinity;
      const [low, high] = wide(key);
      expect([key, low <= 1 / p90, high >= p90]).toEqual([key, true, true]);
    }
  });

  it('are the wider the less a figure was measured', () => {
    const order = ['measured', 'routed', 'synthesis', 'analytic', 'assumed'].map(wide);
    for (const [i, [low, high]] of order.slice(1).entries()) {
      const [before, after] = order[i] ?? [1, 1];
      expect([low < before, high > after]).toEqual([true, true]);
    }
  });
});

describe('what is written down', () => {
  it('datasets/backtest.csv is what a fresh backtest finds (node scripts/backtest.mjs)', () => {
    expect(readFileSync('datasets/backtest.csv', 'utf8')).toBe(recordCsv(result));
  });

  it('and so is the table of src/backtest/README.md', () => {
    const readme = readFileSync('src/backtest/README.md', 'utf8');
    expect(replaceTable(readme, recordMarkdown(result))).toBe(readme);
  });

  it('is quoted in one sentence, of kinds with a test row only', () => {
    const line = backtestLine(builtin.datasets) ?? '';
    for (const { phrase, tests } of result.kinds) {
      expect([phrase, line.includes(`${phrase} `)]).toEqual([phrase, tests > 0]);
    }
    expect(line).toMatch(/SERV cores per board ×1\.\d\d \(\d+\)/);
  });
});
