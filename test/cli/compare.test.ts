import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/compare/types.ts';
import { runCli } from './runCli.ts';

const FEW = ['--samples', '512'];
const directory = mkdtempSync(join(tmpdir(), 'emuprove-compare-cli-'));
const path = (name: string): string => join(directory, name);

beforeAll(async () => {
  await runCli('evaluate', '--out', path('default.json'));
  writeFileSync(
    path('own.yaml'),
    'scenario: own\ntitle: My own\nextends: default\nset: {unit_busy: 0.5}\n',
  );
  writeFileSync(path('broken.json'), '{"kind": "evaluation"');
  writeFileSync(path('other.json'), '{"kind": "sobol", "schemaVersion": "1.0"}');
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

async function json(...args: string[]): Promise<Comparison> {
  const { out, err, code } = await runCli('compare', ...args, ...FEW, '--format', 'json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as Comparison;
}

describe('emuprove compare', () => {
  it('says first what happens, then what it comes from and how sure that is', async () => {
    const { out, err, code } = await runCli('compare', 'default', 'prototyping', ...FEW);
    expect([err, code]).toEqual(['', 0]);
    const [what, why, sure] = out.split('\n');
    expect(what).toMatch(
      /^From default to prototyping the ratio rises by a factor of [\d.]+, from [\d,]+ to [\d,]+, (inside|beyond) the noise; the verdict turns from pass to fail \(the ratio is above its limit of 10,000\)\.$/,
    );
    expect(why).toMatch(
      /^It comes from .*: the native rate rises by .* and the proved rate falls by/,
    );
    expect(sure).toMatch(/^In 90 % of 512 draws the ratio changes by × .* before and .* after\.$/);
    expect(out).toContain('Again: emuprove compare default prototyping --samples 512 --seed 0');
  });

  it('takes one scenario and options for what a change does', async () => {
    const result = await json('default', '--set', 'unit_busy=0.5');
    expect(result).toMatchObject({
      a: { label: 'default' },
      b: { label: 'default with unit_busy=0.5' },
      command: 'emuprove compare default --set unit_busy=0.5 --samples 512 --seed 0',
    });
    expect(result.byInput?.parts.map(({ name }) => name)).toEqual(['unit_busy']);
  });

  it('changes both sides by common options, and one by its own', async () => {
    const result = await json(
      ...['default', 'cloud-f2', '--core', 'serv-tile'],
      ...[
        '-a',
        'unit_busy=0.5',
        '-b',
        'prover=binius64-rv-universal',
        '-b',
        'core=picorv32-regular',
      ],
    );
    expect(result.a.label).toBe('default with core serv-tile, unit_busy=0.5');
    expect(result.choices).toMatchObject([
      { name: 'platform' },
      { name: 'core', a: 'serv-tile', b: 'picorv32-regular' },
      { name: 'prover' },
      { name: 'set.unit_busy', a: '0.5', b: null },
    ]);
  });

  it('compares a saved result with the scenario as it is now', async () => {
    const same = await json(path('default.json'));
    expect(same.summary[0]).toMatch(/^There is no difference/);
    const changed = await json(path('default.json'), '--set', 'unit_busy=0.5');
    expect(changed).toMatchObject({ a: { saved: true }, b: { saved: false } });
    expect(changed.byInput?.parts.map(({ name }) => name)).toEqual(['unit_busy']);
  });

  it('takes a scenario file', async () => {
    const result = await json('default', path('own.yaml'));
    expect(result.choices).toMatchObject([{ name: 'set.unit_busy', a: null, b: '0.5' }]);
  });

  it.each([
    [['default', 'small-board']],
    [['default', 'default']],
    [['default', '--device', 'xcvu9p']],
    [['default', 'reading-per-core']],
    [['default', '--choose', 'core=vexriscv-full-no-cache,serv-tile']],
  ])('writes JSON as its schema says: %j', async (args) => {
    const schema = readFileSync('src/result/schemas/compare.schema.json', 'utf8');
    const check = new Ajv({ strict: false }).compile(JSON.parse(schema) as AnySchema);
    check(await json(...args));
    expect(check.errors).toBeNull();
  });

  it('writes every format by the extension', async () => {
    const files = ['x.json', 'x.csv', 'x.md', 'x.txt'].map(path);
    const outs = files.flatMap((file) => ['--out', file]);
    const { code } = await runCli('compare', 'default', '--set', 'unit_busy=0.5', ...FEW, ...outs);
    expect(code).toBe(0);
    const [, csv = '', md = '', txt = ''] = files.map((file) => readFileSync(file, 'utf8'));
    expect(csv).toMatch(/^part,name,title,unit,a,b,/);
    expect(csv).toMatch(/\r\nby-input,unit_busy,/);
    expect(md).toMatch(/^\*\*From default to default with unit\\_busy=0.5 the ratio rises by 40 %/);
    expect(md).toContain('| --- |');
    expect(txt).toContain('What the change comes from, by input');
    expect(md).toContain('(<x-attribution-input.svg>)');
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('makes one page of it, with charts', async () => {
    const outs = ['d.html', 'd.svg', 'd.vl.json'].flatMap((name) => ['--out', path(name)]);
    const { code, out } = await runCli('compare', 'default', 'prototyping', ...FEW, ...outs);
    expect([code, out]).toEqual([0, '']);
    const page = readFileSync(path('d.html'), 'utf8');
    expect(page).toContain('<h1>default → prototyping</h1>');
    expect(page).toContain('content="default-src &#39;none&#39;;');
    expect(page).toContain('<svg ');
    expect(page).toContain('All inputs that differ');
    expect(page).toContain('emuprove compare default prototyping --samples 512');
    expect(readFileSync(path('d-attribution-input.svg'), 'utf8')).toContain('thin line: where 5');
    const spec = JSON.parse(readFileSync(path('d-attribution-input.vl.json'), 'utf8')) as object;
    expect(spec).toHaveProperty('layer');
    await runCli('compare', 'default', 'prototyping', ...FEW, '--out', path('again.html'));
    expect(readFileSync(path('again.html'), 'utf8') === page).toBe(true);
  });

  it('checks names of files before any work, and says where there is no chart', async () => {
    const refused = await runCli('compare', 'default', 'cloud-f2', '--out', path('x.pdf'));
    expect(refused.err).toContain('.html, .md, .json, .csv, .svg, .png, .vl.json, .txt');
    expect(refused.code).toBe(2);
    const idle = ['--set', 'on_chip_fusion=0.9', '--out', path('idle.svg'), '--out', '-'];
    const { out, err, code } = await runCli('compare', 'default', ...FEW, ...idle);
    expect(err).toMatch(/^nothing is known that a chart would show: no .*idle\.svg\n$/);
    expect(out).toContain('Again: emuprove compare');
    expect(code).toBe(0);
  });

  it.each([
    [['default'], 'there is nothing to compare with'],
    [[], 'Not enough'],
    [['default', 'prototypin'], 'did you mean prototyping?'],
    [['default', 'none.json'], 'there is no such file'],
    [['default', '-b', 'unit_busy'], '-b takes name=value'],
    [['default', '-b', 'aggregation=some'], 'there is no aggregation some'],
    [['default', '-a', 'core=nothing-like-it'], 'there is no core nothing-like-it'],
    [['default', '-b', 'unit_bsuy=0.5'], 'did you mean unit_busy?'],
    [['default', '-b', 'unit.sha256_block=none'], 'there is no unit none'],
    [['default', 'cloud-f2', '--samples', '0'], '--samples takes a whole number'],
    [['default', 'cloud-f2', '--seed', '-1'], '--seed takes a whole number'],
    [['default', '--correlate', 'unit_busy,nothing=0.5'], 'nothing'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, out, err } = await runCli('compare', ...args);
    expect(err).toContain(message);
    expect([out, code]).toEqual(['', 2]);
  });

  it.each([
    ['broken.json', 'this is no JSON'],
    ['other.json', 'this is no saved evaluation'],
  ])('refuses the file %s', async (name, message) => {
    const { code, err } = await runCli('compare', path(name), 'default');
    expect(err).toContain(`${name}: ${message}`);
    expect(code).toBe(2);
  });

  it('refuses to change a saved result', async () => {
    const { code, err } = await runCli(
      'compare',
      path('default.json'),
      'default',
      '--set',
      'unit_busy=0.5',
    );
    expect(err).toContain('is a saved result: it can not be changed');
    expect(code).toBe(2);
  });
});
