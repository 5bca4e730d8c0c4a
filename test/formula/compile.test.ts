import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSystem } from '../../src/formula/check.ts';
import { compile } from '../../src/formula/compile.ts';
import { Instance, type Binding } from '../../src/formula/instantiate.ts';
import type { Node, Value } from '../../src/formula/ir.ts';
import { elementKey } from '../../src/formula/system.ts';
import {
  byColumns,
  byFolding,
  byScalar,
  compiled,
  folded,
  FORMULA,
  INPUTS,
  ROWS,
  SECRET_SET,
  systemOf,
} from '../support/expressions.ts';
import { makeSystem, RESOURCE, type Short, type ShortSet } from '../support/makeSystem.ts';

/** Evaluates `x` of a hand-made system with its inputs bound to numbers or slots. */
function derive(
  quantities: Readonly<Record<string, Short>>,
  values: Readonly<Record<string, Binding | number>> = {},
  sets: Readonly<Record<string, ShortSet>> = RESOURCE,
  name = 'x',
  tuple: readonly string[] = [],
): Node {
  const system = makeSystem(quantities, sets);
  expect(checkSystem(system)).toEqual([]);
  const instance = new Instance(system, (key) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return typeof value === 'number' ? { value } : value;
  });
  return instance.derive(name, tuple).node;
}

function value(formula: string, values: Readonly<Record<string, number>> = {}): number | Node {
  const inputs = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, {}]));
  const v = { over: ['resource'] };
  const node = derive({ ...inputs, v, x: { formula } }, values);
  return node.kind === 'const' ? node.value : node;
}

/** A truth value as the number 1 or 0. */
function truth(formula: string, values: Readonly<Record<string, number>> = {}): number | Node {
  return value(`(${formula}) ? 1 : 0`, values);
}

describe('folding', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['2 ^ 10', 1024],
    ['2 ^ -1', 0.5],
    ['-2 ^ 2', -4],
    ['(-2) ^ 3', -8],
    ['2 ^ 3 ^ 2', 512],
    ['5 ^ 0', 1],
    ['1.1 ^ 2', 1.1 * 1.1],
    ['9 ^ 0.5', 3],
    ['min(3, -2)', -2],
    ['max(3, -2)', 3],
    ['abs(-3)', 3],
    ['floor(-1.5)', -2],
    ['ceil(-1.5)', -1],
    ['1 > 2 ? 3 : 4', 4],
    ['log10(1000)', 2.9999999999999996],
    ['log2(8)', 3],
    ['ceil_log2(9)', 4],
    ['floor_log2(9)', 3],
  ])('%s is %d', (formula, expected) => {
    // log10(1000) = 2.9999999999999996 is what Math.log10 of this engine says, to the last bit.
    expect(value(formula)).toBe(formula.startsWith('log10') ? Math.log10(1000) : expected);
  });

  it.each([
    ['sum_over(r, v[r])', 15],
    ['sum_over(r, v[r], v[r] > 3)', 12],
    ['sum_over(r, v[r], v[r] > 100)', 0],
    ['min_over(r, v[r])', 3],
    ['max_over(r, v[r])', 8],
    ['min_over(r, v[r], v[r] > 3)', 4],
    ['argmin_over(r, v[r])', 2],
    ['argmax_over(r, v[r])', 1],
    ['argmin_over(r, v[r], v[r] > 3)', 0],
    ['argmin_over(r, 0 * v[r])', 0],
    ['max_over(r, -v[r])', -3],
    ['v[ff]', 8],
  ])('%s is %d', (formula, expected) => {
    const values = { 'v[lut]': 4, 'v[ff]': 8, 'v[bram]': 3 };
    expect(value(formula, values)).toBe(expected);
  });

  it('a reduction with no element that takes part has no value, unless it is a sum', () => {
    const values = { 'v[lut]': 4, 'v[ff]': 8, 'v[bram]': 3 };
    expect(value('2 * min_over(r, v[r], v[r] > 100)', values)).toMatchObject({
      kind: 'invalid',
      reason: 'min_over has no element that takes part',
      origin: 'x',
      position: 5,
    });
  });

  it('never builds a term that takes no part', () => {
    const values = { 'v[lut]': 0, 'v[ff]': 8, 'v[bram]': 2 };
    expect(value('sum_over(r, 1 / v[r], v[r] > 0)', values)).toBe(0.625);
    expect(value('min_over(r, 1 / v[r], v[r] > 0)', values)).toBe(0.125);
  });

  it('never builds the branch that is not taken', () => {
    expect(value('a > 0 ? 1 / a : 7', { a: 0 })).toBe(7);
    expect(value('a > 0 ? b : 7', { a: 0 })).toBe(7);
  });
});

