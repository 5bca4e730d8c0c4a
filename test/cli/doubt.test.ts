import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MontecarloReport } from '../../src/doubt/types.ts';
import { runCli } from './runCli.ts';

describe('emuprove montecarlo, tornado, breakeven', () => {
  it.each([
    ['montecarlo', 'Passes with a probability of'],
    ['tornado', 'moves the ratio most'],
    ['breakeven', 'Where the verdict flips'],
    ['sobol', 'Most of the spread'],
    ['morris', 'answers most to'],
  ])('%s prints what it found, and the same as JSON', async (command, text) => {
    const table = await runCli(command, 'cloud-f2');
    expect(table.err).toBe('');
    expect(table.code).toBe(0);
    expect(table.out).toContain(text);
    expect(table.out).toContain(`Again: emuprove ${command} cloud-f2\n`);
    const json = await runCli(command, 'cloud-f2', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ kind: command, scenario: { id: 'cloud-f2' } });
  });

  it.each([
    [['montecarlo', '--samples', '0']],
    [['montecarlo', '--samples', 'many']],
    [['montecarlo', '--seed', '-1']],
    [['sobol', '--samples', '1.5']],
    [['sobol', '--samples', '63']],
    [['tornado', '--samples', '64']],
    [['tornado', '--seed', '1']],
    [['montecarlo', '--method', 'dice']],
    [['tornado', '--output', 'latency', '--output', 'prove_energy']],
    [['breakeven', '--output', 'prove_energy']],
    [['breakeven', '--limit', '5']],
    [['tornado', '--platform', 'alveo-v80']],
    [['montecarlo', '--seed', '1152921504606846976']],
    [['montecarlo', '--samples', '1e12']],
    [['montecarlo', '--confidence', '1']],
    [['montecarlo', '--set', 'unit_busy=normal(0.8,0.1)']],
    [['montecarlo', '--correlate', 'fill.lut,unit_busy=1']],
    [['montecarlo', '--choose', 'core=serv-tile,serv-tile']],
    [['montecarlo', '--choose', 'core=serv-tile', '--choose', 'core=vexriscv-full-no-cache']],
    [['montecarlo', '--core', 'picorv32-small', '--choose', 'core=serv-tile']],
    [['montecarlo', '--choose', 'platform=alveo-u55c', '--choose', 'device=xcvu47p']],
    [['montecarlo', '--check', 'P(pas)>=0.9']],
    [['montecarlo', '--check', 'overhead<=10000']],
    [['sobol', '--group', 'a']],
    [['sobol', '--correlate', 'fill.lut,unit_busy=0.5']],
    [['morris', '--trajectories', '1']],
    [['tornado', '--sampled', '--samples', '1e9']],
    [['grid']],
    [['grid', '--x', 'unit_busy=0.3', '--y', 'wrapper']],
    [['grid', '--x', 'unit_busy=0.3..0.4..0.5', '--y', 'wrapper']],
    [['grid', '--x', 'unit_busy', '--y', 'wrapper', '--count', '1']],
  ])('refuses %j with exit code 2', async (args) => {
    const { code, out, err } = await runCli(...args);
    expect(err).not.toBe('');
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

const FEW = ['--samples', '512'];

describe('a condition on a probability', () => {
  it.each([
    ['P(pass)>=0.5', 0],
    ['P(pass) < 50 %', 3],
    ['P(ratio)>0.999', 3],
    ['P(memory_passes)>=1', 0],
  ])('%s: exit code %i', async (condition, expected) => {
    const { code, err } = await runCli('montecarlo', ...FEW, '--check', condition);
    expect(code).toBe(expected);
    if (expected === 3) expect(err).toContain(`--check ${condition}: not met, it is `);
    else expect(err).toBe('');
  });
});

describe('the line that makes a study again', () => {
  it.each([
    [['montecarlo', 'cloud-f2', ...FEW, '--seed', '3', '--output', 'latency']],
    [['montecarlo', ...FEW, '--set', 'wrapper=pert(0.2, 0.3, 0.5)']],
    [['montecarlo', ...FEW, '--choose', 'core=serv-tile:2,vexriscv-full-no-cache']],
    [['montecarlo', ...FEW, '--correlate', 'fill.lut,unit_busy=-0.5']],
    [['sobol', '--samples', '64', '--group', 'fill=fill']],
    [['grid', '--x', 'reference_clock=100 MHz..400 MHz', '--y', 'unit_busy', '--count', '3']],
    [['breakeven', 'prototyping', '--together', 'memory_efficiency,on_chip_fusion']],
    [['tornado', '--sampled', '--samples', '64']],
    [['breakeven', 'cloud-f2', '--output', 'prove_cost', '--limit', '0.02 USD']],
  ])('does so: %j', async (args) => {
    const first = await runCli(...args);
    expect(first.err).toBe('');
    const [, line = ''] = /^Again: emuprove (.*)$/m.exec(first.out) ?? [];
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    expect(await runCli(...words)).toEqual(first);
  });

  it('keeps the doubt of a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'emuprove-')), 'mine.yaml');
    const text = [
      'scenario: mine',
      'title: Mine',
      'extends: default',
      'set:',
      '  unit_busy: {value: 0.6, low: 0.5, high: 0.8, stage: routed, source: me}',
      '  wrapper: {value: 0.3, stage: measured}',
      '  reference_clock: {value: 250 MHz, stage: synthesis}',
      '  fill: {value: 60 %, low: 50}',
      'correlate:',
      '  - {between: [unit_busy, fill.lut], value: -0.4}',
      'choose:',
      '  core: {vexriscv-full-no-cache: 2, serv-tile: 1}',
    ];
    writeFileSync(file, text.join('\n'));
    const first = await runCli('montecarlo', file, ...FEW, '--format', 'json');
    expect(first.err).toBe('');
    const report = JSON.parse(first.out) as MontecarloReport;
    expect(report.inputs.some(({ name }) => name === 'wrapper')).toBe(false);
    const words = [...report.scenario.command.matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const again = await runCli(...words.slice(1), '--format', 'json');
    expect(again.err).toBe('');
    const quantiles = ({ result }: MontecarloReport): (string | undefined)[] =>
      result.outputs[0]?.quantiles.map(({ value }) => value.toPrecision(9)) ?? [];
    const second = JSON.parse(again.out) as MontecarloReport;
    // Ranges go through their unit and back: the last bits may turn.
    expect(quantiles(second)).toEqual(quantiles(report));
    expect((await runCli('validate', file)).code).toBe(0);
    // Without doubt the first of every choice stands, and evaluate says so in its own words.
    const plain = await runCli('evaluate', file);
    expect(plain.out).toMatch(/^Again: emuprove evaluate(?!.*--(choose|correlate))/m);
  });

  it.each([
    ['choose:\n  core: []'],
    ['choose:\n  core: {}'],
    ['choose:\n  core: [serv-tile, serv-tile]'],
    ['choose:\n  core: [serv-tile, nothing]'],
    ['choose:\n  kernel: [a]'],
    ['choose:\n  core: {serv-tile: 0}'],
    ['choose:\n  platform: [alveo-u55c]\n  device: [xcvu47p]'],
    ['core: picorv32-small\nchoose:\n  core: [serv-tile]'],
    ['correlate:\n  - {between: [fill.lut, nothing], value: 0.5}'],
    ['correlate:\n  - {between: [fill.lut, unit_busy], value: 1}'],
    ['correlate:\n  - {between: [fill.lut], value: 0.5}'],
    ['set:\n  unit_busy: {value: "uniform(0.5, 0.9)", low: 0.4}'],
    ['set:\n  unit_busy: "@samples.csv:a"'],
  ])('validate finds what is wrong with %j', async (text) => {
    const file = join(mkdtempSync(join(tmpdir(), 'emuprove-')), 'mine.yaml');
    writeFileSync(file, `scenario: mine\ntitle: Mine\nextends: default\n${text}\n`);
    const { code, err } = await runCli('validate', file);
    expect(err).toContain('1 issue');
    expect(code).toBe(2);
  });
});

describe('samples of a file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
  const file = join(directory, 'samples.csv');
  writeFileSync(
    file,
    'busy,clock,bad,busy2,busy2\n0.5,250 MHz,x,1,1\n0.6,0.3 GHz,,1,1\n0.8,200,2,1,1\n',
  );

  it('are drawn, and named in the line that makes the study again', async () => {
    const set = `unit_busy=@${file}:busy`;
    const { out, err } = await runCli('montecarlo', ...FEW, '--set', set, '--format', 'json');
    expect(err).toBe('');
    const report = JSON.parse(out) as MontecarloReport;
    expect(report.scenario.command).toContain(`--set ${set}`);
    expect(report.inputs.find(({ name }) => name === 'unit_busy')?.distribution).toEqual({
      kind: 'empirical',
      values: [0.5, 0.6, 0.8],
    });
    const evaluated = await runCli('evaluate', '--set', set);
    expect(evaluated.out).toContain(`set: unit_busy = @${file}:busy`);
  });

  it('may have units', async () => {
    const set = `reference_clock=@${file}:clock`;
    const { out } = await runCli('montecarlo', ...FEW, '--set', set, '--format', 'json');
    const { inputs } = JSON.parse(out) as MontecarloReport;
    expect(inputs.find(({ name }) => name === 'reference_clock')?.distribution).toMatchObject({
      values: [250e6, 300e6, 200e6],
    });
  });

  it.each([
    [`@${file}:bad`, ':2:bad: this is not a number (received x)'],
    [`@${file}:bad`, ':3:bad: a number is missing'],
    [`@${file}:bus`, 'did you mean busy?'],
    [`@${file}:busy2`, 'two columns are called busy2'],
    [`@${file}`, '@file.csv:column'],
    [`@${directory}/none.csv:a`, 'there is no such file'],
    [`@${directory}:a`, 'this is a directory'],
  ])('are refused: %s', async (value, message) => {
    const { code, err } = await runCli('montecarlo', ...FEW, '--set', `unit_busy=${value}`);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('studies as CSV', () => {
  it.each([
    [['montecarlo', ...FEW], 'name,what,value,low,high,probability,open'],
    [['tornado'], 'input,low,high,base,outputAtLow,outputAtHigh,swing,crosses'],
    [
      ['tornado', '--sampled', '--samples', '64'],
      'input,low,high,medianAtLow,medianAtHigh,withinAtLow,withinAtHigh,swing',
    ],
    [
      ['sobol', '--samples', '64', '--second', '--group', 'f=fill'],
      'output,index,input,value,low,high,other',
    ],
    [['morris', '--trajectories', '4'], 'input,mean,meanAbsolute,deviation,standardError,effects'],
    [['breakeven'], 'what,input,base,status,low,high,value,factor,beyond'],
    [
      ['grid', '--x', 'unit_busy', '--y', 'fill.lut', '--count', '3'],
      'unit_busy,fill[lut],ratio,passes',
    ],
  ])('%j', async (args, header) => {
    const { out, err } = await runCli(...args, '--format', 'csv');
    expect(err).toBe('');
    const [first, ...lines] = out.trim().split(/\r?\n/);
    expect(first?.replaceAll('"', '')).toBe(header);
    expect(lines.length).toBeGreaterThan(5);
    expect(out).not.toContain('NaN');
  });
});
