import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divide,
  formatDimension,
  multiply,
  NONE,
  raise,
  same,
} from '../../src/formula/dimension.ts';
import { elementUnit, elementUnitText } from '../../src/formula/elementUnit.ts';
import { parseUnit } from '../../src/formula/parseUnit.ts';
import { parseUnitName } from '../../src/formula/parseUnitName.ts';
import { fromBase, powUnit, toBase, type Unit } from '../../src/formula/unit.ts';
import { UNITS } from '../../src/formula/unitTable.ts';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { link } from '../../src/model/link.ts';
import { readModel } from '../../src/model/readModel.ts';
import { issuesOf, makeSystem, RESOURCE } from '../support/makeSystem.ts';

const NAMES = [...UNITS.keys()];

function unit(text: string): Unit {
  const result = parseUnit(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.issues)}`);
  return result.unit;
}

describe('dimensions', () => {
  const base = fc.constantFrom('lut', 's', 'byte', 'cycle');
  const dimension = fc
    .dictionary(
      base,
      fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0),
    )
    .map((entries) => new Map(Object.entries(entries)));

  it('form a group under multiplication', () => {
    fc.assert(
      fc.property(dimension, dimension, dimension, (a, b, c) => {
        expect(same(multiply(a, b), multiply(b, a))).toBe(true);
        expect(same(multiply(multiply(a, b), c), multiply(a, multiply(b, c)))).toBe(true);
        expect(same(multiply(a, NONE), a)).toBe(true);
        expect(divide(a, a).size).toBe(0);
        expect(same(divide(multiply(a, b), b), a)).toBe(true);
        expect(same(raise(a, 2), multiply(a, a))).toBe(true);
        expect(same(raise(raise(a, 0.5), 2), a)).toBe(true);
      }),
    );
  });

  it('are the same whatever the order of their bases', () => {
    const a = new Map([
      ['s', 1],
      ['lut', -1],
    ]);
    const b = new Map([
      ['lut', -1],
      ['s', 1],
    ]);
    expect(same(a, b)).toBe(true);
    expect(formatDimension(a)).toBe(formatDimension(b));
  });

  it.each([
    ['1', '1'],
    ['lut', 'lut'],
    ['lut * s / cycle', 'lut·s/cycle'],
    ['1 / s', '1/s'],
    ['1 / (s * lut)', '1/(lut·s)'],
    ['s ^ 2', 's^2'],
    ['byte / s ^ 3', 'byte/s^3'],
    ['Hz', 'clock/s'],
    ['MHz', 'clock/s'],
    ['W', 'J/s'],
    ['GB / s', 'byte/s'],
    ['Gbit / s', 'byte/s'],
    ['percent', '1'],
    ['word / cycle', '1/cycle'],
    ['USD / kWh', 'USD/J'],
    ['mm2', 'm^2'],
    ['lut / lut', '1'],
  ])('of %s is %s', (text, expected) => {
    expect(formatDimension(unit(text).dimension)).toBe(expected);
  });
});

describe('scales', () => {
  it.each([
    // By the SI and IEC prefixes; a year of 365.25 days.
    ['GHz', 'Hz', 1e9],
    ['GB', 'byte', 1e9],
    ['GiB', 'byte', 1024 ** 3],
    ['byte', 'bit', 8],
    ['kbit', 'byte', 128],
    ['Gbit / s', 'MB / s', 125],
    ['KiB', 'kbit', 8],
    ['h', 's', 3600],
    ['year', 'day', 365.25],
    ['kWh', 'J', 3.6e6],
    ['kW', 'W', 1000],
    ['W * h', 'J', 3600],
    ['ms', 'us', 1000],
    ['mm2', 'um2', 1e6],
    ['nm ^ 2', 'um2', 1e-6],
    ['ratio', 'percent', 100],
    ['USD / h', 'USD / s', 1 / 3600],
  ])('one %s is so many %s: %d', (from, to, factor) => {
    const [a, b] = [unit(from), unit(to)];
    expect(same(a.dimension, b.dimension)).toBe(true);
    expect(fromBase(toBase(1, a), b)).toBeCloseTo(factor, 12 - Math.ceil(Math.log10(factor)));
  });

  it('round-trip between units of one dimension', () => {
    const pair = fc
      .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES))
      .map(([a, b]) => [unit(a), unit(b)] as const)
      .filter(([a, b]) => same(a.dimension, b.dimension));
    fc.assert(
      fc.property(pair, fc.double({ min: 1e-30, max: 1e30, noNaN: true }), ([a, b], value) => {
        const there = fromBase(toBase(value, a), b);
        const back = fromBase(toBase(there, b), a);
        // Four roundings.
        expect(Math.abs(back - value)).toBeLessThanOrEqual(value * 4 * 2 ** -53);
      }),
    );
  });

  it('keep order and sign', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.double({ min: -1e30, max: 1e30, noNaN: true }),
        fc.double({ min: -1e30, max: 1e30, noNaN: true }),
        (name, x, y) => {
          const own = unit(name);
          if (x <= y) expect(toBase(x, own)).toBeLessThanOrEqual(toBase(y, own));
        },
      ),
    );
  });

  it('are all positive and finite', () => {
    for (const [name, { scale }] of UNITS)
      expect([name, scale > 0 && scale < Infinity]).toEqual([name, true]);
  });

  it('of powers are products', () => {
    expect(powUnit(unit('kB'), 3).scale).toBe(1e9);
    expect(powUnit(unit('kB'), -1).scale).toBe(1 / 1e3);
    expect(powUnit(unit('kB'), 0)).toEqual({ scale: 1, dimension: new Map() });
  });
});

describe('parseUnit and parseUnitName', () => {
  const chain = fc
    .tuple(
      fc.constantFrom('1', ...NAMES),
      fc.array(fc.tuple(fc.constantFrom('*', '/', ' * ', ' / '), fc.constantFrom(...NAMES)), {
        maxLength: 4,
      }),
    )
    .map(([first, rest]) => first + rest.map(([sign, name]) => sign + name).join(''));

  it('agree on units of names, * and /', () => {
    fc.assert(
      fc.property(chain, (text) => {
        const quick = parseUnitName(text);
        expect(quick?.scale).toBe(unit(text).scale);
        expect(same(quick?.dimension ?? new Map([['none', 1]]), unit(text).dimension)).toBe(true);
      }),
    );
  });

  it.each([
    'luts',
    'lut s',
    'lut +s',
    'lut-s',
    'constructor',
    '__proto__',
    '2',
    'Lut',
    'GB//s',
    'MHz/',
    '*s',
    'GB**s',
    '/s',
    '/',
    '*',
  ])('agree that %j is no unit', (text) => {
    expect(parseUnit(text).ok).toBe(false);
    expect(parseUnitName(text)).toBeUndefined();
  });

  it('differ on the empty text: a column without a unit holds plain numbers', () => {
    expect(parseUnitName('')).toEqual({ scale: 1, dimension: NONE });
    expect(parseUnit('').ok).toBe(false);
  });

  it.each([
    ['luts', 'lut', 1],
    ['GB / ss', 's', 6],
    ['Mhz', 'kHz', 1],
    ['byts / s', 'byte', 1],
    ['lut * cycel', 'cycle', 7],
  ])('parseUnit suggests for %s', (text, suggestion, position) => {
    const result = parseUnit(text);
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'unknown-unit', position, suggestion: text === 'Mhz' ? 'MHz' : suggestion },
    ]);
  });

  it.each([
    's ^ -1',
    's ^ 0',
    's ^ 0.5',
    's ^ 10',
    's ^ 1e9',
    's ^ lut',
    '2 * s',
    's + s',
    '-s',
    'min(s, s)',
    's[r]',
    's > s',
    '(s) ? s : s',
  ])('parseUnit refuses %s', (text) => {
    const result = parseUnit(text);
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['unit-not-allowed']);
  });
});

describe('the unit of an element', () => {
  const system = makeSystem(
    { need: { unit: 'resource * s / cycle', over: ['resource'] } },
    RESOURCE,
  );
  const need = system.definitions.get('need');
  if (need === undefined) throw new Error('need');

  it.each([
    ['lut', 'lut·s/cycle', 'lut * s / cycle'],
    ['bram', 'bram·s/cycle', 'bram * s / cycle'],
  ])('%s puts its own unit for the name of the set', (element, dimension, text) => {
    expect(formatDimension(elementUnit(system, need, [element]).dimension)).toBe(dimension);
    expect(elementUnitText(system, need, [element])).toBe(text);
  });

  it('is unknown outside the set', () => {
    expect(issuesOf({ x: { unit: 'resource' } })).toMatchObject([
      { code: 'unknown-unit', path: 'quantities.x.unit', position: 1 },
    ]);
  });

  it('keeps elements apart', () => {
    const quantities = { v: { unit: 'resource', over: ['resource'] } };
    expect(issuesOf({ ...quantities, x: { unit: 'lut', formula: 'v[lut]' } })).toEqual([]);
    expect(issuesOf({ ...quantities, x: { unit: 'lut', formula: 'v[ff]' } })).toMatchObject([
      { code: 'dimension-mismatch', expected: 'lut = lut', received: 'ff', position: 1 },
    ]);
    expect(
      issuesOf({ ...quantities, x: { unit: 'lut', formula: 'v[lut] + v[ff]' } }),
    ).toMatchObject([
      { code: 'dimension-mismatch', expected: 'lut', received: 'ff', position: 10 },
    ]);
    expect(
      issuesOf({ ...quantities, x: { unit: 'lut', formula: 'sum_over(r, v[r])' } }),
    ).toMatchObject([
      { code: 'dimension-mismatch', expected: 'lut', received: 'ff', position: 13 },
    ]);
  });
});

describe('checking of units', () => {
  const QUANTITIES = {
    area: { unit: 'lut' },
    area2: { unit: 'lut' },
    time: { unit: 's' },
    short: { unit: 'ms' },
    plain: { unit: 'ratio' },
    flag: { unit: 'truth' },
    clock: { unit: 'MHz' },
  };
  const check = (formula: string, unitText = '1'): Issue[] =>
    issuesOf({ ...QUANTITIES, x: { unit: unitText, formula } });

  it('LUTs and seconds can not be added: file, path and position', () => {
    expect(check('plain * (area + time)', 'lut')).toEqual([
      {
        code: 'dimension-mismatch',
        message: 'these can not be added: their units differ',
        expected: 'lut',
        received: 's',
        position: 17,
        file: 'test.yaml',
        path: 'quantities.x.formula',
      },
    ]);
  });

  it('the same from a YAML file, through readModel and link', () => {
    const text = [
      'model: test',
      'version: 1.0.0',
      'title: t',
      'meaning: m',
      'source: s',
      'quantities:',
      '  area: {title: a, unit: lut, meaning: m, constant: 5}',
      '  time: {title: a, unit: s, meaning: m, constant: 5}',
      '  wrong: {title: a, unit: lut, meaning: m, formula: "2 * area + time"}',
    ].join('\n');
    const document = readModel({ ok: true, text, sha256: '' }, 'mine.yaml');
    let issues: readonly Issue[] = [];
    try {
      link([document], [], [], new Map(), true);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues = error.issues;
    }
    expect(issues).toMatchObject([
      {
        code: 'dimension-mismatch',
        file: 'mine.yaml',
        path: 'quantities.wrong.formula',
        position: 12,
        expected: 'lut',
        received: 's',
      },
    ]);
  });

  it.each([
    ['time + short', 's'],
    ['area / time * short', 'lut'],
    ['area + 0', 'lut'],
    ['max(0, area - area2)', 'lut'],
    ['min(area, area2)', 'lut'],
    ['area > area2 ? area : 0', 'lut'],
    ['area > 0 ? 1 : 0', '1'],
    ['time * clock', 'clock'],
    ['sqrt(area * area2)', 'lut'],
    ['area ^ 2', 'lut ^ 2'],
    ['(area ^ 2) ^ 0.5', 'lut'],
    ['sqrt(time) * sqrt(time)', 's'],
    ['2 ^ plain', '1'],
    ['plain ^ plain', '1'],
    ['log2(area / area2)', '1'],
    ['0', 'lut'],
    ['area > area2 and time < short', 'truth'],
    ['not flag', 'truth'],
    ['flag ? flag : not flag', 'truth'],
    ['floor(area)', 'lut'],
    ['-area', 'lut'],
    ['abs(-time)', 's'],
  ])('accepts %s as %s', (formula, unitText) => {
    expect(check(formula, unitText)).toEqual([]);
  });

  it.each([
    ['area', 's', 1],
    ['area - time', 'lut', 8],
    ['area > time', 'truth', 8],
    ['area == 1', 'truth', 9],
    ['min(area, time)', 'lut', 1],
    ['max(area, 1)', 'lut', 1],
    ['flag ? area : time', 'lut', 15],
    ['flag ? area : flag', 'truth', 8],
    ['area ? area : 0', 'lut', 1],
    ['1 ? area : 0', 'lut', 1],
    ['plain and flag', 'truth', 1],
    ['flag or 1', 'truth', 9],
    ['not plain', 'truth', 5],
    ['flag + 1', '1', 1],
    ['-flag', '1', 2],
    ['flag > flag', 'truth', 1],
    ['min(flag, flag)', '1', 1],
    ['2 ^ area', '1', 5],
    ['area ^ plain', 'lut', 8],
    ['area ^ time', 'lut', 8],
    ['log2(area)', '1', 1],
    ['exp(time)', '1', 1],
    ['ceil_log2(area)', '1', 1],
    ['sqrt(area)', 'lut', 1],
    ['sqrt(flag)', '1', 1],
    ['area ^ 2', 'lut', 1],
    ['area / 0', 'lut', 8],
    ['1', 'lut', 1],
    ['flag', '1', 1],
    ['plain', 'truth', 1],
    ['0', 'truth', 1],
    ['clock * time', 'ratio', 1],
    ['sum_over(r, area) > time', 'truth', 21],
    ['sum_over(r, flag)', '1', 13],
    ['sum_over(r, area, plain)', 'lut', 19],
    ['argmin_over(r, area)', 'lut', 1],
  ])('refuses %s as %s', (formula, unitText, position) => {
    expect(check(formula, unitText)).toMatchObject([
      {
        code: 'dimension-mismatch',
        file: 'test.yaml',
        path: 'quantities.x.formula',
        position,
      },
    ]);
  });

  it('checks the arguments and the result of domain functions', () => {
    const fn = {
      name: 'size',
      args: [NONE, new Map([['s', 1]])],
      result: new Map([['byte', 1]]),
      apply: (a: number, b: number): number => a * b,
      meaning: '',
    };
    const of = (formula: string, unitText: string): Issue[] =>
      issuesOf({ ...QUANTITIES, x: { unit: unitText, formula } }, RESOURCE, [fn]);
    expect(of('size(plain, short)', 'kB')).toEqual([]);
    expect(of('size(plain, 0)', 'kB')).toEqual([]);
    expect(of('size(plain, area)', 'kB')).toMatchObject([
      { position: 13, expected: 's', received: 'lut' },
    ]);
    expect(of('size(flag, time)', 'kB')).toMatchObject([{ position: 6, expected: '1' }]);
    expect(of('size(plain, time)', 's')).toMatchObject([{ position: 1, received: 'byte' }]);
  });

  it('reports each alternative with its own path', () => {
    expect(
      issuesOf({ ...QUANTITIES, x: { unit: 'lut', firstOf: ['area', 'time', 'area + 1'] } }),
    ).toMatchObject([
      { path: 'quantities.x.first_of[1]', position: 1 },
      { path: 'quantities.x.first_of[2]', position: 8 },
    ]);
  });

  it('reports one issue a formula, not one an element', () => {
    expect(
      issuesOf({ ...QUANTITIES, x: { unit: 'resource', over: ['resource'], formula: 'time' } }),
    ).toHaveLength(1);
  });
});
