import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Builtin } from '../../src/builtin/builtin.ts';
import { readFiles } from '../../src/builtin/readFiles.ts';
import { looksSaved, readSaved } from '../../src/compare/readSaved.ts';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { comparison, partOf, saved, savedText, scenario, side, total } from './support.ts';

const made: string[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true });
});

/** The package as it was before a line of one of its files was changed. */
function before(file: string, now: string, then: string): Builtin {
  const directory = mkdtempSync(join(tmpdir(), 'emuprove-compare-'));
  made.push(directory);
  for (const name of ['models', 'datasets', 'package.json']) {
    cpSync(name, join(directory, name), { recursive: true });
  }
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(now)) throw new Error(`${file} does not hold ${now}`);
  writeFileSync(path, text.replace(now, then));
  return readFiles(directory);
}

/** The device of the default scenario. */
const DEVICE = 'xcvu47p,AMD,AMD Virtex UltraScale+,16,LUT6,1303680,';

const TEXT = savedText(scenario('default'));

describe('a saved result', () => {
  it('is no different from its scenario as long as nothing has changed', async () => {
    const result = await comparison(saved(TEXT), side(scenario('default')));
    expect(result.summary[0]).toMatch(/^There is no difference/);
    expect(result.a).toMatchObject({ saved: true, label: 'saved.json', value: result.b.value });
  });

  it('keeps its numbers when a table has changed, and the change is named', async () => {
    const old = before('datasets/devices.csv', DEVICE, DEVICE.replace('1303680', '1000000'));
    const text = savedText(scenario('default'), old);
    const result = await comparison(saved(text), side(scenario('default')));
    expect(result.files.map(({ file }) => file)).toEqual(['datasets/devices.csv']);
    expect(result.choices).toEqual([]);
    expect(result.byInput?.parts.map(({ name }) => name)).toEqual(['device_capacity[lut]']);
    expect(result.byInput?.parts[0]?.members[0]).toMatchObject({ a: 1_000_000, b: 1_303_680 });
    expect(total(result.byInput)).toBeCloseTo(result.ratio.log10 ?? NaN, 10);
    expect(result.ratio.log10).not.toBe(0);
    expect(result.notes.map(({ code }) => code)).toContain('OTHER_FILES');
    expect(result.inputs[0]).toMatchObject({ name: 'device_capacity[lut]', differs: 'value' });
  });

  it('has the change of tables as a part beside the choices', async () => {
    const old = before('datasets/devices.csv', DEVICE, DEVICE.replace('1303680', '1000000'));
    const a = saved(savedText(scenario('default'), old));
    const b = side(scenario('default', { core: 'serv-tile' }));
    const result = await comparison(a, b);
    expect(result.byChoice?.parts.map(({ name }) => name).sort()).toEqual([
      'core',
      'since-saved-a',
    ]);
    const now = side(scenario('default')).result.verdict.value ?? NaN;
    expect(partOf(result.byChoice, 'since-saved-a')).toBeCloseTo(
      Math.log10(now / (result.a.value ?? NaN)),
      10,
    );
    expect(total(result.byChoice)).toBeCloseTo(result.ratio.log10 ?? NaN, 10);
  });

  it('names the equations that are others now, and attributes to what they gave', async () => {
    const old = before(
      'models/proving.yaml',
      'memory_bandwidth * memory_efficiency / (bytes_per_cycle * (1 - on_chip_fusion))',
      'memory_bandwidth * memory_efficiency / (12 * bytes_per_cycle * (1 - on_chip_fusion))',
    );
    const result = await comparison(
      saved(savedText(scenario('default'), old)),
      side(scenario('default')),
    );
    expect(result.byInput?.parts.map(({ name }) => name)).toEqual(['memory_rate']);
    expect(result.byInput?.parts[0]?.members[0]?.stages).toEqual([null, null]);
    expect(total(result.byInput)).toBeCloseTo(result.ratio.log10 ?? NaN, 10);
    expect(result.ratio.factor).toBeLessThan(1);
    expect(result.notes.find(({ code }) => code === 'OTHER_EQUATIONS')?.message).toContain(
      'memory_rate',
    );
    expect(result.noise).not.toBeNull();
  });

  it('restores what was set, with its range, and units that were named', () => {
    const of = scenario('small-board', {}, { unit_busy: '60 %', 'fill.lut': 0.6 });
    const restored = saved(savedText(of)).scenario;
    expect(restored).toMatchObject({ platform: 'arty-a7-100t', core: of.core, units: {} });
    expect(restored.device).toBeUndefined();
    const [was, is] = [of, restored].map((one) => side(one).result);
    expect(is?.verdict.value).toBe(was?.verdict.value);
    expect(
      is?.inputsUsed.map(({ name, low, high, stage }) => ({ name, low, high, stage })),
    ).toEqual(was?.inputsUsed.map(({ name, low, high, stage }) => ({ name, low, high, stage })));
  });

  it('compares with another one, and shares the doubt that both have', async () => {
    const other = savedText(scenario('cloud-f2'));
    const result = await comparison(saved(TEXT), saved(other));
    const fresh = await comparison(side(scenario('default')), side(scenario('cloud-f2')));
    expect(result.ratio.log10).toBe(fresh.ratio.log10);
    expect(result.notes.filter(({ code }) => code === 'OWN_CORE')).toHaveLength(2);
    const apart = (end: 'p05' | 'p95'): number =>
      Math.abs((result.noise?.band[end] ?? NaN) - (fresh.noise?.band[end] ?? NaN));
    expect(Math.max(apart('p05'), apart('p95'))).toBeLessThan(0.01);
    expect(result.byInput).toEqual(fresh.byInput);
  });

  it('is told by its results alone where its prover is gone', async () => {
    const text = TEXT.replaceAll('"binius64-rv"', '"binius32-lost"');
    const result = await comparison(saved(text), side(scenario('cloud-f2')));
    expect(result.notes.map(({ code }) => code)).toContain('NO_PROVER');
    expect(result).toMatchObject({ byInput: null, byChoice: null, noise: null });
    expect(result.ratio.log10).not.toBeNull();
    expect(result.choices.map(({ name }) => name)).toEqual(['platform', 'prover']);
  });

  it('may be undecided', async () => {
    const text = savedText(scenario('default', { device: 'xcvu9p', platform: undefined as never }));
    const result = await comparison(side(scenario('default')), saved(text));
    expect(result.summary[0]).toMatch(/the ratio of saved.json is not known/);
    expect(result.notes.map(({ code }) => code)).toContain('UNDECIDED');
    expect(result).toMatchObject({ byInput: null, byChoice: null, noise: null });
  });
});

