import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/issues/issue.ts';
import { prepareSweep, type Sweep, type SweepRequest } from '../../src/sweep/sweep.ts';
import { runSweep } from '../../src/sweep/run.ts';
import type { Cell } from '../../src/sweep/types.ts';
import { loadScenario } from '../support/loadScenario.ts';

const { builtin, scenario } = loadScenario();
const sweepOf = (request: SweepRequest): Sweep => prepareSweep(builtin, scenario, request);

/** Every row as a record. */
function records(sweep: Sweep, from = 0, to = sweep.size): Record<string, Cell>[] {
  return sweep
    .rows(from, to)
    .map(({ cells }) =>
      Object.fromEntries(sweep.columns.map(({ name }, i) => [name, cells[i] ?? null])),
    );
}

const CORES = 'core=vexriscv*,serv*,boom*';

describe('a sweep', () => {
  it('gives the same row whatever is evaluated beside it', () => {
    const sweep = sweepOf({ over: ['platform=*', CORES, 'fill.lut=0.1,0.7', 'prover=*'] });
    const start = Math.floor(sweep.size / 2);
    const all = sweep.rows(start, start + 120);
    fc.assert(
      fc.property(fc.nat(119), fc.nat(119), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        // A new sweep, as what is remembered from other rows must not matter either.
        const other = b % 2 === 0 ? sweep : sweepOf({ over: sweep.axes.map(textOf) });
        expect(other.rows(start + from, start + to)).toEqual(all.slice(from, to));
      }),
      { numRuns: 6 },
    );
  });

  it('drops no row: what can not be said is said', () => {
    const sweep = sweepOf({ over: ['device=*', 'core=boom-large,serv-tile,microblaze-v*'] });
    const rows = records(sweep);
    expect(rows.map((row) => row['index'])).toEqual(rows.map((_, i) => i));
    for (const row of rows) {
      if (row['status'] === 'undecided') expect(row['missing']).not.toBeNull();
      else if (row['status'] !== 'pass') expect(row['reason']).not.toBeNull();
    }
    const statuses = new Set(rows.map((row) => row['status']));
    expect(statuses.has('infeasible')).toBe(true);
    expect(statuses.has('undecided')).toBe(true);
  });

  it('passes a weak core only where the prover passes against the best one too', () => {
    const sweep = sweepOf({
      over: ['core=*', 'prover=*'],
      columns: ['own_core_passes', 'value', 'rival', 'rival_overhead'],
    });
    const weak = records(sweep).filter(
      ({ status, own_core_passes: own }) => own && status === 'fail',
    );
    expect(weak.length).toBeGreaterThan(0);
    for (const row of weak) {
      expect(row['value']).toBeLessThanOrEqual(10_000);
      expect(row['rival_overhead']).toBeGreaterThan(10_000);
      expect(row['reason']).toContain(`against ${String(row['rival'])}`);
    }
  });

  it('says of a row whose prover lacks an axis that it makes no sense', () => {
    const request = { over: ['prover=*', 'unit.sha256_block=*'], columns: ['cores'] };
    const operations = [...builtin.provers.values()].flatMap((prover) => prover.operations);
    expect(operations).toContain('sha256_block');
    const rows = records(sweepOf(request));
    for (const row of rows) {
      if (row['status'] === 'error') expect(row['reason']).toContain('no operation sha256_block');
    }
    const lacking = [...builtin.provers.values()].filter(
      ({ operations: own, extends: base }) => base === undefined && !own.includes('sha256_block'),
    );
    expect(rows.some((row) => row['status'] === 'error')).toBe(lacking.length > 0);
  });

  it('names its columns by key, with base units', () => {
    const { columns } = sweepOf({
      over: ['prover_clock=200 MHz,250 MHz', 'core=serv-tile'],
      columns: ['usable', 'proof_bytes', 'native_bound', 'proof_passes', 'cores', 'cores'],
    });
    expect(columns.map(({ name, type, unit }) => [name, type, unit])).toEqual([
      ['index', 'index', '1'],
      ['prover_clock', 'number', 'clock/s'],
      ['core', 'text', null],
      ['status', 'text', null],
      ['reason', 'text', null],
      ['missing', 'text', null],
      ...['lut', 'ff', 'bram', 'uram', 'dsp'].map((id) => [`usable[${id}]`, 'number', id]),
      ['proof_bytes', 'number', 'byte'],
      ['native_bound', 'text', null],
      ['proof_passes', 'truth', null],
      ['cores', 'number', 'core'],
    ]);
  });

  it('has the values of its axes in base units', () => {
    const rows = records(sweepOf({ over: ['prover_clock=200 MHz,0.25 GHz'], columns: ['cores'] }));
    expect(rows.map((row) => row['prover_clock'])).toEqual([2e8, 2.5e8]);
  });

  it.each([
    [{ over: ['log2_cycles=20'], columns: ['overhed'] }, 'overhead'],
    [{ over: ['log2_cycles=20'], columns: ['valu'] }, 'value'],
    [{ over: ['log2_cycles=20'], where: ['overhed<3'] }, 'overhead'],
    [{ over: ['log2_cycles=20'], where: ['status=pas'] }, 'pass'],
  ])('names the nearest in %j', (request, nearest) => {
    let found: string | undefined;
    try {
      sweepOf(request);
    } catch (error) {
      found = error instanceof InputError ? error.issues[0]?.suggestion : undefined;
    }
    expect(found).toBe(nearest);
  });

  it('tells everything that is wrong at once', () => {
    expect(() => sweepOf({ over: ['devic=*', 'fill.lut=2', 'core=nobody'] })).toThrow(
      /axis devic[\s\S]*fill makes no sense[\s\S]*core nobody/,
    );
  });

  it('refuses what is wrong with every row', () => {
    const broken = { ...scenario, core: 'nobody' };
    expect(() => prepareSweep(builtin, broken, { over: ['log2_cycles=18..20'] })).toThrow(
      'no core nobody',
    );
  });

  it('takes products that nobody can hold in memory, up to what can be counted', () => {
    const range = 'retention_scale=0.60001..1.6:0.00001';
    const huge = sweepOf({ over: [range, 'unit_busy=0.00001..1:0.00001'] });
    expect(huge.size).toBe(1e10);
    expect(huge.rows(huge.size - 2, huge.size).map(({ index }) => index)).toEqual([
      1e10 - 2,
      1e10 - 1,
    ]);
    expect(() => sweepOf({ over: [range, 'unit_busy=0.00001..1:0.00001', 'core=*'] })).toThrow(
      'too many rows',
    );
  });
});

