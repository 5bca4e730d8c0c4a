import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromSnapshot, toSnapshot, type Builtin } from '../../src/builtin/builtin.ts';
import { withUserData } from '../../src/builtin/withUserData.ts';
import { rowOf } from '../../src/datasets/rowsWith.ts';
import { prepare } from '../../src/doubt/prepare.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import { buildResult } from '../../src/result/build.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { prepareSweep } from '../../src/sweep/sweep.ts';
import { builtin } from '../support/loadScenario.ts';

/** A directory with files. */
function directory(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), 'emuprove-user-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

const UNITS = 'id,operation,title,lut_kind,lut,ff,ops_per_clock,stage,rank,source\n';
const unit = (id: string, lut: number, operation = 'gf128_mul'): string =>
  `${id},${operation},mine,LUT6,${lut},100,1,routed,primary,my report\n`;

function wrong(...directories: string[]): string {
  try {
    withUserData(builtin(), directories);
  } catch (error) {
    if (error instanceof InputError) return formatIssues(error.issues);
    throw error;
  }
  throw new Error('there is nothing wrong');
}

function scenarioOf(parts: Builtin, id = 'default', more: Partial<Scenario> = {}): Scenario {
  const source = parts.scenarios.get(id);
  if (source === undefined) throw new Error(`there is no scenario ${id}`);
  return { ...completeScenario(source, parts.scenarios), ...more };
}

