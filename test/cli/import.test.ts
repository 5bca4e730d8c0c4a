import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/types.ts';
import type { ImportResult } from '../../src/importers/importResult.ts';
import {
  CYCLONE_V,
  quartusSummary,
  ULTRASCALE,
  vivadoTiming,
  vivadoUtilization,
  yosysText,
  type Sites,
} from '../importers/fixtures.ts';
import { runCli } from './runCli.ts';

const work = mkdtempSync(join(tmpdir(), 'emuprove-import-'));
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(work, name);
  writeFileSync(path, content);
  return path;
};
const SITES: Sites = { lut: 1484, memory: 0, ff: 833, ramb36: 2, ramb18: 1, dsp: 4 };
const util = write('util.rpt', vivadoUtilization(SITES));
const timing = write('timing.rpt', vivadoTiming([['clk', 5, 1]]));
const mine = join(work, 'mine');
const UNIT = ['--as', 'unit', '--id', 'my-mul', '--operation', 'gf128_mul', '--per', '1'];

/** Words of the command line that a hint prints, without the program's name. */
const next = (err: string, i: number): string[] =>
  (err.split('\n').filter((line) => line.startsWith('Next: '))[i] ?? '').split(' ').slice(2);

describe('emuprove import', () => {
  it('writes a row that explain shows with its source, as its hint says', async () => {
    const done = await runCli(
      'import',
      'vivado-utilization',
      util,
      timing,
      ...UNIT,
      '--datasets',
      mine,
    );
    expect(done.code).toBe(0);
    expect(done.err).toContain(`wrote ${mine}/units.csv: my-mul`);
    const table = readFileSync(join(mine, 'units.csv'), 'utf8');
    expect(table.split('\n')).toHaveLength(3);

    const evaluated = await runCli(...next(done.err, 0));
    expect(evaluated.code).toBe(0);
    expect(evaluated.out).toContain(`--datasets ${mine}`);
    const explained = await runCli(...next(done.err, 1), '--format', 'json');
    const { trees } = JSON.parse(explained.out) as Explanation;
    const sha256 = createHash('sha256').update(readFileSync(util)).digest('hex');
    expect(trees[0]).toMatchObject({ name: 'unit_lut_measured[gf128_mul]', value: 1484 });
    expect(trees[0]?.input).toMatchObject({
      stage: 'routed',
      cell: `${mine}/units.csv:2 my-mul.lut`,
      date: '2024-03-05',
    });
    expect(trees[0]?.input?.source).toContain(
      `Vivado 2023.2, vivado-utilization ${util} (SHA-256 ${sha256})`,
    );

    const again = await runCli('import', 'vivado-utilization', util, ...UNIT, '--datasets', mine);
    expect(again.code).toBe(2);
    expect(again.err).toContain('my-mul stands there already');
    expect(readFileSync(join(mine, 'units.csv'), 'utf8')).toBe(table);
    const replaced = await runCli('import', util, ...UNIT, '--datasets', mine, '--replace');
    expect(replaced.code).toBe(0);
    expect(readFileSync(join(mine, 'units.csv'), 'utf8')).not.toContain('timing.rpt');
  });

  it('writes a shell that evaluate uses and explain shows', async () => {
    const part = { part: 'xcu280-fsvh2892-2L-e' };
    const sites = { ...SITES, lut: 100_000, uram: 4 };
    const shell = write('shell.rpt', vivadoUtilization(sites, ULTRASCALE, part));
    const to = ['--datasets', join(work, 'shells')];
    const as = ['--as', 'shell', '--id', 'my-u280', '--platform', 'alveo-u280'];
    const done = await runCli('import', shell, ...as, ...to);
    expect(done.err).toContain('platforms.csv: my-u280');
    const [own, built] = await Promise.all(
      [next(done.err, 0), ['evaluate', '--platform', 'alveo-u280']].map((words) =>
        runCli(...words, '--format', 'json'),
      ),
    );
    const cores = ({ out } = { out: '' }): number => Number(/"cores": (\d+)/.exec(out)?.[1]);
    // The shell of the built-in row takes 234,680 LUTs.
    expect(cores(own)).toBeGreaterThan(cores(built));
    const explained = await runCli(...next(done.err, 1), '--format', 'json');
    const { trees } = JSON.parse(explained.out) as Explanation;
    expect(trees[0]).toMatchObject({ name: 'shell[lut]', value: 100_000 });
    expect(trees[0]?.input?.source).toContain(shell);
  });

  it('writes standard cells that evaluate uses and explain shows', async () => {
    const gates = write('gates.txt', yosysText({ top: { cells: { NAND2X1: 120 }, area: 47_600 } }));
    const to = ['--datasets', join(work, 'cells'), '--nand2', '2'];
    const core = await runCli('import', gates, '--as', 'core', '--id', 'c', '--ipc', '0.8', ...to);
    expect(core.err).toContain('No clock is known of the design c: --design names one');
    const known = ['--as', 'core', '--id', 'd', '--design', 'vexriscv-full-no-cache'];
    for (const [as, quantity] of [
      [known, 'core_gate'],
      [UNIT, 'unit_gate_stated[gf128_mul]'],
    ] as const) {
      const done = await runCli('import', gates, ...as, ...to);
      expect(done.err).not.toContain('No clock');
      const evaluated = await runCli(...next(done.err, 0));
      expect(evaluated.out).toMatch(/^(?:Passes|Fails): /);
      const explained = await runCli(...next(done.err, 1), '--format', 'json');
      const { trees } = JSON.parse(explained.out) as Explanation;
      expect(trees[0]).toMatchObject({ name: quantity, value: 23_800 });
    }
  });

  it('prints what reports state, and the row, in every format', async () => {
    // Quartus writes a degree sign in the code page of Windows.
    const text = quartusSummary({ ...CYCLONE_V, 'Revision Name': 'rev \u00b0' });
    const fit = write('top.fit.summary', Buffer.from(text, 'latin1'));
    const json = await runCli('import', 'auto', fit, '--format', 'json');
    const result = JSON.parse(json.out) as ImportResult;
    expect(result).toMatchObject({ kind: 'import', table: null, row: null });
    expect(result.reports[0]).toMatchObject({ format: 'quartus-fit', figures: { lut: 4222 } });
    const csv = await runCli(
      'import',
      fit,
      '--as',
      'core',
      '--id',
      'c',
      '--ipc',
      '0.8',
      '--format',
      'csv',
    );
    expect(csv.out.split('\r\n')[1]).toMatch(
      /^c,c,top,"as built, top",,,Intel Cyclone V,5CSEMA5F31C6,ALM,4222,1595,256,10,/,
    );
    expect(csv.err).toContain('Nothing was written: --datasets DIR');
    const table = await runCli('import', fit);
    expect(table.out).toMatch(/LUTs or the like +4222/);
  });

  it('names the file and the line of what is wrong, and writes nothing', async () => {
    const cut = write('cut.rpt', vivadoUtilization(SITES).slice(0, 1500));
    const { code, err } = await runCli(
      'import',
      'vivado-utilization',
      cut,
      ...UNIT,
      '--datasets',
      join(work, 'none'),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/cut\.rpt:\d+: .*received/);
    expect((await runCli('import', 'vivado-utilisation', util)).err).toContain(
      'did you mean vivado-utilization?',
    );
    expect((await runCli('import', 'auto', join(work, 'nothing.rpt'))).err).toContain(
      'there is no such file',
    );
    expect((await runCli('import', 'auto')).err).toContain('import needs a file');
    expect((await runCli('import', util, '--id', 'x')).err).toContain('--id is about a row');
  });
});

