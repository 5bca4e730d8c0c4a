import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PhasesResult } from '../../src/phases/types.ts';
import { roadmapChart } from '../../src/report/charts/roadmap.ts';
import { renderSvg } from '../../src/report/index.ts';
import { renderPhasesHtml } from '../../src/report/html/phasesPage.ts';
import { phasesBlocks } from '../../src/report/table/phasesBlocks.ts';
import { toMarkdown } from '../../src/report/table/markdown.ts';
import { toText } from '../../src/report/table/text.ts';
import { runCli } from '../cli/runCli.ts';
import { HOSTILE } from '../report/hostile.ts';
import { specCheck } from '../support/specCheck.ts';

const scratch = mkdtempSync(join(tmpdir(), 'emuprove-phases-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const run = await runCli('phases', '--format', 'json');
const result = JSON.parse(run.out) as PhasesResult;
const one = JSON.parse((await runCli('phases', 'sp1', '--format', 'json')).out) as PhasesResult;

/** A score with one text in the place of every text but the keys. */
function withText(of: PhasesResult, text: string): PhasesResult {
  const keys = new Set([
    'id',
    'milestone',
    'figure',
    'status',
    'basis',
    'outcome',
    'isa',
    'scope',
    'stage',
  ]);
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return keys.has(key) ? value : text;
    if (Array.isArray(value)) return value.map((item: unknown) => replace(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, replace(item, name)] as const),
    );
  };
  return replace(of, '') as PhasesResult;
}

describe('emuprove phases', () => {
  it('prints a matrix that fits 80 columns', () => {
    expect(run.code).toBe(0);
    const text = toText(phasesBlocks(result), { color: false, width: 80 });
    const matrix = text
      .split('\n')
      .filter((line) => /^(system|-{3}|[A-Z].*  (\?|n\/c|yes|no)\*? )/.test(line));
    expect(matrix.length).toBe(result.systems.length + 2);
    for (const line of matrix) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('marks what only the model says, and that it stands for nothing that was built', () => {
    const text = toText(phasesBlocks(result), { color: false, width: 80 });
    const { cells } = result.systems.find(({ system }) => system.id === 'binius64') ?? {
      cells: [],
    };
    const models = cells.filter(({ basis, status }) => basis === 'model' && status !== 'unknown');
    const row = text.split('\n').find((line) => line.startsWith('Binius64 ')) ?? '';
    expect(row.match(/(yes|no)\*/g)?.length).toBe(models.length);
    expect(row).not.toMatch(/(yes|no)( |$)/);
    expect(text).toMatch(/\*: by the model of this tool, nothing was\s+built/);
  });

  it('shows one system with version, machine, date and address of each figure', () => {
    const text = toText(phasesBlocks(one), { color: false, width: undefined });
    expect(text).toContain(
      'Version 5.2.4, 50 Ethereum mainnet blocks, AMD EPYC-Milan, 61 GiB, 2026-05-11, measured',
    );
    expect(text).toContain('https://github.com/eth-act/zkevm-benchmark-runs/');
    expect(text).toContain('Figures that answer no milestone');
    expect(text).toContain('nothing was proved');
  });

  it('writes a page, its chart and data, and refuses what has no format', async () => {
    const files = ['a.html', 'a.svg', 'a.vl.json', 'a.csv', 'a.json', 'a.md'].map((name) =>
      join(scratch, name),
    );
    const { code, out } = await runCli('phases', ...files.flatMap((file) => ['--out', file]));
    expect([code, out]).toEqual([0, '']);
    const [page = '', svg = '', , csv = '', json = ''] = files.map((file) =>
      readFileSync(file, 'utf8'),
    );
    expect(page).toContain('<h1>The roadmap, scored</h1>');
    expect(svg).toContain('<svg');
    expect(csv.trim().split('\r\n').length).toBe(
      1 + result.systems.length * result.milestones.length,
    );
    expect((JSON.parse(json) as PhasesResult).counts).toEqual(result.counts);
    expect((await runCli('phases', '--out', join(scratch, 'a.docx'))).code).toBe(2);
  });

  it('names the nearest system, and the command that gives a result again', async () => {
    const { code, err } = await runCli('phases', 'zisc');
    expect([code, err.includes('zisk')]).toEqual([2, true]);
    expect(one.command).toBe('emuprove phases sp1');
  });

  it('asks the model in another scenario', async () => {
    const { out } = await runCli(
      'phases',
      'binius64',
      '--scenario',
      'small-board',
      '--format',
      'json',
    );
    const { systems, command } = JSON.parse(out) as PhasesResult;
    const cell = systems[0]?.cells.find(({ milestone }) => milestone === 'speed-2-fpga');
    expect(cell?.figure).toContain('small-board');
    expect(command).toBe('emuprove phases binius64 --scenario small-board');
  });
});

describe('the chart of the roadmap', () => {
  const valid = specCheck();

  it.each(['wide', 'narrow'] as const)('is Vega-Lite, drawn %s', async (layout) => {
    const chart = roadmapChart(result, layout);
    if (chart === null) throw new Error('no chart');
    expect(valid(chart.spec)).toBe(true);
    const svg = await renderSvg(chart);
    for (const { system } of result.systems.slice(0, 3))
      expect(svg).toContain(system.name.slice(0, 6));
    expect(chart.table.rows.length).toBe(result.systems.length);
  });

  it('says nothing where there is nothing', () => {
    expect(roadmapChart({ ...result, systems: [] })).toBeNull();
    expect(roadmapChart({ ...result, milestones: [] })).toBeNull();
  });

  it('tells every status by its letter, not by colour alone', () => {
    const text = JSON.stringify(roadmapChart(result)?.spec);
    for (const letter of ['"met"', '"no"', '"n/c"', '"?"']) expect(text).toContain(letter);
  });
});

describe('hostile text', () => {
  it.each(Object.entries(HOSTILE))('%s stays text', async (_, text) => {
    const hostile = withText(one, text);
    const page = await renderPhasesHtml(hostile);
    expect(page).not.toMatch(/<script>window/);
    expect(page).not.toMatch(/<img src=x/);
    expect(page).not.toMatch(/href="(?!https?:|#|data:,)/);
    const plain = toText(phasesBlocks(hostile), { color: false, width: 80 });
    expect(plain).not.toMatch(/[\u0000\u0007\u001b\u202e\u2066]/);
    expect(toMarkdown(phasesBlocks(hostile))).not.toMatch(/<script/);
  });
});
