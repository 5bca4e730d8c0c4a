import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Dossier } from '../../src/dossier/types.ts';
import { runCli, type CliRun } from './runCli.ts';

const opened: string[] = [];
vi.mock('open', () => ({
  default: (file: string) => {
    opened.push(file);
    if (file.includes('closed')) throw new Error('no program');
    return Promise.resolve(new EventEmitter());
  },
}));

const directory = mkdtempSync(join(tmpdir(), 'emuprove-report-cli-'));
const path = (name: string): string => join(directory, name);
const text = (name: string): string => readFileSync(path(name), 'utf8');
const files = (start: string): string[] =>
  readdirSync(directory).filter((name) => name.startsWith(start));

/** Writes a report to files of these ends. */
const report = (words: readonly string[], base: string, ...ends: string[]): Promise<CliRun> =>
  runCli('report', ...words, ...ends.flatMap((end) => ['--out', path(`${base}${end}`)]));

afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('emuprove report', () => {
  let first: CliRun;

  beforeAll(async () => {
    const ends = ['.html', '.json', '.md', '.csv', '.svg', '.vl.json'];
    first = await report(['prototyping', '--open'], 'base', ...ends);
    await runCli('evaluate', '--core', 'serv-tile', '--out', path('evaluated.json'));
  }, 120_000);

  it('writes every format in one call, with a file for each chart', () => {
    expect([first.code, first.out]).toEqual([0, '']);
    expect(first.err).toMatch(
      /^wrote .*base\.html\nwrote .*base\.json\nwrote .*base\.md and \d+ more/,
    );
    const charts = files('base-').filter((name) => name.endsWith('.svg'));
    expect(charts).toContain('base-tests.svg');
    expect(charts.length).toBeGreaterThan(11);
    for (const chart of charts) {
      const name = chart.replace(/\.svg$/, '');
      expect(text(chart)).toMatch(/^<svg .*<\/svg>\s*$/s);
      expect(JSON.parse(text(`${name}.vl.json`))).toHaveProperty('$schema');
      expect(text(`${name}.csv`)).toMatch(/\r\n.*,/);
      expect(text('base.md')).toContain(`(<${chart}>)`);
    }
    expect(files('base')).toHaveLength(4 + 3 * charts.length);
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('opens the page, and says so where nothing can', async () => {
    expect(opened).toEqual([path('base.html')]);
    const { code, err } = await report(
      [path('evaluated.json'), '--static', '--open'],
      'closed',
      '.html',
    );
    expect(code).toBe(0);
    expect(err).toMatch(/no browser was found: open .*closed\.html yourself/);
  });

  it('makes the same files of what it saved', async () => {
    const ends = ['.html', '.json', '.md', '.csv', '.svg', '.vl.json'];
    const { code } = await report([path('base.json')], 'again', ...ends);
    expect(code).toBe(0);
    for (const name of files('base')) {
      const other = text(name.replace('base', 'again')).replaceAll('again-', 'base-');
      expect(other === text(name), name).toBe(true);
    }
  });

  it('takes a saved evaluation, with what computes in the page', async () => {
    const { code } = await report([path('evaluated.json')], 'evaluated', '.html');
    expect(code).toBe(0);
    const page = text('evaluated.html');
    expect(page).toContain('id="live-data"');
    expect(page).toContain('that is all that was saved');
  });

  it('says in the page why nothing computes in it', async () => {
    const { evaluation, ...rest } = JSON.parse(text('base.json')) as Dossier;
    const tool = { ...evaluation.tool, version: '0.0.9' };
    writeFileSync(
      path('old.json'),
      JSON.stringify({ ...rest, evaluation: { ...evaluation, tool } }),
    );
    await report([path('old.json')], 'old', '.html');
    expect(text('old.html')).toMatch(/Nothing can be changed in this page: .* version 0\.0\.9/);
    expect(text('old.html')).not.toContain('id="live-data"');
  });

  it('draws charts as PNG with their text', async () => {
    const { code, err } = await report([path('evaluated.json')], 'drawn', '.png');
    expect([code, err]).toEqual([0, expect.stringMatching(/drawn-readings\.png and 3 more/)]);
    for (const name of files('drawn-')) {
      const bytes = readFileSync(path(name));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      // A drawing without its text compresses to less.
      expect(bytes.length).toBeGreaterThan(20_000);
    }
  });

  it.each([
    [['default', '--out', 'x.pdf'], 'this extension has no format'],
    [['default', '--out', '/nowhere/x.html'], 'the directory does not exist'],
    [['none.json'], 'there is no such file'],
    [['broken.json'], 'this is no JSON'],
    [['sobol.json'], 'this is no saved report or evaluation'],
    [['wrong.json'], 'this does not fit here'],
    [['base.json', '--set', 'unit_busy=0.5'], 'it can not be changed'],
  ])('refuses %j', async ([name = '', ...words], message) => {
    writeFileSync(path('broken.json'), '{"kind": "evaluation"');
    writeFileSync(path('sobol.json'), '{"kind": "sobol"}');
    writeFileSync(path('wrong.json'), '{"kind": "evaluation", "schemaVersion": "1.0"}');
    const { code, out, err } = await runCli(
      'report',
      name.endsWith('.json') ? path(name) : name,
      ...(words[0] === '--out' ? words : ['--out', path('refused.html'), ...words]),
    );
    expect(err).toContain(message);
    expect([out, code]).toEqual(['', 2]);
    expect(files('refused')).toEqual([]);
  });
});