describe('--datasets', () => {
  it('reaches list, validate, sweep, compare and the threads of a study', async () => {
    const own = mkdtempSync(join(tmpdir(), 'emuprove-own-'));
    const head = 'id,operation,title,lut_kind,lut,ff,ops_per_clock,stage,rank,source\n';
    const row = 'gf128-mul-ghash,gf128_mul,mine,LUT6,1000,100,1,routed,primary,me\n';
    writeFileSync(join(own, 'units.csv'), head + row);
    const notice = `${own}/units.csv replaces gf128-mul-ghash of units`;
    const data = ['--datasets', own, '--unit', 'gf128_mul=gf128-mul-ghash'];
    const listed = await runCli('list', 'units', '--filter', 'gf128-mul-ghash', '--datasets', own);
    expect(listed.out).toContain('1000');
    expect(listed.err).toContain(notice);
    const compared = await runCli(
      'compare',
      'default',
      ...data,
      '--set',
      'unit_busy=0.6',
      '--samples',
      '16',
    );
    expect(compared.out).toContain(notice);
    const swept = await runCli(
      'sweep',
      ...data,
      '--over',
      'log2_cycles=20,21',
      '--column',
      'unit_lut_measured[gf128_mul]',
    );
    expect(swept.out).toContain('1,000');
    expect(swept.err).toContain(notice);
    const study = ['montecarlo', ...data, '--samples', '4096', '--format', 'json'];
    const [one, two] = [
      await runCli(...study, '--threads', '1'),
      await runCli(...study, '--threads', '2'),
    ];
    expect(one.out).toContain(notice);
    expect(two.out).toBe(one.out);
  });

  it('is an input that has to be there', async () => {
    const { code, err } = await runCli('evaluate', '--datasets', join(work, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toContain('nowhere: there is no such directory');
  });
});
