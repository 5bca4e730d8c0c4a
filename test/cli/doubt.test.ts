import { describe, expect, it } from 'vitest';
import { runCli } from './runCli.ts';

describe('emuprove montecarlo, tornado, breakeven', () => {
  it.each([
    ['montecarlo', 'Passes with a probability of'],
    ['tornado', 'moves the ratio most'],
    ['breakeven', 'Where the verdict flips'],
    ['sobol', 'Most of the spread'],
  ])('%s prints what it found, and the same as JSON', async (command, text) => {
    const table = await runCli(command, 'cloud-f2');
    expect(table.err).toBe('');
    expect(table.code).toBe(0);
    expect(table.out).toContain(text);
    expect(table.out).toContain(`Again: emuprove ${command} cloud-f2`);
    const json = await runCli(command, 'cloud-f2', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ kind: command, scenario: { id: 'cloud-f2' } });
  });

  it.each([
    [['montecarlo', '--samples', '0']],
    [['montecarlo', '--samples', 'many']],
    [['montecarlo', '--seed', '-1']],
    [['sobol', '--samples', '1.5']],
    [['montecarlo', '--method', 'dice']],
    [['tornado', '--platform', 'alveo-v80']],
  ])('refuses %j with exit code 2', async (args) => {
    const { code, out, err } = await runCli(...args);
    expect(err).not.toBe('');
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
