import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backtest } from '../../src/backtest/backtest.ts';
import { loadPublished, type PublishedKind } from '../../src/backtest/load.ts';
import { withUserData } from '../../src/builtin/withUserData.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import { builtin, published } from './support.ts';

const HEADER = 'id,system,title,device,published,relation,stage,rank,source\n';

/** A user's directory with these files in its folder `published`. */
function mine(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'emuprove-'));
  mkdirSync(join(path, 'published'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(path, 'published', name), text);
  return path;
}

const load = (...users: string[]): PublishedKind[] => loadPublished('datasets/published', users);

function wrong(...users: string[]): string {
  try {
    load(...users);
  } catch (error) {
    if (error instanceof InputError) return formatIssues(error.issues);
    throw error;
  }
  throw new Error('there is nothing wrong');
}

describe("a user's published results", () => {
  const row = (id: string, cores: number): string =>
    `${id},SERV,my board,xcvu9p,${cores},equal,routed,primary,my own build\n`;

  it('are predicted beside those that ship, and stand among the inputs', () => {
    const path = mine({ 'cores_serv.csv': HEADER + row('my-board', 5_000) });
    const result = backtest(builtin, load(path), { kind: 'cores_serv', samples: 64 });
    // The same part as the VCU118, whose prediction another test does by hand.
    expect(result.rows.find(({ id }) => id === 'my-board')).toMatchObject({
      status: 'test',
      published: 5_000,
      prediction: { value: 5_598 },
    });
    expect(result.rows.some(({ id }) => id === 'vcu118')).toBe(true);
    expect(result.inputs.map(({ file }) => file)).toContain(`${path}/published/cores_serv.csv`);
  });

  it('take the place of a row with the same key, and say so; the later directory wins', () => {
    const text = (cores: number): Record<string, string> => ({
      'cores_serv.csv': HEADER + row('vcu118', cores),
    });
    const kind = load(mine(text(1_000)), mine(text(2_000))).find(({ id }) => id === 'cores_serv');
    const rows = kind?.table.rows.filter(({ key }) => key === 'vcu118') ?? [];
    expect(rows.map(({ cells }) => cells['published'])).toEqual([2_000]);
    expect(kind?.own?.map(({ replaced }) => replaced)).toEqual([['vcu118'], ['vcu118']]);
  });

  it('change nothing where there are none', () => {
    expect(load(mkdtempSync(join(tmpdir(), 'emuprove-')))).toEqual(published);
  });

  it('are refused with the nearest name, and with file, row and column', () => {
    expect(wrong(mine({ 'core_serv.csv': HEADER }))).toMatch(
      /core_serv\.csv[\s\S]*cores_serv\.csv/,
    );
    expect(wrong(mine({ 'kinds.yaml': 'a: 1\n' }))).toMatch(/no table of published results/);
    const bad = mine({
      'cores_serv.csv': HEADER + row('my-board', 5_000).replace('equal', 'eqal'),
    });
    expect(wrong(bad)).toMatch(/published\/cores_serv\.csv:2[\s\S]*relation[\s\S]*equal/);
  });

  it('are no table that other commands would miss', () => {
    const { datasets, user } = withUserData(builtin, [mine({ 'cores_serv.csv': HEADER })]);
    expect(datasets).toEqual(builtin.datasets);
    expect(user?.length).toBe(1);
  });
});