/** A result with a piece of its text replaced. */
const changed = (from: string | RegExp, to: string): string => {
  const text = TEXT.replace(from, to);
  if (text === TEXT) throw new Error(`nothing to replace: ${String(from)}`);
  return text;
};

function issuesOf(text: string): readonly Issue[] {
  try {
    readSaved({ ok: true, text, sha256: '' }, 'x.json');
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
}

describe('a file that is no saved result', () => {
  it.each([
    ['no JSON at all', 'scenario: default', 'json'],
    ['half a file', TEXT.slice(0, 5_000), 'json'],
    ['an empty file', '', 'json'],
    ['a list', '[1, 2]', 'wrong-kind'],
    ['null', 'null', 'wrong-kind'],
    ['another kind', '{"kind":"montecarlo","schemaVersion":"1.0"}', 'wrong-kind'],
    ['another version', changed('"schemaVersion":"1.0"', '"schemaVersion":"2.0"'), 'wrong-version'],
    ['nothing in it', '{"kind":"evaluation","schemaVersion":"1.0"}', 'missing-key'],
    ['a number beyond all', changed(/"value":3760[^,]*/, '"value":1e999'), 'schema'],
    ['a text for a number', changed(/"value":3760[^,]*/, '"value":"3760"'), 'schema'],
    ['another verdict than number', changed(/"value":3760[^,]*/, '"value":10'), 'contradiction'],
    ['an unknown stage', changed('"stage":"measured"', '"stage":"certain"'), 'schema'],
    ['an unknown reading', changed('"reading":"overhead"', '"reading":"easy"'), 'schema'],
    ['a scale of 0', changed(/"scale":1000000\b/g, '"scale":0'), 'schema'],
    ['a range beside its value', changed(/("name":"unit_busy".*?"low":)[^,]*/, '$10.9'), 'range'],
    [
      'an input twice',
      changed(/("inputsUsed":\[)(\{"name":"[^[].*?\}),(\{"name")/, '$1$2,$2,$3'),
      'duplicate',
    ],
    [
      'a distribution that is none',
      changed(
        /("name":"unit_busy".*?)("low")/,
        '$1"distribution":{"kind":"uniform","low":2,"high":1},$2',
      ),
      'bad-distribution',
    ],
    ['deep nesting', '['.repeat(100_000), 'json'],
  ])('is refused: %s', (_, text, code) => {
    const issues = issuesOf(text);
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues[0]?.file).toBe('x.json');
    for (const { received = '' } of issues) expect(received.length).toBeLessThan(200);
  });

  it('does no harm whatever it holds', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(null, -1, 1e308, '\u001b[31m', '__proto__', { __proto__: null }, []),
    );
    fc.assert(
      fc.property(fc.nat(), anything, (where, value) => {
        const data: unknown = JSON.parse(TEXT);
        // One value somewhere in the file becomes another one.
        const places: [Record<string, unknown>, string][] = [];
        const walk = (node: unknown): void => {
          if (typeof node !== 'object' || node === null) return;
          for (const key of Object.keys(node).slice(0, 40)) {
            places.push([node as Record<string, unknown>, key]);
            walk((node as Record<string, unknown>)[key]);
          }
        };
        walk(data);
        const [node, key] = places[where % places.length] as [Record<string, unknown>, string];
        node[key] = value;
        for (const issue of issuesOf(JSON.stringify(data))) {
          expect(issue.received ?? '').not.toMatch(/[\u0000-\u001f]/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps what it does not know, as a later version may have more', async () => {
    const text = changed('"kind":"evaluation"', '"kind":"evaluation","later":{"more":[1]}');
    const result = await comparison(saved(text), side(scenario('default')));
    expect(result.summary[0]).toMatch(/^There is no difference/);
  });

  it('compares even where quantities are gone, or have absurd values', async () => {
    const data = JSON.parse(TEXT) as { quantities: { name: string; value: unknown }[] };
    data.quantities = data.quantities.flatMap((figure, i) =>
      figure.name.startsWith('reading_value') || i % 3 === 0
        ? [figure]
        : i % 3 === 1
          ? []
          : [{ ...figure, value: typeof figure.value === 'number' ? -1e300 : figure.value }],
    );
    const result = await comparison(saved(JSON.stringify(data)), side(scenario('default')));
    expect(result.ratio.log10).toBe(0);
    expect(result.notes.map(({ code }) => code)).toContain('OTHER_EQUATIONS');
  });
});

describe('looksSaved', () => {
  it.each([
    [TEXT, true],
    ['\ufeff  {"kind": 1}', true],
    ['scenario: x', false],
    ['{"scenario": "mine", "title": "x"}', false],
    ['{scenario: mine}', false],
    ['{"scenario": {"id": "mine"}}', true],
  ])('%# tells JSON results from scenarios', (text, expected) => {
    expect(looksSaved(text)).toBe(expected);
  });
});