describe('IEEE semantics, where mathjs has its own', () => {
  it.each([
    ['ceil(3.000000000001)', 4],
    ['ceil(3.0000000000000004)', 4],
    ['floor(2.9999999999999996)', 2],
    ['ceil(log2(2^41 + 1))', 42],
    ['ceil_log2(2^41 + 1)', 42],
    ['0.1 + 0.2', 0.30000000000000004],
    ['2 ^ 0.5', Math.SQRT2],
    ['7 / 3 * 3', 7],
  ])('%s is %d', (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  it.each([
    ['3.0000000000001 > 3', 1],
    ['3.0000000000000004 > 3', 1],
    ['0.1 + 0.2 == 0.3', 0],
    ['0.1 + 0.2 != 0.3', 1],
    ['0.1 + 0.2 <= 0.3', 0],
    ['1 == 1', 1],
    ['-0 == 0', 1],
  ])('%s is %d', (formula, expected) => {
    expect(truth(formula)).toBe(expected);
  });

  it.each([
    ['sqrt(-1)', 'sqrt(-1) is not a finite number'],
    ['(-8) ^ (1/3)', 'power(-8, 0.3333333333333333) is not a finite number'],
    ['log(-1)', 'log(-1) is not a finite number'],
    ['log2(0)', 'log2(0) is not a finite number'],
  ])('%s has no complex or infinite value', (formula, reason) => {
    expect(value(formula)).toMatchObject({ kind: 'invalid', reason, origin: 'x' });
  });
});

describe('what has no value', () => {
  it('says why, in which element, and where in its formula', () => {
    const quantities = {
      a: {},
      v: { over: ['resource'], cases: { ff: '1 + a / (a - a)' } },
      x: { formula: 'sum_over(r, v[r])' },
    };
    expect(derive(quantities, { a: 3 })).toMatchObject({
      kind: 'invalid',
      reason: 'division by zero',
      origin: 'v[ff]',
      position: 5,
    });
  });

  it.each([
    ['a / b', { a: 1, b: 0 }, 'division by zero', 1],
    ['0 + (a / b)', { a: 0, b: 0 }, 'division by zero', 6],
    ['a * a', { a: 1e200 }, 'the result is too large (mul of 1e+200, 1e+200)', 1],
    ['a + a', { a: 1.7e308 }, 'the result is too large (add of 1.7e+308, 1.7e+308)', 1],
    ['2 ^ a', { a: 5000 }, 'exp2(5000) is not a finite number', 1],
    ['exp(a)', { a: 1000 }, 'exp(1000) is not a finite number', 1],
    ['a ^ -2', { a: 0 }, 'division by zero', 1],
  ])('%s with %j', (formula, values, reason, position) => {
    expect(value(formula, values)).toMatchObject({
      kind: 'invalid',
      reason,
      origin: 'x',
      position,
    });
  });

  it('missing inputs come through with their names, each once', () => {
    const quantities = {
      a: {},
      b: {},
      v: { over: ['resource'] },
      y: { formula: 'a + v[lut]' },
      x: { formula: 'y * b + sum_over(r, v[r]) - y' },
    };
    const node = derive(quantities, { b: 2, 'v[ff]': 1 });
    expect(node).toMatchObject({ kind: 'missing', inputs: ['a', 'v[lut]', 'v[bram]'] });
  });

  it('is missing beside a test that is missing, with the names of both', () => {
    expect(value('a > 0 ? b : c', { c: 1 })).toMatchObject({ kind: 'missing', inputs: ['a', 'b'] });
  });

  it('is 0 for a case that is not declared', () => {
    const quantities = {
      v: { over: ['resource'], cases: { lut: '5' } },
      x: { formula: 'sum_over(r, v[r])' },
    };
    expect(derive(quantities)).toMatchObject({ kind: 'const', value: 5 });
  });

  it('does not take what every object inherits for a case', () => {
    const sets = {
      names: { letter: 'n', elements: { constructor: undefined, valueof: undefined } },
    };
    const quantities = {
      v: { over: ['names'], cases: { valueof: '5' } },
      x: { formula: 'sum_over(n, v[n])' },
    };
    expect(derive(quantities, {}, sets)).toMatchObject({ kind: 'const', value: 5 });
  });
});

describe('first_of', () => {
  const QUANTITIES = { a: {}, b: {}, c: {}, x: { firstOf: ['a', 'b + 1', 'c + 2'] } };
  const choice = (values: Readonly<Record<string, number>>): unknown => {
    const instance = new Instance(makeSystem(QUANTITIES), (key) => {
      const found = values[key];
      return found === undefined ? undefined : { value: found };
    });
    const { node, choice: chosen, alternative, uses } = instance.derive('x', []);
    return [chosen, alternative?.text, node.kind === 'const' ? node.value : node.kind, uses];
  };

  it('takes the first alternative whose inputs are known', () => {
    expect(choice({ a: 1, b: 1, c: 1 })).toEqual([0, 'a', 1, ['a']]);
    expect(choice({ b: 1, c: 1 })).toEqual([1, 'b + 1', 2, ['b']]);
    expect(choice({ c: 1 })).toEqual([2, 'c + 2', 3, ['c']]);
  });

  it('is missing where none is known', () => {
    // Any of the three would do; of equals the last is named.
    expect(choice({})).toEqual([2, 'c + 2', 'missing', ['c']]);
  });

  it('does not pass over an alternative that goes wrong', () => {
    const quantities = { a: {}, b: {}, x: { firstOf: ['1 / a', 'b'] } };
    expect(derive(quantities, { a: 0, b: 1 })).toMatchObject({ kind: 'invalid' });
  });
});

describe('and, or, not beside what is not known', () => {
  it.each([
    ['1 > 2 and a > 0', 0],
    ['a > 0 and 1 > 2', 0],
    ['1 < 2 or a > 0', 1],
    ['a > 0 or 1 < 2', 1],
    ['1 / b > 0 and 1 > 2', 0],
    ['1 > 2 or 2 > 1', 1],
    ['1 < 2 and 2 < 3', 1],
    ['not (1 > 2)', 1],
  ])('%s is decided', (formula, expected) => {
    expect(truth(formula, { b: 0 })).toBe(expected);
  });

  it.each(['1 < 2 and a > 0', '1 > 2 or a > 0', 'not (a > 0)'])('%s is missing', (formula) => {
    expect(truth(formula)).toMatchObject({ kind: 'missing', inputs: ['a'] });
  });
});

describe('shared subexpressions', () => {
  it('are computed once', () => {
    const quantities = {
      a: {},
      b: {},
      y: { formula: 'sqrt(a + b)' },
      x: { formula: 'y * y + sqrt(a + b) / y' },
    };
    const node = derive(quantities, { a: { slot: 0 }, b: { slot: 1 } });
    const { source } = compile([node as Value], 2);
    expect(source.columns.match(/sqrt/g)).toHaveLength(1);
  });

  it('that do not vary are computed while compiling', () => {
    const quantities = { a: {}, b: {}, x: { formula: 'a * log2(b) ^ 0.3' } };
    const node = derive(quantities, { a: { slot: 0 }, b: 37 });
    const { source } = compile([node as Value], 1);
    expect(source.columns).not.toMatch(/log2|f0/);
  });
});

describe('compiled functions', () => {
  it('agree with folding, to the last bit, and so do both of them', () => {
    fc.assert(
      fc.property(FORMULA, ROWS, (formula, rows) => {
        const system = systemOf(formula);
        fc.pre(checkSystem(system).length === 0);
        const functions = compiled(system);
        fc.pre(functions !== undefined);
        if (functions === undefined) return;
        const columns = byColumns(functions, rows);
        rows.forEach((row, i) => {
          const expected = byFolding(system, row);
          expect([formula, row, byScalar(functions, row)]).toStrictEqual([formula, row, expected]);
          expect([formula, row, columns.values[i]]).toStrictEqual([formula, row, expected]);
        });
        expect(columns.bad).toBe(columns.values.filter((found) => found === undefined).length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('do not depend on how the rows are cut', () => {
    fc.assert(
      fc.property(FORMULA, ROWS, fc.nat(), (formula, rows, cut) => {
        const system = systemOf(formula);
        fc.pre(checkSystem(system).length === 0);
        const functions = compiled(system);
        fc.pre(functions !== undefined);
        if (functions === undefined) return;
        const inputs = INPUTS.map((_, slot) => Float64Array.from(rows, (row) => row[slot] ?? NaN));
        const whole = new Float64Array(rows.length).fill(-77);
        const parts = new Float64Array(rows.length).fill(-77);
        const middle = cut % (rows.length + 1);
        const bad = functions.columns(inputs, [whole], 0, rows.length);
        // The second part first: no row may lean on an earlier one.
        const second = functions.columns(inputs, [parts], middle, rows.length);
        expect([...parts.subarray(0, middle)]).toEqual(Array<number>(middle).fill(-77));
        const first = functions.columns(inputs, [parts], 0, middle);
        expect(parts).toStrictEqual(whole);
        expect(first + second).toBe(bad);
        expect(functions.columns(inputs, [parts], middle, middle)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('count the rows that have no value, hold NaN in them, and leave the others alone', () => {
    const [a = '', b = ''] = INPUTS;
    const system = systemOf(`${a} / ${b}`);
    const functions = compiled(system);
    if (functions === undefined) throw new Error('compiled');
    const rows = [
      [1, 2, 0],
      [1, 0, 0],
      [3, 4, 0],
      [0, 0, 0],
      [-5, 2, 0],
      [1e300, 1e-300, 0],
      [0, 3, 0],
    ];
    expect(byColumns(functions, rows)).toEqual({
      values: [0.5, undefined, 0.75, undefined, -2.5, undefined, 0],
      bad: 3,
    });
  });

  it('a row without a value for one output has none for any', () => {
    const quantities = { a: {}, x: { formula: 'a + 1' }, y: { formula: '1 / a' } };
    const out = [new Float64Array(3), new Float64Array(3)];
    const open = new Instance(makeSystem(quantities), (key) =>
      key === 'a' ? { slot: 0 } : undefined,
    );
    const nodes = ['x', 'y'].map((name) => open.derive(name, []).node as Value);
    expect(compile(nodes, 1, 0).columns([Float64Array.of(1, 0, 4)], out, 0, 3)).toBe(1);
    expect(out.map((column) => [...column])).toEqual([
      [2, NaN, 5],
      [1, NaN, 0.25],
    ]);
  });

  it.each([
    // Only what a row uses can go wrong in it.
    ['a > 0 ? 1 / a : 7', [2, 0, -1], [0.5, 7, 7]],
    ['a > 0 ? sqrt(a - 4) : 7', [8, 1, -1], [2, undefined, 7]],
    ['min(5, a * a)', [3, 1e200, 1], [5, undefined, 1]],
    ['1 / (a * a)', [2, 1e200, 1], [0.25, undefined, 1]],
    ['min(5, a > 0 ? 1 / (a - 1) : 0)', [2, 1, 0], [1, undefined, 0]],
    ['a * a', [3, 1e200, -1e200], [9, undefined, undefined]],
    ['2 ^ a', [3, 2000, -2000], [8, undefined, 0]],
    ['sum_over(r, 1 / (a - v[r]), v[r] > a)', [0, 2, 5], [-1.75, -0.5, 0]],
    ['min_over(r, 1 / (a - v[r]), v[r] != a)', [1, 2, 4], [-1, -0.5, 1 / 3]],
    ['min_over(r, a, v[r] > a)', [0, 3, 4], [0, 3, undefined]],
    ['argmin_over(r, v[r], v[r] > a)', [0, 1, 4], [0, 1, undefined]],
    ['a > 0 and 1 / a > 1 ? 1 : 0', [0.5, 0, -1], [1, 0, 0]],
    ['1 / a > 1 or a == 0 ? 1 : 0', [0.5, 0, -1], [1, 1, 0]],
  ])('%s at %j is %j', (formula, rows, expected) => {
    const quantities = { a: {}, v: { over: ['resource'] }, x: { formula } };
    const values = { 'v[lut]': 1, 'v[ff]': 2, 'v[bram]': 4 };
    const fixed = rows.map((a) => {
      const node = derive(quantities, { ...values, a });
      return node.kind === 'const' ? node.value : undefined;
    });
    expect(fixed).toEqual(expected);
    const functions = compile([derive(quantities, { ...values, a: { slot: 0 } }) as Value], 1, 0);
    const out = new Float64Array(rows.length);
    functions.columns([Float64Array.from(rows)], [out], 0, rows.length);
    expect([...out].map((found) => (Number.isNaN(found) ? undefined : found))).toEqual(expected);
  });

  it('interpret few rows and run code for more, which no bit tells', () => {
    const quantities = { a: {}, x: { formula: 'a > 0 ? 1 / (a - 3) : sqrt(a + 9)' } };
    const root = derive(quantities, { a: { slot: 0 } }) as Value;
    const rows = Float64Array.from({ length: 40 }, (_, i) => i - 20);
    const { columns } = compile([root], 1, 100);
    const runs = [1, 2, 3, 4].map(() => {
      const out = new Float64Array(rows.length);
      return { bad: columns([rows], [out], 0, rows.length), out };
    });
    expect(runs[0]).toMatchObject({ bad: 12 });
    for (const run of runs) expect(run).toEqual(runs[0]);
  });

  it('a branch that can have no value spoils only the rows that take it', () => {
    const quantities = { a: {}, b: {}, x: { formula: 'a > 0 ? 1 / b : 7' } };
    const node = derive(quantities, { a: { slot: 0 }, b: 0 });
    expect(node.kind).toBe('op');
    const out = new Float64Array(2);
    expect(compile([node as Value], 1, 0).columns([Float64Array.of(1, -1)], [out], 0, 2)).toBe(1);
    expect([...out]).toEqual([NaN, 7]);
  });

  it('powers have the same bits whether base and exponent vary or not', () => {
    const whole = fc.integer({ min: -8, max: 12 });
    const exponent = fc.oneof(whole, fc.constantFrom(0.5, -0.5, 1.5, 0.3));
    const base = fc.oneof(
      fc.constantFrom(2, 3, 0.5, 10),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
    );
    const quantities = { a: {}, b: {}, x: { formula: 'a ^ b' } };
    fc.assert(
      fc.property(base, exponent, (a, b) => {
        const all = [
          { a: { value: a }, b: { slot: 1 } },
          { a: { slot: 0 }, b: { value: b } },
          { a: { slot: 0 }, b: { slot: 1 } },
        ].map((values) => {
          const out = new Float64Array(1);
          compile([derive(quantities, values) as Value], 2).scalar([a, b], out);
          return out[0];
        });
        const node = derive(quantities, { a, b });
        const expected = node.kind === 'const' ? node.value : NaN;
        expect([a, b, ...all]).toStrictEqual([a, b, expected, expected, expected]);
      }),
    );
  });

  it('a whole power of a negative number has a value, whether the exponent varies or not', () => {
    const quantities = { a: {}, b: {}, x: { formula: 'a ^ b' } };
    expect(derive(quantities, { a: -2, b: 3 })).toMatchObject({ value: -8 });
    const out = new Float64Array(1);
    const node = derive(quantities, { a: -2, b: { slot: 0 } });
    compile([node as Value], 1).scalar([3], out);
    expect(out[0]).toBe(-8);
  });

  it('inputs that are not used, and outputs that do not vary, are fine', () => {
    const { scalar, columns } = compile([derive({ x: { formula: '2 + 3' } }) as Value], 2, 0);
    const out = new Float64Array(2);
    scalar([1, 2], out);
    expect(out[0]).toBe(5);
    expect(columns([new Float64Array(2), new Float64Array(2)], [out], 0, 2)).toBe(0);
    expect([...out]).toEqual([5, 5]);
  });

  it('compute a formula as deep as formulas can be, and a long chain of quantities', () => {
    const chain: Record<string, Short> = { q0: {} };
    for (let i = 1; i <= 500; i++) chain[`q${i}`] = { formula: `q${i - 1} * 0.5 + 1` };
    chain['x'] = { formula: 'q500' };
    const node = derive(chain, { q0: { slot: 0 } });
    const out = new Float64Array(1);
    compile([node as Value], 1).scalar([2], out);
    expect(out[0]).toBe(2);
  });
});

describe('generated source', () => {
  it('holds operators, numbers and made-up names only', () => {
    const words = /[A-Za-z_$][\w$]*/g;
    const allowed =
      /^(?:const|let|for|if|return|ok|bad|i|from|to|NaN|Math|sqrt|abs|floor|ceil|exp|log|log2|log10|[xocvf]\d*|exp2|P2|e)$/;
    fc.assert(
      fc.property(FORMULA, (formula) => {
        const system = systemOf(formula);
        fc.pre(checkSystem(system).length === 0);
        const functions = compiled(system);
        fc.pre(functions !== undefined);
        if (functions === undefined) return;
        for (const text of Object.values(functions.source)) {
          expect(text).toMatch(/^[\w\s.+\-*/<>=!?:()[\]{}&|;,]*$/);
          expect(text).not.toMatch(/secret/);
          // 1e+21 and 1e-7 are numbers, not the word e.
          const bare = text.replace(/\d(?:\.\d+)?e[+-]?\d+/g, '0').match(words) ?? [];
          expect(bare.filter((word) => !allowed.test(word))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('holds no name of a set, element, quantity or function of the model', () => {
    const evil = 'evil_name';
    const system = makeSystem(
      {
        [evil]: { over: ['evil_set'] },
        evil_other: { over: ['evil_set'], formula: `${evil}[z] * 3` },
        x: { formula: 'evil_function(sum_over(z, evil_other[z]))' },
      },
      { evil_set: { letter: 'z', elements: { evil_element: undefined, evil_two: undefined } } },
      [
        {
          name: 'evil_function',
          args: [new Map()],
          result: new Map(),
          apply: (x) => x + 1,
          meaning: '',
        },
      ],
    );
    expect(checkSystem(system)).toEqual([]);
    const keys = ['evil_element', 'evil_two'].map((element) => elementKey(evil, [element]));
    const instance = new Instance(system, (key) => {
      const slot = keys.indexOf(key);
      return slot < 0 ? undefined : { slot };
    });
    const functions = compile([instance.derive('x', []).node as Value], 2);
    const out = new Float64Array(1);
    functions.scalar([1, 2], out);
    expect(out[0]).toBe(10);
    expect(functions.source.scalar + functions.source.columns).not.toMatch(/evil/);
  });

  it('reads back constants to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (constant) => {
        const quantities = { a: {}, b: {}, x: { formula: 'a > 0 ? b : -b' } };
        const node = derive(quantities, { a: { slot: 0 }, b: constant });
        const out = new Float64Array(1);
        const { scalar } = compile([node as Value], 1);
        scalar([1], out);
        // There is no -0 in a model: see Builder.constant.
        expect(out[0]).toBe(constant + 0);
        scalar([-1], out);
        expect(out[0]).toBe(-constant + 0);
      }),
    );
  });
});

describe('the helpers of these tests', () => {
  it('bind what they say', () => {
    const [a = '', b = '', c = ''] = INPUTS;
    const system = systemOf(
      `sum_over(e, secret_values[e]) + 1000 * sum_over(e, secret_weight[e]) + ${a} - ${b} * ${c}`,
    );
    // 0.3 + 2 - 7 = -4.7 for the weights; 5 + (7 - 1) + 11 = 22 for the values.
    expect(folded(system, [5, 7, 11])).toMatchObject({ value: 22 + 1000 * (0.3 + 2 - 7) + 5 - 77 });
    expect(Object.keys(SECRET_SET)).toEqual(['secret_set']);
  });
});