describe('the conditions of a sweep', () => {
  const over = ['platform=alveo-u200,alveo-u55c', CORES, 'log2_cycles=20,23'];
  const columns = ['value', 'proof_bytes', 'native_bound', 'memory_passes'];
  const all = records(sweepOf({ over, columns }));
  type Row = Record<string, Cell>;
  const known = (row: Row, name: string): number => Number(row[name] ?? NaN);

  it.each<[string, (row: Row) => boolean]>([
    ['value<=2000', (row) => known(row, 'value') <= 2000],
    ['log2_cycles=23', (row) => row['log2_cycles'] === 23],
    ['index<100', (row) => known(row, 'index') < 100],
    ['status=pass', (row) => row['status'] === 'pass'],
    ['core=serv*', (row) => String(row['core']).startsWith('serv')],
    ['platform!=*55c', (row) => !String(row['platform']).endsWith('55c')],
    ['native_bound=lut', (row) => row['native_bound'] === 'lut'],
    ['proof_bytes<=230 kB', (row) => known(row, 'proof_bytes') <= 230_000],
    ['memory_use<=1', (row) => row['memory_passes'] === true],
    ['memory_passes=yes', (row) => row['memory_passes'] === true],
  ])('%s keeps the rows that meet it, with their index', (condition, meets) => {
    const kept = records(sweepOf({ over, columns, where: [condition] }));
    expect(kept).toEqual(all.filter(meets));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(all.length);
  });

  it('all have to hold, and what they look at need not be a column', () => {
    const where = ['status=pass', 'overhead<=2000'];
    const kept = records(sweepOf({ over, columns: ['cores'], where }));
    const expected = all.filter((row) => row['status'] === 'pass' && known(row, 'value') <= 2000);
    expect(kept.map((row) => row['index'])).toEqual(expected.map((row) => row['index']));
  });

  it.each(['status', 'value<', 'status<pass', 'memory_passes=maybe', 'proof_bytes<3 s'])(
    'are not %j',
    (condition) => {
      expect(() => sweepOf({ over, where: [condition] })).toThrow(InputError);
    },
  );
});

describe('the summary of a run', () => {
  it('counts the kept rows, and knows the least and the greatest value', async () => {
    const sweep = sweepOf({ over: ['platform=*', 'core=serv*,vexriscv*'] });
    const { summary, complete } = await runSweep({ sweep, from: 0, to: sweep.size, sinks: [sink] });
    const rows = records(sweep);
    expect(complete).toBe(true);
    expect(summary.evaluated).toBe(sweep.size);
    for (const [status, count] of Object.entries(summary.byStatus)) {
      expect(count).toBe(rows.filter((row) => row['status'] === status).length);
    }
    const values = rows.map((row) => row['value']).filter((value) => typeof value === 'number');
    expect(summary.best?.value).toBe(Math.min(...values));
    expect(summary.worst?.value).toBe(Math.max(...values));
    for (const [name, count] of summary.missing) {
      const needing = rows.filter((row) => String(row['missing']).split(' ').includes(name));
      expect(count).toBe(needing.length);
    }
  });
});

const sink = {
  name: '',
  next: (index: number) => index,
  write: (): void => undefined,
  finish: (): void => undefined,
  stop: (): void => undefined,
};

/** An axis as it could be written. */
function textOf(axis: Sweep['axes'][number]): string {
  return `${axis.name}=${axis.labels.join(',')}`;
}
