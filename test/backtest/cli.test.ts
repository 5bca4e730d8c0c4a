import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { BacktestResult } from '../../src/backtest/types.ts';
import { runCli } from '../cli/runCli.ts';

const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
const file = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};

describe('emuprove backtest', () => {
  it('shows one kind with every row, predicted or with a reason', async () => {
    const { code, out, err } = await runCli('backtest', 'units');
    expect([code, err]).toEqual([0, '']);
    const ids = readFileSync('datasets/published/units.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    for (const id of ids) expect(out).toMatch(new RegExp(`^${id} `, 'm'));
    expect(out).toMatch(/Rows that inputs of the model were taken from/);
  });

  it('gives an overview of all kinds, the rows that are furthest off, and the reasons', async () => {
    const { code, out } = await runCli('backtest', '--samples', '64');
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ published results: \d+ test rows of \d+ kinds/);
    expect(out).toMatch(/^cores_serv +\d+ /m);
    expect(out).toMatch(/^prover_cpu +box-zklogin /m);
    expect(out).toMatch(/^- accelerators: no profile is of HyperPlonk/m);
  });

  it('writes JSON, and CSV with the same rows', async () => {
    const json = JSON.parse(
      (await runCli('backtest', 'proof_size', '--format', 'json')).out,
    ) as BacktestResult;
    const csv = parse((await runCli('backtest', 'proof_size', '--format', 'csv')).out, {
      columns: true,
    }) as { id: string; published: string; predicted: string; status: string }[];
    expect(csv.map(({ id, status }) => [id, status])).toEqual(
      json.rows.map(({ id, status }) => [id, status]),
    );
    for (const [i, { published, predicted }] of csv.entries()) {
      expect(Number(published)).toBe(json.rows[i]?.published);
      if (predicted !== '') expect(Number(predicted)).toBe(json.rows[i]?.prediction?.value);
    }
  });

  it('ends with 3 where a kind is worse than tolerated, and says which and by what', async () => {
    const strict = file('strict.yaml', 'units: {factor: 1.001, coverage: 0.99}\n');
    const { code, err, out } = await runCli('backtest', 'units', '--check', strict);
    expect(code).toBe(3);
    expect(err).toMatch(/^check failed: units: error factor is 1\.\d+, tolerated up to 1\.001$/m);
    expect(err).toMatch(/^check failed: units: coverage is /m);
    expect(out).toContain('units');
    const loose = file('loose.yaml', 'units: {factor: 9}\n');
    expect((await runCli('backtest', 'units', '--check', loose)).code).toBe(0);
  });

  it.each([
    [['core_serv'], /did you mean cores_serv|cores_serv/],
    [['units', '--samples', '0'], /--samples/],
    [['units', '--check', 'no-such-file.yaml'], /no-such-file\.yaml/],
    [['units', '--out', 'x.pdf'], /no format/],
  ])('refuses %j', async (args, message) => {
    const { code, err, out } = await runCli('backtest', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('refuses a tolerance that it does not know, with the nearest', async () => {
    const wrong = file('wrong.yaml', 'units: {facter: 2}\n');
    const { code, err } = await runCli('backtest', 'units', '--check', wrong);
    expect(code).toBe(2);
    expect(err).toMatch(/facter[\s\S]*factor/);
  });

  it('writes a page that needs nothing else, and charts', async () => {
    const [html, svg, md] = ['b.html', 'b.svg', 'b.md'].map((name) => join(directory, name));
    const { code, err } = await runCli(
      ...['backtest', 'units', '--out', html ?? '', '--out', svg ?? '', '--out', md ?? ''],
    );
    expect([code, err.split('\n').length]).toEqual([0, 4]);
    const page = readFileSync(html ?? '', 'utf8');
    expect(page).not.toMatch(/(src|href)="(?!#|data:|https:\/\/)/);
    expect(page.match(/sha256-secworks-artix-7/g)?.length).toBeGreaterThan(0);
    for (const id of ['error', 'predicted']) {
      expect(readFileSync(join(directory, `b-${id}.svg`), 'utf8')).toMatch(/^<svg/);
    }
    expect(readFileSync(md ?? '', 'utf8')).toMatch(/\| sha256-secworks-artix-7 \|/);
  });
});
