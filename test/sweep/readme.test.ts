import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OUTPUTS } from '../../src/sweep/outputs.ts';
import { prepareSweep } from '../../src/sweep/sweep.ts';
import { loadScenario } from '../support/loadScenario.ts';

const readme = readFileSync('src/sweep/README.md', 'utf8');
const fences = [...readme.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(([, language, text = '']) => ({
  language,
  text,
}));

describe('the README of sweeps', () => {
  it('has items of ranges that mean what it says', () => {
    const { builtin, scenario } = loadScenario();
    const labels = (over: string): string =>
      prepareSweep(builtin, scenario, { over: [over] }).axes[0]?.labels.join(', ') ?? '';
    expect(labels('prover_clock=200..400 MHz:50')).toBe(
      '200 MHz, 250 MHz, 300 MHz, 350 MHz, 400 MHz',
    );
    expect(labels('fill.lut=0.5..0.9:0.1')).toBe('0.5, 0.6, 0.7, 0.8, 0.9');
    expect(labels('ddr_bandwidth=10 GB/s..640 GB/s:x2')).toContain('320 GB/s, 640 GB/s');
    expect(readme).toContain('vexriscv-full--intel*');
    expect(labels('core=vexriscv-full--intel*')).toContain('vexriscv-full--intel');
  });

  it('computes what it says from a script', () => {
    const { builtin, scenario } = loadScenario();
    const code = fences.find(({ language }) => language === 'ts')?.text ?? '';
    const [, over = ''] = /over: \['([^']+)'\]/.exec(code) ?? [];
    const [, stated = ''] = /\/\/ (.+)$/m.exec(code) ?? [];
    const sweep = prepareSweep(builtin, scenario, { over: [over], columns: ['value'] });
    const values = sweep.rows(0, sweep.size).map(({ value }) => Math.round(value ?? NaN));
    expect(values.map((value) => value.toLocaleString('en-US')).join(', ')).toBe(stated);
  });

  it('queries columns that there are', () => {
    const sql = fences.find(({ language }) => language === 'sql')?.text ?? '';
    for (const name of ['native_rate', 'value']) {
      expect(sql).toContain(name);
      expect(DEFAULT_OUTPUTS).toContain(name);
    }
  });
});
