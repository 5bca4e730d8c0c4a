import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { LIST_KINDS } from '../../src/cli/commands/list.ts';
import type { ExplainNode, Explanation } from '../../src/explain/types.ts';
import { runCli } from './runCli.ts';

const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
const write = (name: string, text: string): string => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};

const leaves = (node: ExplainNode): ExplainNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leaves);

describe('emuprove explain', () => {
  it('follows the headline down to rows of datasets with their sources', async () => {
    const { out, code } = await runCli(
      'explain',
      'criterion.overhead',
      '--depth',
      '20',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const { trees } = JSON.parse(out) as Explanation;
    const ends = trees.flatMap(leaves);
    const luts = ends.find((node) => node.name === 'core_lut_measured');
    expect(luts?.input).toMatchObject({ value: 1418, stage: 'routed' });
    expect(luts?.input?.cell).toMatch(
      /^datasets\/cores\.csv:\d+ vexriscv-full-no-cache--amd-artix-7\.lut$/,
    );
    expect(luts?.input?.source).toContain('VexRiscv README');
    // Every end is a given value, a constant, a zero by declaration, or derived elsewhere in the tree.
    for (const end of ends) {
      const grounded =
        end.input !== undefined || end.omitted === 'above' || end.formula === undefined;
      expect(grounded || /^[\d. ]+$/.test(end.formula ?? ''), end.name).toBe(true);
    }
  });

  it('prints formulas, values and units as a tree', async () => {
    const { out } = await runCli('explain', 'overhead');
    expect(out).toContain('= native_rate / proved_rate');
    expect(out).toContain('└─ proved_rate = ');
  });

  it('says which alternative was taken', async () => {
    const { out } = await runCli('explain', 'core_ipc');
    expect(out).toContain('from CoreMark per MHz');
  });

  it('refuses unknown quantities with the nearest name', async () => {
    const { code, err } = await runCli('explain', 'criterion.overhaed');
    expect(code).toBe(2);
    expect(err).toContain('did you mean overhead?');
  });
});

describe('emuprove list', () => {
  it.each(LIST_KINDS)('lists %s in every format', async (kind) => {
    for (const format of ['table', 'json', 'csv', 'md']) {
      const { out, code } = await runCli('list', kind, '--format', format);
      expect(code).toBe(0);
      expect(out.split('\n').length).toBeGreaterThan(3);
    }
  });

  it('filters', async () => {
    const { out } = await runCli('list', 'cores', '--filter', 'vexriscv', '--format', 'json');
    const { rows } = JSON.parse(out) as { rows: { design: string }[] };
    expect(rows.length).toBeGreaterThan(5);
    expect(
      rows.every(
        (row) =>
          row.design.includes('vexriscv') || JSON.stringify(row).toLowerCase().includes('vexriscv'),
      ),
    ).toBe(true);
  });
});

describe('emuprove validate', () => {
  it('finds nothing wrong with what ships', async () => {
    const { out, err, code } = await runCli('validate');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.endsWith(': ok')).length).toBeGreaterThan(8);
  });

  it.each([
    ['empty.yaml', '', 'not known'],
    ['tabs.yaml', 'scenario: x\n\ttitle: y\n', 'tab'],
    [
      'unknown.yaml',
      'scenario: mine\ntitle: t\nextends: default\ncor: serv-tile\n',
      'did you mean core?',
    ],
    ['base.yaml', 'scenario: mine\ntitle: t\nextends: defualt\n', 'did you mean default?'],
    [
      'unit.yaml',
      'scenario: mine\ntitle: t\nextends: default\nset: {reference_clock: 3 kg}\n',
      'no unit',
    ],
    ['code.yaml', 'scenario: !!js/function "x"\ntitle: t\n', 'tag'],
    [
      'dims.yaml',
      'model: own\nversion: "1"\ntitle: t\nmeaning: m\nsource: s\nquantities:\n  wrong: {title: t, unit: s, meaning: m, formula: "core_fmax + 3 * tile_overhead"}\n',
      'units differ',
    ],
    [
      'cycle.yaml',
      'model: own\nversion: "1"\ntitle: t\nmeaning: m\nsource: s\nquantities:\n  a: {title: t, unit: "1", meaning: m, formula: b}\n  b: {title: t, unit: "1", meaning: m, formula: a}\n',
      'depends on itself',
    ],
    [
      'evil.yaml',
      'model: own\nversion: "1"\ntitle: t\nmeaning: m\nsource: s\nquantities:\n  a: {title: t, unit: "1", meaning: m, formula: "constructor.constructor(1)"}\n',
      'only a function of the table',
    ],
    ['devices.csv', 'id,vendor\nx,y\n', 'missing'],
    ['other.csv', 'id\n', 'known by its file name'],
  ])('explains what is wrong with %s', async (name, text, message) => {
    const { code, err } = await runCli('validate', write(name, text));
    expect(err).toContain(message);
    expect(err).toContain(name);
    expect(code).toBe(2);
  });

  it('accepts a sound scenario, which evaluate then takes', async () => {
    const path = write(
      'mine.yaml',
      'scenario: mine\ntitle: My card\nextends: cloud-f2\nset:\n  fill.lut: 0.6\n  reference_clock: {value: 250 MHz, stage: routed, source: our own build}\n',
    );
    expect((await runCli('validate', path)).code).toBe(0);
    const { out, code } = await runCli('evaluate', path, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ scenario: { id: 'mine', platform: 'aws-f2.6xlarge' } });
  });
});

describe('emuprove', () => {
  it('shows help with examples and exit codes', async () => {
    const { out, code } = await runCli('--help');
    expect(code).toBe(0);
    for (const text of ['Commands:', 'evaluate', 'Exit codes: 0 done']) expect(out).toContain(text);
    const help = await runCli('evaluate', '--help');
    for (const text of ['Scenario:', 'Output:', 'Examples:']) expect(help.out).toContain(text);
  });

  it('prints its version', async () => {
    expect((await runCli('--version')).out.trim()).toBe('0.0.0-test');
  });

  it('prints a completion script', async () => {
    // yargs writes the script itself.
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const { code } = await runCli('completion');
    expect(code).toBe(0);
    expect(log.mock.calls.flat().join('\n')).toContain('--get-yargs-completions');
    log.mockRestore();
  });
});
