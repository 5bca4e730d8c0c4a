import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Stand-ins for the programs: what the kit does around them is the same, and needs none of them.
const PROGRAMS = {
  iverilog: `[ "$1" = -V ] && echo 'Icarus Verilog version 9.5 (stable)'; exit 0`,
  vvp: `echo "RESULT 60 $(cat wrong 2>/dev/null || echo 0)"`,
  yosys: `
if [ "$1" = -V ]; then echo 'Yosys 9.9 (git sha1 0)'; exit; fi
for script; do :; done
to=$(sed -n 's/^tee -q -o \\([^ ]*\\) .*/\\1/p' "$script")
case $script in gates.ys) cell='$_NAND_';; *) cell='$lut';; esac
cells="{\\"num_cells\\": 8, \\"num_cells_by_type\\": {\\"$cell\\": 8}}"
echo "{\\"modules\\": {\\"top\\": $cells}, \\"design\\": $cells}" > "$to"
echo 'nd = 8 lev = 3'`,
};

const directory = mkdtempSync(join(tmpdir(), 'units-'));
const [bin, out] = [join(directory, 'bin'), join(directory, 'out')];
beforeAll(() => {
  mkdirSync(bin);
  for (const [name, script] of Object.entries(PROGRAMS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('a run', () => {
  it('tells what it does, writes the rows, and compares them with the table', () => {
    const first = run('gf8-mul-aes', '--compare', 'datasets/units.csv', '--date', '2026-11');
    expect(first.status).toBe(0);
    const told = first.stderr.replaceAll(/[\d.]+ s/g, '… s').split('\n');
    expect(told).toEqual([
      '[1/1] mul-aes: simulation: … s {"seen":60,"wrong":0}',
      '[1/1] mul-aes: LUT6, area: … s {"lut":8,"ff":0,"depth":3}',
      '[1/1] mul-aes: LUT4: … s {"lut":8,"ff":0}',
      '[1/1] mul-aes: gates: … s {"ff":0,"gates_ge":8}',
      `1 rows of units and 1 designs are in ${out}`,
      '',
    ]);
    expect(first.stdout).toMatch(/^gf8-mul-aes +8 +39 +-79\.5 % +8 +8 +0 % +8$/m);
    expect(readFileSync(join(out, 'units.csv'), 'utf8')).toContain(
      'gf8-mul-aes,gf8_mul,AES-field multiplier,"GF(2^8), 0x11b",,LUT6,8,8,0,,0,0,1,,1,',
    );
    expect(readFileSync(join(out, 'designs.csv'), 'utf8')).toMatch(/^mul-aes,.*,9\.9,9\.5$/m);
  });

  it('goes on where it was, and does what was asked for besides', () => {
    const { stderr } = run('gf8-mul-aes', '--flow', 'lut6-depth');
    expect(stderr).toContain('mul-aes: LUT6, depth');
    expect(stderr).not.toContain('simulation');
    expect(stderr).not.toContain('LUT4');
  });

  it('synthesises nothing that is not what its model says, and goes on with the next', () => {
    mkdirSync(join(out, 'mul-tower8'));
    writeFileSync(join(out, 'mul-tower8/wrong'), '2');
    const { status, stderr } = run('mul-tower8', 'mul-tower4');
    expect(status).toBe(1);
    expect(stderr).toContain('mul-tower8: 2 of 60 outputs differ from the software model');
    expect(stderr).not.toContain('mul-tower8: LUT');
    expect(stderr).toContain('mul-tower4: gates');
  });

  it('takes nothing into the tables that was found from another circuit', () => {
    const file = join(out, 'mul-aes/measurement.json');
    const kept = readFileSync(file, 'utf8');
    writeFileSync(file, kept.replaceAll(/"key": "\w+"/g, '"key": "of another circuit"'));
    expect(run('mul-tower4').stderr).toContain('0 rows of units and 1 designs');
    writeFileSync(file, kept);
    expect(run('mul-tower4').stderr).toContain('1 rows of units and 2 designs');
  });

  it('refuses results that are damaged, and a library that is not there', () => {
    expect(run('mul-aes', '--liberty', 'no.lib').stderr).toBe('no.lib: there is no such file\n');
    const file = join(out, 'mul-aes/measurement.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100));
    const { status, stderr } = run('mul-tower4');
    expect(status).toBe(2);
    expect(stderr).toContain('this is not a measurement of mul-aes; delete it');
  });
});

function run(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['scripts/units/run.mjs', ...args, '--out', out], {
    encoding: 'utf8',
    env: { PATH: `${bin}:/usr/bin:/bin` },
  });
}
