import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { EvaluationResult } from '../../src/result/types.ts';
import type { OptimizeResult } from '../../src/optimize/types.ts';
import { runCli } from './runCli.ts';

/** Words of a command line as a shell would split it. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const search = async (...args: string[]): Promise<OptimizeResult> => {
  const { code, out, err } = await runCli('optimize', ...args, '--format', 'json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as OptimizeResult;
};

describe('emuprove optimize', () => {
  it('warns that it takes the centre of what is uncertain', async () => {
    const set = ['--set', 'unit_busy=uniform(0.5, 0.9)', '--over', 'log2_cycles=22'];
    const { warnings } = await search(...set);
    const left = warnings.filter(({ code }) => code === 'doubt-left-out');
    expect(left.map(({ message }) => message).join()).toContain('unit_busy=uniform(0.5, 0.9)');
  });

  it('warns of a best design that evaluate fails for a better core', async () => {
    const { best, warnings } = await search('--set', 'wrapper=3.2', '--over', 'log2_cycles=20..24');
    expect(best?.verdict.outcome).toBe('fail');
    expect(best?.violates).toEqual([]);
    const [rival] = warnings.filter(({ code }) => code === 'rival');
    expect(rival?.message).toMatch(/against ice-v-dual-soc the overhead is 1\d,\d{3}/);
  });

  it('prints the best design, what it changes and how to evaluate it', async () => {
    const { code, out, err } = await runCli('optimize', '--over', 'log2_cycles=21..24');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Least overhead: [\d,]+, 0\.\d+ times the 3,761 of the scenario\. Passes: /,
    );
    expect(out).toMatch(/^log2_cycles +22 +23$/m);
    expect(out).toContain('With whole units');
    expect(out).toMatch(/^Evaluate it: emuprove evaluate default .*--set log2_cycles=23$/m);
    expect(out).toMatch(/^Again: emuprove optimize default --over log2_cycles=21\.\.24$/m);
  });

  it('gives commands that find the same design and evaluate to the same value', async () => {
    const result = await search(
      '--over=log2_cycles=20..23',
      '--set=fill[bram]=0.3',
      '--subject-to',
      'latency<=3 s',
      '--pareto=overhead,prove_energy,proved_rate:max',
    );
    expect(result.best?.command).toContain('unit_cost[');
    const again = await search(...wordsOf(result.scenario.command).slice(2));
    expect(again).toEqual(result);
    const evaluated = await runCli(
      ...wordsOf(result.best?.command ?? '').slice(1),
      '--format=json',
    );
    const { verdict } = JSON.parse(evaluated.out) as EvaluationResult;
    expect((verdict.value ?? NaN) / (result.best?.objective ?? NaN)).toBeCloseTo(1, 12);
    expect(result.pareto?.objectives.map(({ direction }) => direction)).toEqual([
      'minimize',
      'minimize',
      'maximize',
    ]);
  });

  it('writes every format by its extension', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
    const file = (name: string): string => join(directory, name);
    const { code } = await runCli(
      ...['optimize', '--over=log2_cycles=22,23', '--no-mix', '--pareto=overhead,latency'],
      ...[
        '--out',
        file('a.json'),
        '--out',
        file('a.csv'),
        '--out',
        file('a.md'),
        '--out',
        file('a.txt'),
      ],
    );
    expect(code).toBe(0);
    const result = JSON.parse(readFileSync(file('a.json'), 'utf8')) as OptimizeResult;
    expect(result).toMatchObject({ schemaVersion: '1.0', kind: 'optimize', mixed: false });
    const rows = parse(readFileSync(file('a.csv'), 'utf8'), { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ part }) => part)).toEqual(['scenario', 'best', 'front', 'front']);
    expect(rows.map((row) => row['log2_cycles'])).toEqual(['22', '23', '23', '22']);
    expect(Number(rows[1]?.['overhead'])).toBe(result.best?.objective);
    expect(readFileSync(file('a.md'), 'utf8')).toContain('| overhead |');
    expect(readFileSync(file('a.txt'), 'utf8')).toContain('Pareto front');
  });

  it('says so where it stands at the edge of a range', async () => {
    const { out } = await runCli('optimize', '--over=log2_cycles=20..22', '--no-mix');
    expect(out).toContain('log2_cycles = 22 is the greatest value searched');
    expect(out).toContain('widening it may help');
  });

  it('says what is not known, and does not drop it silently', async () => {
    const { code, out } = await runCli(
      ...['optimize', '--over=platform=alveo-u55c,aws-f2.6xlarge', '--minimize=prove_cost'],
    );
    expect(code).toBe(0);
    expect(out).toContain('1 are not known');
    expect(out).toContain('Cost of proving 10^9 instructions not known: no price');
  });

  it('ends with the best so far on Ctrl-C', async () => {
    const listeners = process.listenerCount('SIGINT');
    const timer = setInterval(
      () => process.listenerCount('SIGINT') > listeners && process.emit('SIGINT'),
      1,
    );
    const { code, out } = await runCli(
      ...['optimize', '--no-mix', '--over=unit_busy=0.4..0.9:0.00001', '--format=json'],
    );
    clearInterval(timer);
    expect(code).toBe(0);
    const { complete, counts, best } = JSON.parse(out) as OptimizeResult;
    expect(complete).toBe(false);
    expect(counts.evaluated).toBeLessThan(counts.points);
    expect(best?.objective).toBeGreaterThan(0);
    expect(process.listenerCount('SIGINT')).toBe(listeners);
  });

  it.each([
    [['--over', 'log2_cycles']],
    [['--over', 'log2_cycles=']],
    [['--over', 'planet=mars']],
    [['--over=unit_busy=0.1..0.9:0.0001', '--over=wrapper=0.1..0.9:0.0001']],
    [['--minimize', 'overhed']],
    [['--minimize', 'overhead', '--maximize', 'proved_rate']],
    [['--minimize', '']],
    [['--subject-to', 'latency']],
    [['--subject-to', 'latency<=12 MHz']],
    [['--without', 'everything']],
    [['--pareto', 'overhead,,latency']],
    [['--pareto', '']],
    [['--pareto', 'overhead']],
    [['--pareto', 'overhead,latency,overhead']],
    [['--out', 'design.pdf', '--over=log2_cycles=22']],
  ])('refuses %j with exit code 2', async (args) => {
    const { code, out, err } = await runCli('optimize', ...args);
    expect(err).not.toBe('');
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
