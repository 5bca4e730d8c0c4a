import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  evaluate,
  importReports,
  InputError,
  type Issue,
  loadBuiltin,
  resolveScenario,
  withRow,
  type ImportRequest,
  type Loaded,
} from '../../src/index.ts';
import { runCli } from '../cli/runCli.ts';

/** As Yosys 0.23 writes it with `stat -json`, without the figures that are not read. */
const stat = (luts: number): string =>
  JSON.stringify({
    creator: 'Yosys 0.23 (git sha1 7ce5011c24b)',
    modules: { '\\mul': { num_cells: luts + 40, num_cells_by_type: { FDRE: 40, LUT6: luts } } },
    design: { num_cells: luts + 40, num_cells_by_type: { FDRE: 40, LUT6: luts } },
  });

/** What some work is refused for. */
async function issuesOf(work: () => unknown): Promise<readonly Issue[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

const REQUEST: ImportRequest = {
  as: 'unit',
  id: 'my-mul',
  operation: 'gf128_mul',
  per: 2,
  family: 'AMD Virtex UltraScale+',
};

let data: Loaded;
beforeAll(async () => {
  data = await loadBuiltin();
});

describe('importReports and withRow', () => {
  it('give what the command writes, and what its row does', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'emuprove-'));
    const [file, mine] = [join(directory, 'stat.json'), join(directory, 'mine')];
    writeFileSync(file, stat(2_000));
    const options = ['--as', 'unit', '--id', 'my-mul', '--operation', 'gf128_mul', '--per', '2'];
    const { out } = await runCli(
      ...['import', 'yosys-stat', file, ...options, '--family', 'AMD Virtex UltraScale+'],
      ...['--datasets', mine, '--format', 'json'],
    );
    const imported = await importReports(data, [{ file, text: stat(2_000) }], REQUEST);
    expect(JSON.parse(JSON.stringify(imported))).toEqual(JSON.parse(out));

    const units = { gf128_mul: 'my-mul' };
    const own = evaluate(resolveScenario(withRow(data, imported), { units }));
    const theirs = evaluate(resolveScenario(await loadBuiltin([mine]), { units }));
    expect(own.verdict).toEqual(theirs.verdict);
    expect(own.inputsUsed.map(({ name, value }) => [name, value])).toEqual(
      theirs.inputsUsed.map(({ name, value }) => [name, value]),
    );
  });

  it('put a default in the place of the one that ships, and leave what was given', async () => {
    const request = { ...REQUEST, per: 1, default: true };
    const ratioWith = async (luts: number): Promise<number | null> => {
      const row = await importReports(data, [{ file: 'stat.json', text: stat(luts) }], request);
      return evaluate(resolveScenario(withRow(data, row))).verdict.value;
    };
    const before = evaluate(resolveScenario(data)).verdict.value;
    expect(Number(await ratioWith(2_000))).toBeLessThan(Number(before));
    expect(Number(await ratioWith(9_000))).toBeGreaterThan(Number(before));
    expect(evaluate(resolveScenario(data)).verdict.value).toBe(before);
  });

  it('say which report is wrong, and what was asked for that there is not', async () => {
    const reports = [
      { file: 'empty.json', text: '{}' },
      { file: 'cut.json', text: '{"modules":' },
    ];
    const wrong = await issuesOf(() => importReports(data, reports, REQUEST));
    expect(wrong.map(({ file }) => file)).toEqual(['empty.json', 'cut.json']);
    const good = [{ file: 'stat.json', text: stat(10) }];
    const [other] = await issuesOf(() =>
      importReports(data, good, { ...REQUEST, operation: 'gf128_mull' }),
    );
    expect(other?.suggestion).toBe('gf128_mul');
    const imported = await importReports(data, good, REQUEST);
    const [nothing] = await issuesOf(() => withRow(data, { ...imported, row: null }));
    expect(nothing?.message).toContain('nothing was imported');
  });
});
