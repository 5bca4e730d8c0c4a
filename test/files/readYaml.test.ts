import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readYaml } from '../../src/files/readYaml.ts';
import type { Issue } from '../../src/issues/issue.ts';
import { ModelSchema, ProverSchema } from '../../src/model/schema.ts';
import { ScenarioSchema } from '../../src/scenario/schema.ts';

const Schema = v.strictObject({
  title: v.string(),
  size: v.exactOptional(v.number()),
  parts: v.exactOptional(
    v.record(v.string(), v.strictObject({ value: v.number(), note: v.exactOptional(v.string()) })),
  ),
  list: v.exactOptional(v.array(v.number())),
});

const read = (text: string): unknown => {
  const result = readYaml(text, Schema, 'in.yaml');
  return result.ok ? result.value : result.issues;
};
const issues = (text: string, schema: v.GenericSchema = Schema): readonly Issue[] => {
  const result = readYaml(text, schema, 'in.yaml');
  return result.ok ? [] : result.issues;
};

describe('readYaml: sound documents', () => {
  it('reads plain data', () => {
    expect(
      read('title: "größe: 5"\nsize: 1.0e+9\nparts:\n  a: {value: 0x10}\nlist: [1, 2]\n'),
    ).toEqual({
      title: 'größe: 5',
      size: 1e9,
      parts: { a: { value: 16 } },
      list: [1, 2],
    });
  });

  it('reads dates, yes and no as text, as YAML 1.2 has it', () => {
    expect(read('title: 2024-01-01')).toEqual({ title: '2024-01-01' });
    expect(read('title: yes')).toEqual({ title: 'yes' });
    expect(read('title: no')).toEqual({ title: 'no' });
  });

  it('reads a few anchors and aliases', () => {
    expect(read('title: t\nparts:\n  a: &x {value: 1}\n  b: *x\n')).toMatchObject({
      parts: { a: { value: 1 }, b: { value: 1 } },
    });
  });
});

describe('readYaml: what is no plain data', () => {
  it.each([
    '!!js/function "function () { globalThis.emuproveCanary = 1 }"',
    '!!js/regexp /a/',
    '!!js/undefined ""',
    '!!python/object/apply:os.system ["true"]',
    '!custom x',
    '!<tag:example.com,2024:x> x',
  ])('refuses the tag in title: %s', (value) => {
    expect(issues(`title: ${value}\n`)).toMatchObject([{ code: 'yaml', file: 'in.yaml', row: 1 }]);
    expect((globalThis as { emuproveCanary?: unknown }).emuproveCanary).toBeUndefined();
  });

  it.each([
    'title: !!binary aGVsbG8=',
    'title: !!timestamp 2024-01-01',
    'title: t\nparts: !!set {a}',
    'title: t\nparts: !!omap [a: {value: 1}]',
  ])('refuses the type of YAML 1.1 in %j', (text) => {
    expect(issues(text)).toMatchObject([{ file: 'in.yaml' }]);
  });

  it('refuses a bomb of aliases', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) =>
        `${'bcdefghij'[i] ?? ''}: &${'bcdefghij'[i] ?? ''} [${Array(9)
          .fill(`*${'abcdefghi'[i] ?? ''}`)
          .join(', ')}]`,
    );
    expect(issues(['a: &a [x, x, x]', ...levels].join('\n'))).toMatchObject([
      { code: 'yaml', file: 'in.yaml' },
    ]);
  });

  it('refuses an alias without an anchor, and one to what it stands in', () => {
    expect(issues('title: *x\n')).toMatchObject([{ code: 'yaml', file: 'in.yaml' }]);
    expect(issues('&a title: t\nparts: &b {c: *b}\n').length).toBeGreaterThan(0);
  });

  it('refuses keys that stand twice, with the line', () => {
    expect(issues('title: t\nsize: 1\ntitle: u\n')).toMatchObject([{ code: 'yaml', row: 3 }]);
    expect(issues('title: t\nparts:\n  a: {value: 1}\n  a: {value: 2}\n')).toMatchObject([
      { code: 'yaml', row: 4 },
    ]);
  });

  it.each(['? [a, b]\n: c\n', '? {a: b}\n: c\n'])('refuses the key in %j', (text) => {
    expect(issues(`title: t\n${text}`)).toMatchObject([{ code: 'yaml', file: 'in.yaml' }]);
  });

  it('does not merge', () => {
    expect(issues('x: &x {title: t}\n<<: *x\n').length).toBeGreaterThan(0);
  });

  it.each([
    ['an open bracket', 'title: [1, 2\n'],
    ['an open quote', 'title: "abc\n'],
    ['a tab', 'title:\n\t- 1\n'],
    ['bad nesting', 'title: a: b\n'],
    ['two documents', 'title: a\n---\ntitle: b\n'],
  ])('refuses %s with a line', (_, text) => {
    const found = issues(text);
    expect(found.length).toBeGreaterThan(0);
    for (const issue of found) {
      expect(issue).toMatchObject({
        code: 'yaml',
        file: 'in.yaml',
        row: expect.any(Number) as number,
      });
      expect(issue.message).not.toContain('\n');
    }
  });

  it.each([
    ['nothing', ''],
    ['a comment', '# title\n'],
    ['a list', '- title\n'],
    ['a text', 'title\n'],
    ['a number', '5\n'],
    ['null', 'null\n'],
  ])('refuses %s', (_, text) => {
    const found = issues(text);
    expect(found.length).toBeGreaterThan(0);
    for (const issue of found) expect(issue).toMatchObject({ file: 'in.yaml' });
  });

  it('refuses nesting beyond reason without a crash', () => {
    for (const text of ['['.repeat(20_000), '{a: '.repeat(5_000), '- '.repeat(5_000)]) {
      expect(issues(`title: ${text}`).length).toBeGreaterThan(0);
    }
  });

  it('never throws on arbitrary text', () => {
    const piece = fc.oneof(
      fc.constantFrom('title: ', '\n', '  ', '- ', ': ', '&a ', '*a', '!x ', '{', '[', '"'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(Array.isArray(issues(pieces.join('')))).toBe(true);
      }),
    );
  });
});

