import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './runCli.ts';

const directory = mkdtempSync(join(tmpdir(), 'emuprove-sweep-cli-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});
const at = (name: string): string => join(directory, name);
const sweep = (...args: string[]): ReturnType<typeof runCli> => runCli('sweep', ...args);

const CORES = ['--over', 'core=serv-tile,vexriscv-full*'];
const SIZES = ['--over', 'log2_cycles=18..26:2'];

interface Line {
  readonly index: number;
  readonly status: string;
  readonly core: string;
  readonly value: number | null;
  readonly log2_cycles: number;
}

describe('emuprove sweep', () => {
  it('agrees with evaluate in the middle of the default scenario', async () => {
    const { out, code } = await sweep('--over', 'log2_cycles=21..23', '--format', 'jsonl');
    const { out: alone } = await runCli('evaluate', '--set', 'log2_cycles=22', '--format', 'json');
    const result = JSON.parse(alone) as { verdict: { value: number; outcome: string } };
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    expect(code).toBe(0);
    expect(rows[1]).toMatchObject({
      index: 1,
      log2_cycles: 22,
      status: result.verdict.outcome,
      value: result.verdict.value,
    });
  });

  it('shows a short table, how many rows there are more, and what came of all', async () => {
    const { out, err, code } = await sweep(...CORES, ...SIZES, '--limit', '4');
    expect(code).toBe(0);
    expect(err).toBe('');
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^# +core +log2_cycles +status +value/);
    expect(lines.filter((line) => /^\d+ /.test(line)).length).toBe(4);
    expect(out).toMatch(/… and \d+ more: --limit \d+ shows them here/);
    expect(out).toMatch(/\d+ pass, \d+ fail/);
    expect(out).toMatch(/least value [\d,.]+ \(row \d+: core \S+, log2_cycles \d+; \w+\)/);
  });

  it('writes the same rows as CSV, JSON lines and Parquet, to files and to standard output', async () => {
    const files = ['all.csv', 'all.jsonl', 'all.parquet'].map(at);
    const outs = files.flatMap((file) => ['--out', file]);
    const { out, err, code } = await sweep(
      ...CORES,
      ...SIZES,
      ...outs,
      '--out',
      '-',
      '--format',
      'csv',
    );
    expect(code).toBe(0);
    expect(err.split('\n').filter((line) => line.startsWith('wrote ')).length).toBe(3);
    const [csv, jsonl, parquet] = files.map((file) => readFileSync(file));
    expect(csv?.toString()).toBe(out);
    const lines = (jsonl?.toString() ?? '').trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const read = await parquetReadObjects({ file: Uint8Array.from(parquet ?? []).buffer });
    expect(read.map((row) => ({ ...row, index: Number(row['index']) }))).toEqual(rows);
    const cells = parse<Record<string, string>>(out, { columns: true });
    const text = (value: unknown): string => (value === null ? '' : String(value));
    expect(cells).toEqual(
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)])),
      ),
    );
    const plan = JSON.parse(readFileSync(`${at('all.csv')}.plan.json`, 'utf8')) as {
      columns: { name: string; unit: string | null }[];
    };
    expect(plan.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}));
    expect(plan.columns.find(({ name }) => name === 'proof_bytes')?.unit).toBe('byte');
  });

  it('splits into shards that are the whole together', async () => {
    const whole = await sweep(...CORES, ...SIZES, '--format', 'jsonl');
    let shards = '';
    for (const k of [1, 2, 3]) {
      const { out } = await sweep(...CORES, ...SIZES, '--format', 'jsonl', '--shard', `${k}/3`);
      shards += out;
    }
    expect(shards).toBe(whole.out);
  });

  it('says why there is no row', async () => {
    const shard = await sweep('--over', 'log2_cycles=21..22', '--shard', '1/5');
    expect(shard.out).toContain('shard 1/5 has no row: the 2 of the sweep go to other shards');
    const none = ['--where', 'overhead<=1', '--over', 'log2_cycles=21..22'];
    expect((await sweep(...none)).out).toContain('no row meets --where overhead<=1');
    expect((await sweep(...none, '--format', 'csv')).err).toContain('no row meets --where');
  });

  it('says that it takes the centre of what is uncertain', async () => {
    const set = ['--set', 'unit_busy=uniform(0.5, 0.9)'];
    const { out } = await sweep(...set, '--over', 'log2_cycles=22');
    expect(out).toContain('of unit_busy=uniform(0.5, 0.9) it takes the centre');
    const over = await sweep(...set, '--over', 'unit_busy=0.5,0.9');
    expect(over.out).not.toContain('centre');
    const sure = await sweep('--set', 'unit_busy=constant(0.7)', '--over', 'log2_cycles=22');
    expect(sure.out).not.toContain('centre');
  });

  it('writes parts by shards into one directory, and goes on with them', async () => {
    const parts = ['--parts', at('parts'), '--part-rows', '4'];
    for (const k of [2, 1]) {
      expect((await sweep(...CORES, ...SIZES, ...parts, '--shard', `${k}/2`)).code).toBe(0);
    }
    const names = readdirSync(at('parts')).sort();
    expect(names[0]).toBe('manifest.json');
    expect(names.slice(1).every((name) => /^part-\d{5}\.parquet$/.test(name))).toBe(true);
    expect((await sweep(...CORES, ...SIZES, ...parts)).code).toBe(2);
    const again = await sweep(...CORES, ...SIZES, ...parts, '--resume');
    expect(again.code).toBe(0);
    expect(again.err).toContain('were there already');
    const other = await sweep(...CORES, ...parts, '--resume');
    expect(other.code).toBe(2);
    expect(other.err).toContain('axes.log2_cycles');
  });

  it('keeps what is done when it is interrupted, and goes on to the same file', async () => {
    const args = ['--over', 'platform=*', '--over', 'core=serv*,vexriscv*', '--column', 'cores'];
    const file = at('long.csv');
    const running = sweep(...args, '--out', file);
    const wait = async (): Promise<void> => {
      while (!existsSync(`${file}.part`)) await new Promise((done) => setTimeout(done, 5));
    };
    await wait();
    process.emit('SIGINT');
    const { code, err } = await running;
    expect(code).toBe(130);
    expect(err).toContain('with --resume goes on with');
    expect(existsSync(file)).toBe(false);
    expect((await sweep(...args, '--out', file)).code).toBe(2);
    expect((await sweep(...args, '--out', file, '--resume')).code).toBe(0);
    const { out } = await sweep(...args, '--format', 'csv');
    expect(readFileSync(file, 'utf8')).toBe(out);
  });

  it('says beforehand how many rows there are, with which columns', async () => {
    const { out, code } = await sweep('--over', 'device=*', '--over', 'core=*', '--plan');
    const plan = JSON.parse(out) as { rows: number; range: unknown; axes: { values: string[] }[] };
    expect(code).toBe(0);
    expect(plan.rows).toBe(plan.axes.reduce((rows, { values }) => rows * values.length, 1));
    expect(plan.range).toEqual({ from: 0, to: plan.rows });
  });

  it('goes over whole scenarios', async () => {
    const { out } = await sweep('--over', 'scenario=default,small-board', '--format', 'jsonl');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    for (const [i, id] of ['default', 'small-board'].entries()) {
      const { out: alone } = await runCli('evaluate', id, '--format', 'json');
      const result = JSON.parse(alone) as { verdict: { value: number } };
      expect(rows[i]?.value).toBe(result.verdict.value);
    }
  });

  it.each([
    [[], 'over'],
    [['--over', 'devic=*'], 'did you mean device?'],
    [['--over', 'core=*', '--core', 'serv-tile'], 'contradict'],
    [['--over', 'device=*', '--platform', 'alveo-u55c'], 'contradict'],
    [['--over', 'fill.lut=0.5', '--set', 'fill[lut]=0.6'], 'contradict'],
    [['--over', 'unit.gf128_mul=*', '--unit', 'gf128_mul=gf128-mul-ghash'], 'contradict'],
    [['--over', 'core=*', '--shard', '3/2'], 'k/n'],
    [['--over', 'core=*', '--out', 'rows.xls'], '.csv, .jsonl, .parquet'],
    [['--over', 'core=*', '--out', '/nowhere/rows.csv'], 'directory'],
    [['--over', 'core=*', '--resume'], '--out FILE'],
    [['--over', 'log2_cycles=20', '--where', 'nosuch<=5'], 'where: there is no quantity nosuch'],
    [['--over', 'core=*', '--out', 'a.parquet', '--resume'], '--parts'],
    [['--over', 'core=*', '--part-rows', '5'], '--parts'],
    [['--over', 'core=*', '--limit', '-1'], '--limit'],
    [
      ['--over', 'retention_scale=0.60001..1.6:0.00001', '--over', 'unit_busy=0.00001..1:0.00001'],
      '--shard k/10',
    ],
  ])('refuses %j', async (args, message) => {
    const { code, err, out } = await sweep(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });
});