describe("a user's directory", () => {
  it('adds rows, with their file as it was named', () => {
    const mine = directory({ 'units.csv': UNITS + unit('my-mul', 2000) });
    const parts = withUserData(builtin(), [mine]);
    const table = parts.datasets.get('units');
    expect(table?.rows).toHaveLength((builtin().datasets.get('units')?.rows.length ?? 0) + 1);
    expect(rowOf(table, 'my-mul')).toMatchObject({ file: `${mine}/units.csv`, line: 2 });
    expect(parts.user).toMatchObject([{ path: mine, notices: [] }]);
    expect(builtin().user).toBeUndefined();
  });

  it('replaces whole rows and says so; the later directory wins', () => {
    const key = 'gf128-mul-ghash';
    const one = directory({ 'units.csv': UNITS + unit(key, 1111) });
    const two = directory({ 'units.csv': UNITS + unit(key, 2222) });
    const parts = withUserData(builtin(), [one, two]);
    const row = rowOf(parts.datasets.get('units'), key);
    expect(row?.cells).toMatchObject({ lut: 2222, title: 'mine' });
    expect(row?.cells).not.toHaveProperty('latency_clocks');
    const notices = (parts.user ?? []).flatMap((own) => own.notices);
    expect(notices.filter((notice) => notice.includes(' replaces '))).toEqual([
      expect.stringContaining(`${one}/units.csv replaces ${key} of units`),
      expect.stringContaining(`${two}/units.csv replaces ${key} of units`),
    ]);
    expect(
      rowOf(withUserData(builtin(), [two, one]).datasets.get('units'), key)?.cells['lut'],
    ).toBe(1111);
  });

  it('says when a replaced row was a default and is none any more', () => {
    const mine = directory({ 'units.csv': UNITS + unit('gf128-mul-ghash', 1111) });
    const [own] = withUserData(builtin(), [mine]).user ?? [];
    expect(own?.notices[1]).toContain('no default unit any more');
  });

  it('has one default unit, its own', () => {
    const head = UNITS.replace('lut_kind', 'default,lut_kind');
    const row = unit('my-mul', 2000).replace('LUT6', 'yes,LUT6');
    const mine = directory({ 'units.csv': head + row });
    const parts = withUserData(builtin(), [mine]);
    const { result } = buildResult(
      parts,
      scenarioOf(parts, 'default', { device: 'xcvu9p' }),
      undefined,
      false,
    );
    expect(result.units.find(({ operation }) => operation === 'gf128_mul')?.unit).toBe('my-mul');
    expect(parts.user?.[0]?.notices).toEqual([
      expect.stringContaining('makes my-mul the default unit instead of gf128-mul-ghash'),
    ]);
  });

  it('changes nothing where it is a copy of what ships', () => {
    const copy = directory({ 'devices.csv': readFileSync('datasets/devices.csv', 'utf8') });
    const parts = withUserData(builtin(), [copy]);
    expect(parts.datasets.get('devices')?.rows).toEqual(builtin().datasets.get('devices')?.rows);
    expect(parts.user?.[0]?.notices).toEqual([]);
  });

  it('is found again in results, with its notices, hashes and the command', () => {
    const text = UNITS + unit('gf128-mul-ghash', 1111);
    const mine = directory({ 'units.csv': text });
    const parts = withUserData(builtin(), [mine]);
    const scenario = scenarioOf(parts, 'default', {
      datasets: [mine],
      units: { gf128_mul: 'gf128-mul-ghash' },
    });
    const shipped = scenarioOf(parts);
    const { result } = buildResult(parts, scenario, shipped, false);
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(result.inputs).toContainEqual({ file: `${mine}/units.csv`, sha256 });
    expect(result.warnings[0]).toMatchObject({ code: 'USER_DATA' });
    expect(result.warnings[0]?.message).toContain(`${mine}/units.csv replaces gf128-mul-ghash`);
    expect(result.scenario.command).toContain(`evaluate default --datasets ${mine} `);
    const used = result.inputsUsed.find(({ name }) => name === 'unit_lut_measured[gf128_mul]');
    expect(used).toMatchObject({
      value: 1111,
      cell: `${mine}/units.csv:2 gf128-mul-ghash.lut`,
      source: 'my report',
    });

    const { head } = prepare(parts, scenario, shipped, false, { study: 'montecarlo' });
    expect(head.notes[0]).toContain(`${mine}/units.csv replaces`);
    expect(head.scenario.command).toContain(`montecarlo default --datasets ${mine} `);
    const { plan } = prepareSweep(parts, scenario, {
      over: ['log2_cycles=20,21'],
      where: [],
      check: false,
    });
    expect(plan.notes?.[0]).toContain(`${mine}/units.csv replaces`);
    expect(plan.inputs).toContainEqual({ file: `${mine}/units.csv`, sha256 });
  });

  it('survives the way into a page and back', () => {
    const mine = directory({ 'units.csv': UNITS + unit('my-mul', 2000) });
    const parts = withUserData(builtin(), [mine]);
    expect(fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(parts))) as never)).toEqual(parts);
  });

  it('brings models, provers and scenarios of its own', () => {
    const cost = readFileSync('models/cost.yaml', 'utf8').replace(
      /^version: .*$/m,
      "version: '9.9'",
    );
    const prover = readFileSync('models/provers/binius64-rv-universal.yaml', 'utf8').replace(
      /^prover: .*$/m,
      'prover: my-prover',
    );
    const mine = directory({
      'models/cost.yaml': cost,
      'provers/p.yaml': prover,
      'scenarios/s.yaml': 'scenario: mine\ntitle: Mine\nextends: default\nprover: my-prover\n',
      'notes.txt': 'anything else may lie beside it',
    });
    const parts = withUserData(builtin(), [mine]);
    const { result } = buildResult(parts, scenarioOf(parts, 'mine'), undefined, true);
    expect(result.scenario.prover).toBe('my-prover');
    expect(result.models).toContainEqual({ id: 'cost', version: '9.9' });
    expect(result.inputs.map(({ file }) => file)).toEqual(
      expect.arrayContaining([`${mine}/models/cost.yaml`, `${mine}/scenarios/s.yaml`]),
    );
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(
        `${mine}/models/cost.yaml replaces the model cost, version 9.9 instead of`,
      ),
    );
  });

  it('checks references over all tables, its own among them', () => {
    const families = 'family,architecture,lut_kind,stage,rank,source\n';
    const devices = 'id,vendor,family,lut_kind,lut,stage,rank,source\n';
    const row = 'my-fpga,Me,My family,LUT6,1000,measured,primary,me\n';
    const both = {
      'families.csv': `${families}My family,mine,LUT6,analytic,primary,me\n`,
      'devices.csv': devices + row,
    };
    expect(
      rowOf(withUserData(builtin(), [directory(both)]).datasets.get('devices'), 'my-fpga'),
    ).toBeDefined();
    const alone = directory({ 'devices.csv': devices + row.replace('My family', 'AMD Artix-8') });
    expect(wrong(alone)).toBe(
      `${alone}/devices.csv:2:family: there is no row AMD Artix-8 in families; did you mean AMD Artix-7?`,
    );
  });

  it('names file, row and column of every issue', () => {
    const mine = directory({
      'units.csv': `${UNITS}${unit('my-mul', 2000).replace('2000', 'many')}`,
      'scenarios/s.yaml': 'scenario: x\ntitle: y\nplatfrom: z\n',
    });
    const issues = wrong(mine);
    expect(issues).toContain(`${mine}/units.csv:2:lut: not a number`);
    expect(issues).toContain(
      `${mine}/scenarios/s.yaml:platfrom: there is no such key here; did you mean platform?`,
    );
  });

  it('refuses a curve that rises', () => {
    const mine = directory({
      'fill_clock.csv':
        'id,fill,derate,use,evidence,stage,rank,source\nx,0.5,0.99,curve,test,measured,primary,me\n',
    });
    expect(wrong(mine)).toMatch(/fill_clock\.csv:2:derate: the clock rises with the fill/);
  });

  it('refuses what would be left out, what is empty and what is not there', () => {
    const mine = directory({
      'core.csv': 'x',
      'cost.yaml': 'x',
      'prover/x.yaml': 'x',
      'models/x.yml': 'x',
    });
    const issues = wrong(mine);
    expect(issues).toMatch(/core\.csv: there is no table of this name.*did you mean cores\.csv\?/);
    expect(issues).toMatch(/cost\.yaml: a YAML file is read in a folder of its kind/);
    expect(issues).toMatch(/prover: there is no such folder.*did you mean provers\?/);
    expect(issues).toMatch(/x\.yml: a YAML file is read in a folder/);
    const empty = directory({});
    expect(wrong(empty)).toContain(`${empty}: the directory holds no table`);
    const named = directory({ 'mine/units.csv': UNITS });
    expect(wrong(join(named, 'mins'))).toMatch(
      /mins: there is no such directory.*did you mean mine\?/,
    );
    expect(wrong(join(named, 'mine/units.csv'))).toContain('this is no directory');
    const twice = directory({
      'scenarios/a.yaml': 'scenario: x\ntitle: y\n',
      'scenarios/b.yaml': 'scenario: x\ntitle: y\n',
    });
    expect(wrong(twice)).toContain('stands in another file of this folder already');
  });

  it('follows links, and waits for no pipe', () => {
    const mine = directory({ 'units.csv': UNITS + unit('my-mul', 2000) });
    const link = join(directory({}), 'link');
    symlinkSync(mine, link);
    expect(rowOf(withUserData(builtin(), [link]).datasets.get('units'), 'my-mul')?.file).toBe(
      `${link}/units.csv`,
    );
    const broken = directory({});
    symlinkSync('/dev/zero', join(broken, 'units.csv'));
    expect(wrong(broken)).toContain('no file that can be read');
  });

  it('takes hostile text for text', () => {
    const title = '"<script>alert(1)</script> ${x} =cmd|/c calc \u202e"';
    const mine = directory({ 'units.csv': UNITS + unit('my-mul', 2000).replace('mine', title) });
    const row = rowOf(withUserData(builtin(), [mine]).datasets.get('units'), 'my-mul');
    expect(row?.cells['title']).toBe(title.slice(1, -1));
    const escape = directory({ 'scenarios/\u001b[31m.yaml': 'oops' });
    expect(wrong(escape)).toContain('\\u001b[31m.yaml');
  });
});
