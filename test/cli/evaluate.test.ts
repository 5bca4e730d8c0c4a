import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvaluationResult } from '../../src/result/types.ts';
import { runCli } from './runCli.ts';

const json = async (...args: string[]): Promise<EvaluationResult> => {
  const { out, err, code } = await runCli('evaluate', ...args, '--format', 'json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as EvaluationResult;
};

describe('emuprove evaluate', () => {
  it('leads with the verdict sentence and shows every part', async () => {
    const { out, err, code } = await runCli('evaluate');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.split('\n')[0]).toMatch(/^(Passes|Fails|Undecided): .+\.$/);
    for (const part of [
      'Native side',
      'Proving side',
      'Readings',
      'Sub-tests',
      'Phases',
      'Best native cores',
      'Cost',
      'inputs:',
      'Again: emuprove evaluate default',
    ]) {
      expect(out).toContain(part);
    }
  });

  it('is what the bare command does', async () => {
    expect((await runCli()).out).toBe((await runCli('evaluate')).out);
  });

  it('prints the same bytes twice', async () => {
    expect((await runCli('evaluate', '--format', 'json')).out).toBe(
      (await runCli('evaluate', '--format', 'json')).out,
    );
  });

  it.each([
    'cloud-f2',
    'small-board',
    'prototyping',
    'reading-overhead',
    'reading-per-core',
    'reading-literal',
  ])('evaluates the built-in scenario %s to a verdict', async (scenario) => {
    const result = await json(scenario);
    expect(['pass', 'fail']).toContain(result.verdict.outcome);
    expect(result.scenario.id).toBe(scenario);
  });

  it('shows how the readings differ: by the number of cores, and by its square', async () => {
    const result = await json();
    const value = (id: string): number =>
      result.readings.find((reading) => reading.id === id)?.value.value as number;
    const cores = result.native.find((figure) => figure.name === 'cores')?.value as number;
    expect(value('overhead') / value('per_core')).toBeCloseTo(cores, 6);
    expect(value('per_core') / value('literal')).toBeCloseTo(cores, 6);
  });

  it('knows the price of the cloud instance and says so where there is none', async () => {
    const cloud = await json('cloud-f2');
    const cost = cloud.cost.find((figure) => figure.name === 'prove_cost');
    // 1.98 USD/h / 3600 s / proved rate x 10^9 instructions.
    const proved = cloud.proving.find((figure) => figure.name === 'proved_rate')?.value as number;
    expect(cost?.value).toBeCloseTo(((1.98 / 3600) * 1e9) / proved, 10);
    const owned = await json();
    expect(owned.cost.find((figure) => figure.name === 'prove_cost')).toMatchObject({
      value: null,
      missing: ['price'],
    });
    const filled = await json('--set', 'price=8000');
    expect(filled.cost.find((figure) => figure.name === 'prove_cost')?.value).toBeGreaterThan(0);
  });

  it('is undecided, and says by what, where an input has no value', async () => {
    const { out, code } = await runCli('evaluate', '--platform', 'alveo-v80', '--format', 'json');
    expect(code).toBe(0);
    const { verdict } = JSON.parse(out) as EvaluationResult;
    expect(verdict.outcome).toBe('undecided');
    expect(verdict.missing).toContain('shell[lut]');
    expect(verdict.sentence).toContain('shell[lut]');
  });

  it('moves with --set, in the unit that is given', async () => {
    const half = await json('--set', 'reference_clock=150 MHz');
    const base = await json();
    const rate = (result: EvaluationResult): number =>
      result.proving.find((figure) => figure.name === 'fabric_rate')?.value as number;
    expect(rate(half) / rate(base)).toBeCloseTo(0.5, 2);
    expect(half.inputsUsed.find((input) => input.name === 'reference_clock')).toMatchObject({
      value: 1.5e8,
      origin: 'set',
      stage: 'assumed',
    });
  });

  it('reproduces itself: the command in the result gives the same figures', async () => {
    const first = await json('cloud-f2', '--set', 'fill.lut=0.6', '--core', 'serv-tile');
    const words = first.scenario.command.split(' ').slice(2);
    const again = await json(...words);
    expect(again.verdict).toEqual(first.verdict);
    expect(again.quantities).toEqual(first.quantities);
  });

  it('writes files of several formats at once and nothing on standard output', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
    const names = ['r.json', 'r.csv', 'r.md', 'r.txt'];
    const { out, code } = await runCli(
      'evaluate',
      ...names.flatMap((name) => ['--out', join(directory, name)]),
    );
    expect(code).toBe(0);
    expect(out).toBe('');
    expect(readdirSync(directory).sort()).toEqual([...names].sort());
    expect(JSON.parse(readFileSync(join(directory, 'r.json'), 'utf8'))).toHaveProperty('verdict');
    expect(readFileSync(join(directory, 'r.csv'), 'utf8')).toMatch(
      /^part,name,value,unit,title\r\n/,
    );
  });

  it.each([
    [['--out', 'result.docx'], 'extension'],
    [['--out', '/nowhere/at/all/r.json'], 'directory'],
    [['--set', 'on_chip_fusio=0.5'], 'on_chip_fusion'],
    [['--set', 'fill.lutt=0.5'], 'lut'],
    [['--set', 'fill'], 'name=value'],
    [['--set', 'reference_clock=3 s'], 'unit'],
    [['--set', '__proto__=1'], 'name=value'],
    [['--set', 'fill.lut=abc'], 'not a number'],
    [['--set', 'fill.lut=1e999'], 'not a number'],
    [['--core', 'vexrisc-full'], 'did you mean'],
    [['--platform', 'alveo-u55'], 'alveo-u55c'],
    [['--device', 'xcvu47'], 'xcvu47p'],
    [['--prover', 'binius-rv'], 'prover'],
    [['--unit', 'gf128_mul=nothing'], 'gf128-mul-ghash'],
    [['--unit', 'gf128_mull=gf128-mul-ghash'], 'gf128_mul'],
    [['--reading', 'generous'], 'reading'],
    [['--nonsense'], 'nonsense'],
    [['no-such-scenario'], 'default'],
    [['./no-such-file.yaml'], 'no such file'],
    [['--check', 'overhed<=10'], 'did you mean overhead'],
    [['--check', 'overhead'], 'condition'],
    [['--set', 'unit_busy=0'], 'division by zero'],
    [['--set', 'fill.lut=2'], '0 to 1'],
    [['--set', 'unit_busy=-1'], 'makes no sense'],
    [['--set', 'wrapper=-5'], 'makes no sense'],
    [['--set', 'aggregation_overhead=-0.9'], 'makes no sense'],
    [['--set', 'verifier_circuit_time=-100'], 'makes no sense'],
    [['--set', 'dies=0.5'], 'at least 1'],
    [['--set', 'one_core=5'], 'constant'],
    [['--set', 'overhead_limit=20000'], 'constant'],
    [['--set', 'overhead=5'], 'can not be set'],
    [['--set', 'passes=1'], 'can not be set'],
    [['--platform', 'alveo-u55c', '--platform', 'vcu118'], 'once only'],
    [['--out', '/proc/x.json'], 'written'],
  ])('refuses %j with exit code 2 and nothing on standard output', async (args, message) => {
    const { code, out, err } = await runCli('evaluate', ...args);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('suggests the command that was meant', async () => {
    const { code, err } = await runCli('evalute');
    expect(code).toBe(2);
    expect(err).toContain('did you mean evaluate?');
  });

  it('exits with 3 where a condition of --check does not hold, and with 0 where it does', async () => {
    expect((await runCli('evaluate', '--check')).code).toBe(0);
    expect((await runCli('evaluate', '--check', 'overhead<=100')).code).toBe(3);
    expect((await runCli('evaluate', '--check', 'proof_bytes<=256 kB')).code).toBe(0);
    const failed = await runCli('evaluate', 'small-board', '--check');
    expect(failed.code).toBe(3);
    expect(failed.err).toContain('check failed');
    // What is not known meets no condition.
    expect((await runCli('evaluate', '--check', 'price<=1e9')).code).toBe(3);
  });

  it('does not call a prover passed that only a weak core makes pass', async () => {
    const args = ['--core', 'serv-tile', '--prover', 'binius64-rv-universal'];
    const { verdict, rival } = await json(...args);
    expect(verdict.value).toBeLessThan(verdict.limit);
    expect(rival.overhead).toBeGreaterThan(verdict.limit);
    expect(verdict.outcome).toBe('fail');
    expect((await runCli('evaluate', ...args, '--check')).code).toBe(3);
  });

  it('warns of formulas that are set over', async () => {
    const { warnings } = await json('--set', 'prover_clock=250 MHz');
    expect(warnings.map((warning) => warning.code)).toContain('OVERRIDDEN_FORMULA');
  });

  it('counts the points of the clock curve among its inputs, and names those that it passes over', async () => {
    const { inputsUsed, warnings } = await json();
    const points = inputsUsed.filter((input) => input.name.startsWith('clock_retention('));
    expect(points.length).toBe(5);
    expect(points.every((point) => point.cell?.startsWith('datasets/fill_clock.csv:'))).toBe(true);
    expect(warnings.find((warning) => warning.code === 'CLOCK_CURVE')?.message).toContain('grvi');
  });

  it('takes a dash for standard output', async () => {
    expect((await runCli('evaluate', '--out', '-')).out).toBe((await runCli('evaluate')).out);
  });

  it('fails without aggregation: forty trees make a proof of megabytes', async () => {
    const { verdict, tests } = await json('--aggregation', 'none');
    expect(verdict.outcome).toBe('fail');
    expect(tests.find((test) => test.id === 'proof_size')?.outcome).toBe('fail');
  });
});
