import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { runCli } from '../cli/runCli.ts';

const DIRECTORY = 'src/result/schemas';
const schema = (name: string): AnySchema =>
  JSON.parse(readFileSync(`${DIRECTORY}/${name}.schema.json`, 'utf8')) as AnySchema;

const cases: [string, string[]][] = [
  ['evaluation', ['evaluate']],
  ['evaluation', ['evaluate', 'cloud-f2', '--set', 'fill.lut=0.6']],
  ['evaluation', ['evaluate', '--platform', 'alveo-v80']],
  ['evaluation', ['evaluate', '--device', 'xc7a200t', '--prover', 'binius-m3-petravm']],
  ['explanation', ['explain', 'overhead', '--depth', '9']],
  ['listing', ['list', 'devices']],
  ['montecarlo', ['montecarlo', '--samples', '64', '--correlate', 'fill.lut,unit_busy=0.5']],
  [
    'montecarlo',
    ['montecarlo', '--samples', '64', '--choose', 'core=serv-tile:2,vexriscv-full-no-cache'],
  ],
  ['tornado', ['tornado', '--set', 'unit_busy=truncated(normal(0.7, 0.1), 0.3, 1)']],
  ['sampled-tornado', ['tornado', '--sampled', '--samples', '16']],
  ['tornado', ['tornado', '--output', 'prove_energy']],
  ['sampled-tornado', ['tornado', '--sampled', '--samples', '16', '--output', 'prove_energy']],
  ['sobol', ['sobol', '--samples', '64', '--second', '--group', 'fill=fill']],
  ['morris', ['morris', '--trajectories', '4']],
  ['breakeven', ['breakeven', 'prototyping', '--together', 'memory_efficiency,on_chip_fusion']],
  [
    'quantity-breakeven',
    [
      'breakeven',
      '--output',
      'prove_energy',
      '--limit',
      '5000 J',
      '--together',
      'unit_busy,wrapper',
    ],
  ],
  ['grid', ['grid', '--x', 'unit_busy=0..1', '--y', 'fill.lut', '--count', '3']],
  [
    'quantity-grid',
    [
      'grid',
      '--x',
      'unit_busy=0..1',
      '--y',
      'fill.lut',
      '--count',
      '3',
      '--output',
      'prove_energy',
    ],
  ],
  ['backtest', ['backtest', 'units', '--samples', '64']],
  ['phases', ['phases']],
];

describe('the published JSON Schemas', () => {
  it.each(cases)('%s describes the output of %j', async (name, args) => {
    const { out } = await runCli(...args, '--format', 'json');
    const validate = new Ajv({ strict: false }).compile(schema(name));
    validate(JSON.parse(out));
    expect(validate.errors).toBeNull();
  });

  it('refuse what is no result', () => {
    const validate = new Ajv({ strict: false }).compile(schema('evaluation'));
    expect(validate({ schemaVersion: '1.0', kind: 'evaluation', extra: true })).toBe(false);
  });

  it('are what the types say', () => {
    const directory = mkdtempSync(join(tmpdir(), 'emuprove-schemas-'));
    execFileSync('node', ['scripts/schemas.mjs', directory]);
    for (const file of readdirSync(DIRECTORY)) {
      expect(readFileSync(join(directory, file), 'utf8')).toBe(
        readFileSync(join(DIRECTORY, file), 'utf8'),
      );
    }
  });
});
