import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DESIGNS } from '../../scripts/units/designs/all.ts';
import { listing } from '../../scripts/units/listing.ts';
import { chosen, readOptions } from '../../scripts/units/options.ts';
import { UNITS } from '../../scripts/units/rows/units.ts';

const directory = mkdtempSync(join(tmpdir(), 'units-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('the options', () => {
  it('name designs or rows', () => {
    const ids = (names: string[]): string[] => chosen(names, DESIGNS, UNITS).map(({ id }) => id);
    expect(ids([])).toHaveLength(DESIGNS.length);
    expect(ids(['gf32-mul-lut4', 'mul-tower32'])).toEqual(['mul-tower32', 'mul-tower32-4stage']);
    expect(() => ids(['mul-towr32'])).toThrow('there is no design or row mul-towr32');
  });

  it('are refused together, with what would have been right', () => {
    const args = ['--seed', '0', '--jobs', 'x', '--flow', 'lut7', '--date', '2026-13'];
    expect(() => readOptions(args, 'out')).toThrow(/--flow.*--date.*--seed.*--jobs/s);
    expect(() => readOptions(['--lits'], 'out')).toThrow('--lits');
  });
});

describe('the listing', () => {
  it('shows designs with the rows that they lead to', () => {
    expect(listing(DESIGNS, UNITS)).toMatch(
      /^mul-tower32 .*GF\(2\^32\).* -> gf32-mul, gf32-mul-lut4$/m,
    );
  });
});

describe('the command', () => {
  it('says how to install what is missing, and which name was meant', () => {
    const none = { encoding: 'utf8', env: { PATH: directory } } as const;
    const command = ['scripts/units/run.mjs', 'mul-tower4', '--out', directory];
    const missing = spawnSync(process.execPath, command, none);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain(
      'yosys is not installed; on Debian: apt-get update && apt-get install',
    );
    const misspelt = spawnSync(process.execPath, [...command, 'keccak-iterativ'], none);
    expect(misspelt.status).toBe(2);
    expect(misspelt.stderr).toContain('did you mean keccak-iterative?');
  });
});
