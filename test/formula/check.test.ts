import { describe, expect, it } from 'vitest';
import { issuesOf, RESOURCE } from '../support/makeSystem.ts';

const over = ['resource'];
const V = { v: { over }, a: {} };

describe('cycles', () => {
  it('of a quantity with itself', () => {
    expect(issuesOf({ a: { formula: 'a + 1' } })).toMatchObject([
      {
        code: 'cycle',
        message: expect.stringContaining('a -> a') as string,
        file: 'test.yaml',
        path: 'quantities.a',
      },
    ]);
  });

  it('of two and of three quantities, each once, with what leads around', () => {
    expect(issuesOf({ a: { formula: 'b' }, b: { formula: 'a' } })).toMatchObject([
      { code: 'cycle', message: expect.stringContaining('a -> b -> a') as string },
    ]);
    const three = {
      start: { formula: 'a' },
      a: { formula: 'b' },
      b: { formula: 'c' },
      c: { formula: 'a' },
    };
    expect(issuesOf(three)).toMatchObject([
      { code: 'cycle', message: expect.stringMatching(/: a -> b -> c -> a$/) as string },
    ]);
  });

  it('of two loops, both', () => {
    const loops = { a: { formula: 'a' }, b: { formula: 'c' }, c: { formula: 'b' } };
    expect(issuesOf(loops).map(({ code }) => code)).toEqual(['cycle', 'cycle']);
  });

  it('through an index, a reduction, a case and an alternative', () => {
    expect(issuesOf({ x: { over, formula: 'x[lut]' } })).toMatchObject([{ code: 'cycle' }]);
    expect(
      issuesOf({ x: { over, formula: 's' }, s: { formula: 'sum_over(r, x[r])' } }),
    ).toMatchObject([{ code: 'cycle' }]);
    expect(issuesOf({ a: {}, x: { formula: 'sum_over(r, a, x > 0)' } })).toMatchObject([
      { code: 'cycle' },
    ]);
    expect(issuesOf({ x: { over, cases: { lut: 'y' } }, y: { formula: 'x[ff]' } })).toMatchObject([
      { code: 'cycle' },
    ]);
    expect(issuesOf({ a: {}, x: { firstOf: ['a', 'x'] } })).toMatchObject([{ code: 'cycle' }]);
    expect(issuesOf({ a: {}, x: { formula: 'a > 0 ? a : min(1, -x)' } })).toMatchObject([
      { code: 'cycle' },
    ]);
  });

  it('are none where two formulas share an input', () => {
    const diamond = {
      a: {},
      b: { formula: 'a + 1' },
      c: { formula: 'a + 2' },
      d: { formula: 'b * c + b' },
    };
    expect(issuesOf(diamond)).toEqual([]);
  });

  it('are found at the end of a long chain', () => {
    const links = Array.from({ length: 1_000 }, (_, i) => [
      `q${i}`,
      { formula: `q${(i + 1) % 1_000}` },
    ]);
    expect(issuesOf(Object.fromEntries(links) as Record<string, { formula: string }>)).toHaveLength(
      1,
    );
  });
});

describe('names', () => {
  it.each([
    ['1 + aree', 'area', 5],
    ['sum_over(r, usble[r])', 'usable', 13],
    ['usable[lut] * AREA', 'area', 15],
  ])('unknown ones in %s are reported with the nearest', (formula, suggestion, position) => {
    expect(issuesOf({ area: {}, usable: { over }, x: { formula } })).toMatchObject([
      {
        code: 'unknown-name',
        suggestion,
        position,
        file: 'test.yaml',
        path: 'quantities.x.formula',
      },
    ]);
  });

  it('get no far-fetched suggestion', () => {
    const [issue] = issuesOf({ area: {}, x: { formula: 'qqqqqqqq' } });
    expect(issue).toMatchObject({ code: 'unknown-name' });
    expect(issue).not.toHaveProperty('suggestion');
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'e',
    'pi',
    'r',
    'lut',
    'resource',
  ])('%s is not one', (name) => {
    expect(issuesOf({ ...V, x: { formula: name } })).toMatchObject([
      { code: 'unknown-name', position: 1 },
    ]);
  });

  it('are all reported, one a formula', () => {
    const quantities = { x: { formula: 'p + q' }, y: { formula: 'q' }, z: { firstOf: ['p', 'q'] } };
    expect(issuesOf(quantities).map(({ path }) => path)).toEqual([
      'quantities.x.formula',
      'quantities.y.formula',
      'quantities.z.first_of[0]',
      'quantities.z.first_of[1]',
    ]);
  });
});

