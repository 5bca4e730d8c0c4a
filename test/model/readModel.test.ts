import { describe, expect, it } from 'vitest';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { link } from '../../src/model/link.ts';
import { readModel } from '../../src/model/readModel.ts';
import { readProver } from '../../src/model/readProver.ts';

const HEAD = 'version: 1.0.0\ntitle: t\nmeaning: m\nsource: s\n';
const SETS = `sets:
  resource:
    letter: r
    title: resource
    elements:
      lut: {title: LUTs, unit: lut}
      ff: {title: flip-flops, unit: ff}
`;

/** Issues of a model whose quantities are given in YAML, read, linked and checked. */
function issues(quantities: string, sets = SETS, ...others: string[]): readonly Issue[] {
  const texts = [`model: m\n${HEAD}${sets}quantities:\n${quantities}`, ...others];
  try {
    const documents = texts.map((text, i) =>
      readModel({ ok: true, text, sha256: '' }, `m${i}.yaml`),
    );
    link(documents, [], [], new Map(), true);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

const q = (name: string, more: string): string =>
  `  ${name}: {title: t, unit: "1", meaning: m, ${more}}\n`;
const v =
  '  v: {title: t, unit: resource, meaning: m, over: [resource], from: "device.{resource}"}\n';

describe('a quantity', () => {
  it.each([
    'formula: 1 + 1',
    'constant: 5',
    'from: device.x',
    'default: {value: 1, stage: assumed, source: s}',
    'from: device.x, default: {value: 1, stage: assumed, source: s}',
    'from: device.x, formula: "1"',
    'first_of: [{formula: "1"}, {formula: "2", note: n, assumed: true}]',
    'over: [resource], cases: {lut: "1"}',
    'over: [resource], by: resource, cases: {lut: "1", ff: 2}',
    'over: [resource], default: {lut: {value: 1, stage: assumed, source: s}}',
  ])('can be declared with %s', (more) => {
    expect(issues(q('x', more))).toEqual([]);
  });

  it.each([
    ['nothing', 'over: [resource]'],
    ['two ways', 'formula: "1", first_of: [{formula: "2"}]'],
    ['two ways', 'over: [resource], formula: "1", cases: {lut: "2"}'],
    ['no alternative', 'first_of: []'],
  ])('with %s to get its value is refused: %s', (_, more) => {
    expect(issues(q('x', more))).toMatchObject([
      { file: 'm0.yaml', path: expect.stringMatching(/^quantities\.x/) as string },
    ]);
  });

  it.each([
    ['a set that does not exist', 'over: [resourse], formula: "1"', 'quantities.x.over'],
    [
      'a case for an element that does not exist',
      'over: [resource], cases: {luts: "1"}',
      'quantities.x.cases.luts',
    ],
    [
      'cases by a set that it is not over',
      'over: [resource], by: kernel, cases: {lut: "1"}',
      'quantities.x',
    ],
    ['cases without a set', 'cases: {lut: "1"}', 'quantities.x'],
    [
      'a default for an element that does not exist',
      'over: [resource], from: a.b, default: {luts: {value: 1, stage: assumed, source: s}}',
      'quantities.x',
    ],
    ['an index letter that is no set', 'formula: "sum_over(z, 1)"', 'quantities.x.formula'],
  ])('with %s is refused', (_, more, path) => {
    const found = issues(q('x', more));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.file).toBe('m0.yaml');
    expect(found[0]?.path?.startsWith(path)).toBe(true);
  });

  it('reports every formula that is not well formed, with path and position', () => {
    const text =
      q('a', 'formula: "1 +"') +
      q('b', 'first_of: [{formula: "1"}, {formula: "2 $ 3"}]') +
      q('c', 'over: [resource], cases: {lut: "import(1)(2)"}') +
      '  d: {title: t, unit: "lut **", meaning: m, constant: 1}\n';
    expect(issues(text).map(({ path, file }) => [file, path])).toEqual([
      ['m0.yaml', 'quantities.a.formula'],
      ['m0.yaml', 'quantities.b.first_of[1].formula'],
      ['m0.yaml', 'quantities.c.cases.lut'],
      ['m0.yaml', 'quantities.d.unit'],
    ]);
    expect(issues(text)[1]).toMatchObject({ code: 'formula-character', position: 3 });
  });

  it('reports LUTs added to seconds, with path and position', () => {
    const text =
      v +
      '  t: {title: t, unit: s, meaning: m, constant: 1}\n' +
      '  x: {title: t, unit: resource, meaning: m, over: [resource], formula: "v[r] * 2 + t"}\n';
    expect(issues(text)).toMatchObject([
      {
        code: 'dimension-mismatch',
        file: 'm0.yaml',
        path: 'quantities.x.formula',
        position: 12,
        expected: 'lut',
        received: 's',
      },
    ]);
  });

  it('declared in two models is refused', () => {
    const other = `model: n\n${HEAD}quantities:\n${q('x', 'constant: 2')}`;
    expect(issues(q('x', 'constant: 1'), SETS, other)).toMatchObject([
      {
        code: 'duplicate',
        file: 'm1.yaml',
        path: 'quantities.x',
        message: 'x is declared in m0.yaml already',
      },
    ]);
  });

  it('that hides an own or inherited name of objects is a quantity like any other', () => {
    expect(issues(q('valueof', 'constant: 2') + q('y', 'formula: valueof + 1'))).toEqual([]);
  });
});

describe('index sets', () => {
  const set = (id: string, letter: string): string =>
    `  ${id}: {letter: ${letter}, title: t, elements: {a: {title: t}, b: {title: t}}}\n`;

  it('with one letter for two of them are refused', () => {
    expect(
      issues(q('x', 'constant: 1'), `sets:\n${set('one', 'i')}${set('two', 'i')}`),
    ).not.toEqual([]);
  });

  it('declared in two models are refused', () => {
    const other = `model: n\n${HEAD}sets:\n${set('resource', 'r')}quantities: {}\n`;
    expect(issues(q('x', 'constant: 1'), SETS, other)).not.toEqual([]);
  });

  it('with a unit of an element that is none are refused', () => {
    const sets =
      'sets:\n  resource: {letter: r, title: t, elements: {lut: {title: t, unit: luts}}}\n';
    expect(issues(v, sets)).toMatchObject([{ code: 'unknown-unit' }]);
  });

  it.each(['rr', 'R', '1', '""', '"+"'])('have a letter of one small letter, not %s', (letter) => {
    expect(issues(q('x', 'constant: 1'), `sets:\n${set('one', letter)}`)).toMatchObject([
      { path: 'sets.one.letter' },
    ]);
  });
});

describe('a prover', () => {
  const read = (rest: string): readonly Issue[] => {
    try {
      const text = `prover: p\n${HEAD}date: "2024"\noperations: [mul]\nparameters: {}\n${rest}`;
      const document = readProver({ ok: true, text, sha256: '' }, 'p.yaml');
      link([], [document], [], new Map([['mul', 'product']]), true);
    } catch (error) {
      if (error instanceof InputError) return error.issues;
      throw error;
    }
    return [];
  };
  const kernel = (ops: string, bytes = '"0"'): string =>
    `kernels:\n  encode: {title: t, phase: p, basis: read, source: s, ops: ${ops}, bytes_read: ${bytes}, bytes_written: "0"}\n`;

  it('with kernels is sound', () => {
    expect(read(kernel('{mul: 5 * 2}'))).toEqual([]);
  });

  it('without kernels has to extend another', () => {
    expect(read('')).toMatchObject([{ code: 'no-kernels', file: 'p.yaml' }]);
  });

  it('reports formulas of kernels by their path', () => {
    expect(read(kernel('{mul: "5 *"}', '"1 +"'))).toMatchObject([
      { code: 'formula-syntax', path: 'kernels.encode.ops.mul', file: 'p.yaml' },
      { code: 'formula-syntax', path: 'kernels.encode.bytes_read' },
    ]);
  });

  it('reports an operation that it does not list', () => {
    expect(read(kernel('{mull: "5"}'))).toMatchObject([{ code: 'unknown-element' }]);
  });

  it('reports bytes that are no bytes, at the kernel', () => {
    expect(read(kernel('{mul: "5"}', '"5"'))).toMatchObject([
      {
        code: 'dimension-mismatch',
        file: 'p.yaml',
        path: expect.stringMatching(/^kernels.*encode/) as string,
      },
    ]);
  });

  it('reports an operation that the data sets do not know', () => {
    const text = `prover: p\n${HEAD}date: "2024"\noperations: [mul, add]\nparameters: {}\n${kernel('{mul: "5"}')}`;
    const document = readProver({ ok: true, text, sha256: '' }, 'p.yaml');
    expect(() => link([], [document], [], new Map([['mul', 'product']]), true)).toThrow(
      'operation add is not in datasets/operations.csv',
    );
  });
});