describe('readYaml: the schema', () => {
  it('names keys that are unknown, with path and nearest', () => {
    expect(issues('titel: t\ntitle: t\n')).toMatchObject([
      { code: 'unknown-key', path: 'titel', suggestion: 'title', file: 'in.yaml' },
    ]);
    expect(issues('title: t\nparts: {a: {value: 1, noted: x}}\n')).toMatchObject([
      { code: 'unknown-key', path: 'parts.a.noted', suggestion: 'note' },
    ]);
  });

  it('names keys that are missing, with path', () => {
    expect(issues('size: 1\n')).toMatchObject([{ code: 'missing-key', path: 'title' }]);
    expect(issues('title: t\nparts: {a: {}}\n')).toMatchObject([
      { code: 'missing-key', path: 'parts.a.value' },
    ]);
  });

  it('names values of the wrong type, all of them, with path', () => {
    expect(issues('title: 5\nsize: big\nparts: {a: {value: "1"}}\nlist: [1, x]\n')).toMatchObject([
      { code: 'schema', path: 'title', expected: 'string', received: '5' },
      { code: 'schema', path: 'size', expected: 'number', received: '"big"' },
      { code: 'schema', path: 'parts.a.value', expected: 'number', received: '"1"' },
      { code: 'schema', path: 'list.1', expected: 'number', received: '"x"' },
    ]);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'prototype'])(
    'refuses the key %s in an object',
    (key) => {
      expect(issues(`title: t\n${key}: 1\n`)).toMatchObject([{ code: 'unknown-key', path: key }]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it.each(['constructor', '__proto__', 'prototype'])(
    'refuses the key %s in a record, or keeps it',
    (key) => {
      const result = readYaml(`title: t\nparts: {${key}: {value: 1}}\n`, Schema, 'in.yaml');
      // It must not vanish without a word.
      if (result.ok) expect(Object.keys(result.value.parts ?? {})).toEqual([key]);
      else expect(result.issues).toMatchObject([{ file: 'in.yaml', path: `parts.${key}` }]);
    },
  );

  it('escapes and shortens what it repeats', () => {
    const [issue] = issues(`title: t\n"\\e[31m${'x'.repeat(500)}": 1\n`);
    expect(issue?.path).toMatch(/^\\u001b/);
    expect(issue?.path?.length).toBeLessThan(120);
  });
});

describe('readYaml: the schemas of the package', () => {
  const model = (quantity: string): readonly Issue[] =>
    issues(
      `model: m\nversion: 1.0.0\ntitle: t\nmeaning: m\nsource: s\nquantities:\n  cores: {title: t, unit: core, meaning: m, ${quantity}}\n`,
      ModelSchema,
    );

  it('a quantity: keys, types, names', () => {
    expect(model('formula: a + b')).toEqual([]);
    expect(model('formula: 5')).toEqual([]);
    expect(model('formla: a')).toMatchObject([
      { code: 'unknown-key', path: 'quantities.cores.formla', suggestion: 'formula' },
    ]);
    expect(model('formula: [a]')).toMatchObject([{ path: 'quantities.cores.formula' }]);
    expect(model('over: resource')).toMatchObject([{ path: 'quantities.cores.over' }]);
    expect(model('constant: .inf')).toMatchObject([{ path: 'quantities.cores.constant' }]);
    expect(model('constant: .nan')).toMatchObject([{ path: 'quantities.cores.constant' }]);
    expect(model('constant: 1e999')).toMatchObject([{ path: 'quantities.cores.constant' }]);
    expect(model('default: {value: 1, stage: guess, source: s}')).toMatchObject([
      { path: expect.stringMatching(/^quantities\.cores\.default/) as string },
    ]);
    expect(model('default: {value: 1, stage: assumed}')).toMatchObject([
      { path: expect.stringMatching(/^quantities\.cores\.default/) as string },
    ]);
  });

  it.each(['Cores', 'cores-x', '1cores', '"a b"', '__proto__', 'a.b', `${'x'.repeat(61)}`])(
    'a quantity can not be called %s',
    (name) => {
      const text = `model: m\nversion: 1.0.0\ntitle: t\nmeaning: m\nsource: s\nquantities:\n  ${name}: {title: t, unit: core, meaning: m, formula: "1"}\n`;
      expect(issues(text, ModelSchema).length).toBeGreaterThan(0);
    },
  );

  it('a scenario', () => {
    expect(issues('scenario: mine\ntitle: t\nset: {fill.lut: 0.5}\n', ScenarioSchema)).toEqual([]);
    expect(issues('scenario: My Scenario\ntitle: t\n', ScenarioSchema)).toMatchObject([
      { path: 'scenario' },
    ]);
    expect(issues('scenario: m\ntitle: t\nplatfrom: x\n', ScenarioSchema)).toMatchObject([
      { code: 'unknown-key', suggestion: 'platform' },
    ]);
    expect(issues('scenario: m\ntitle: t\naggregation: some\n', ScenarioSchema)).toMatchObject([
      { path: 'aggregation', received: '"some"' },
    ]);
    expect(issues('scenario: m\ntitle: t\nset: {fill: [1]}\n', ScenarioSchema)).toMatchObject([
      { path: 'set.fill' },
    ]);
  });

  it('a prover', () => {
    const head = 'prover: p\nversion: 1.0.0\ntitle: t\nmeaning: m\nsource: s\ndate: "2024"\n';
    expect(issues(`${head}parameters: {}\n`, ProverSchema)).toEqual([]);
    expect(
      issues(
        `${head}parameters: {a: {title: t, unit: ratio, value: 1, basis: hearsay, source: s}}\n`,
        ProverSchema,
      ),
    ).toMatchObject([{ path: 'parameters.a.basis', received: '"hearsay"' }]);
    expect(
      issues(
        `${head}parameters: {}\nkernels: {k: {title: t, phase: p, basis: read, source: s, ops: {}, bytes_read: "0"}}\n`,
        ProverSchema,
      ),
    ).toMatchObject([{ code: 'missing-key', path: 'kernels.k.bytes_written' }]);
  });
});