describe('indices', () => {
  it.each([
    ['v', 'wrong-index', 1],
    ['a[lut]', 'wrong-index', 1],
    ['v[lut, ff]', 'wrong-index', 1],
    ['2 * v[luts]', 'unknown-element', 5],
    ['v[r]', 'unknown-element', 1],
    ['v[constructor]', 'unknown-element', 1],
    ['sum_over(z, a)', 'unknown-index', 1],
    ['sum_over(lut, v[lut])', 'unknown-index', 1],
    ['sum_over(resource, a)', 'unknown-index', 1],
    ['sum_over(r, v[r]) + v[r]', 'unknown-element', 21],
    ['sum_over(k, v[k])', 'unknown-element', 13],
  ])('%s: %s at %i', (formula, code, position) => {
    const sets = { ...RESOURCE, kernel: { letter: 'k', elements: { encode: undefined } } };
    expect(issuesOf({ ...V, x: { formula } }, sets)).toMatchObject([{ code, position }]);
  });

  it('suggest the nearest element', () => {
    expect(issuesOf({ ...V, x: { formula: 'v[brams]' } })).toMatchObject([{ suggestion: 'bram' }]);
  });

  it('are in scope in the formula of a quantity over the set, and in a reduction', () => {
    expect(issuesOf({ ...V, x: { over, formula: 'v[r] + sum_over(r, v[r])' } })).toEqual([]);
    expect(issuesOf({ ...V, x: { over, formula: 'v[lut] + v[r]' } })).toEqual([]);
  });

  it('of several sets keep their order', () => {
    const sets = {
      ...RESOURCE,
      kernel: { letter: 'k', elements: { encode: undefined, merkle: undefined } },
    };
    const need = { over: ['kernel', 'resource'] };
    expect(issuesOf({ need, x: { formula: 'sum_over(k, need[k, lut])' } }, sets)).toEqual([]);
    expect(issuesOf({ need, x: { formula: 'sum_over(k, need[lut, k])' } }, sets)).toMatchObject([
      { code: 'unknown-element', position: 13 },
    ]);
  });
});

describe('functions', () => {
  it.each([
    ['minn(a, a)', 'unknown-function', 'min'],
    ['a + sqr(a)', 'unknown-function', 'sqrt'],
    ['ceil_log(a)', 'unknown-function', 'ceil_log2'],
  ])('%s: nearest name', (formula, code, suggestion) => {
    expect(issuesOf({ ...V, x: { formula } })).toMatchObject([{ code, suggestion }]);
  });

  it.each([
    'constructor(a)',
    'toString(a)',
    'hasOwnProperty(a)',
    '__proto__(a)',
    'a(a)',
    'eval(a)',
    'round(a)',
  ])('%s is unknown', (formula) => {
    expect(issuesOf({ ...V, x: { formula } })).toMatchObject([
      { code: 'unknown-function', position: 1 },
    ]);
  });

  it.each([
    ['min(a)', '1'],
    ['min(a, a, a)', '3'],
    ['sqrt()', '0'],
    ['log2(a, 2)', '2'],
    ['2 * floor(a, a)', '2'],
  ])('%s: wrong number of arguments', (formula, received) => {
    expect(issuesOf({ ...V, x: { formula } })).toMatchObject([
      {
        code: 'wrong-arity',
        received,
        position:
          formula.indexOf('(') - (/\w+$/.exec(formula.split('(')[0] ?? '')?.[0].length ?? 0) + 1,
      },
    ]);
  });
});

describe('units of declarations', () => {
  it('are reported where they stand, with the nearest', () => {
    expect(issuesOf({ x: { unit: 'luts / s' } })).toMatchObject([
      { code: 'unknown-unit', suggestion: 'lut', path: 'quantities.x.unit', position: 1 },
    ]);
  });
});

describe('cases', () => {
  it('are checked by the unit of their own element', () => {
    const quantities = {
      area: { unit: 'lut' },
      x: { unit: 'resource', over, cases: { lut: 'area', ff: 'area' } },
    };
    expect(issuesOf(quantities)).toMatchObject([
      {
        code: 'dimension-mismatch',
        path: 'quantities.x.cases.ff',
        expected: 'resource = ff',
        received: 'lut',
      },
    ]);
  });

  it('know the index of what they are not told apart by', () => {
    const sets = { ...RESOURCE, kernel: { letter: 'k', elements: { encode: undefined } } };
    const both = ['kernel', 'resource'];
    const w = { w: { over: ['kernel'] } };
    expect(
      issuesOf({ ...w, x: { over: both, by: ['resource'], cases: { lut: 'w[k]' } } }, sets),
    ).toEqual([]);
    expect(
      issuesOf({ ...w, x: { over: both, by: ['resource'], cases: { lut: 'w[r]' } } }, sets),
    ).toMatchObject([{ code: 'unknown-element', path: 'quantities.x.cases.lut' }]);
  });
});
