import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapley } from '../../../src/studies/shapley/shapley.ts';
import type { ShapleyResult } from '../../../src/studies/shapley/types.ts';
import { makeModel, permuted, pseudoRandom } from '../sobol/support.ts';

const names = (size: number): string[] =>
  Array.from({ length: size }, (_, i) => `x${String(i).padStart(2, '0')}`);
const partOf = (result: ShapleyResult, name: string): number =>
  result.parts.find((part) => part.name === name)?.value ?? NaN;

describe('shapley, exact', () => {
  it('gives the parts of a worked example', () => {
    // f = x y + z from (1, 1, 0) to (3, 2, 5): x first adds 2, last 4; y first 1, last 3.
    const model = makeModel(['x', 'y', 'z'], { f: (x = 0, y = 0, z = 0) => x * y + z });
    const result = shapley({ model, from: [1, 1, 0], to: [3, 2, 5], output: 'f' });
    expect(result).toMatchObject({
      method: 'exact',
      from: 1,
      to: 11,
      difference: 10,
      notFinite: 0,
    });
    expect(result.parts.map((part) => part.name)).toEqual(['z', 'x', 'y']);
    expect(result.parts.map((part) => part.value)).toEqual([5, 3, 2]);
  });

  it('sums to the difference, treats equals equally and gives nothing to what does nothing', () => {
    const point = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 5, maxLength: 5 });
    // Symmetric in the first two; the last does nothing.
    const model = makeModel(names(5), {
      f: (a = 0, b = 0, c = 0, d = 0) => Math.max(a + b, c * d) + a * b * d - Math.abs(c),
    });
    fc.assert(
      fc.property(point, point, (from, to) => {
        const result = shapley({ model, from, to, output: 'f' });
        const sum = result.parts.reduce((total, part) => total + part.value, 0);
        expect(sum).toBeCloseTo(result.difference, 7);
        const differing = from.filter((value, i) => value !== to[i]).length;
        expect(result.parts).toHaveLength(differing);
        if (from[4] !== to[4]) expect(partOf(result, 'x04')).toBe(0);
        const alike = (p: number[]): number[] => p.with(1, p[0] as number);
        const equal = shapley({ model, from: alike(from), to: alike(to), output: 'f' });
        if (from[0] !== to[0]) expect(partOf(equal, 'x00')).toBeCloseTo(partOf(equal, 'x01'), 7);
      }),
    );
  });

  it('does not depend on the order of inputs, nor has its opposite other parts', () => {
    const model = makeModel(['a', 'b', 'c'], {
      f: (a = 0, b = 0, c = 0) => a * b + Math.sin(c * a),
    });
    const there = shapley({ model, from: [1, 2, 3], to: [2, 5, 1], output: 'f' });
    const turned = permuted(model, [2, 0, 1]);
    expect(shapley({ model: turned, from: [3, 1, 2], to: [1, 2, 5], output: 'f' })).toEqual(there);
    const back = shapley({ model, from: [2, 5, 1], to: [1, 2, 3], output: 'f' });
    for (const part of there.parts) expect(partOf(back, part.name)).toBeCloseTo(-part.value, 12);
  });

  it('splits a product of factors into their logarithms', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => x * y });
    const result = shapley({ model, from: [1, 1], to: [10, 100], output: 'f', scale: 'log10' });
    expect(result.difference).toBeCloseTo(3, 12);
    expect(partOf(result, 'x')).toBeCloseTo(1, 12);
    expect(partOf(result, 'y')).toBeCloseTo(2, 12);
  });

  it('takes groups as one', () => {
    const model = makeModel(['x', 'y', 'z'], { f: (x = 0, y = 0, z = 0) => x * y + z });
    const groups = [{ name: 'area', inputs: ['x', 'y'] }];
    const result = shapley({ model, from: [1, 1, 0], to: [3, 2, 5], output: 'f', groups });
    expect(result.parts).toEqual([
      { name: 'area', inputs: ['x', 'y'], value: 5 },
      { name: 'z', inputs: ['z'], value: 5 },
    ]);
  });

  it('has no parts between a point and itself', () => {
    const model = makeModel(['x'], { f: (x = 0) => x });
    const result = shapley({ model, from: [1], to: [1], output: 'f' });
    expect(result).toMatchObject({ difference: 0, parts: [], method: 'exact' });
  });

  it('counts mixtures without a value and leaves the parts that need them open', () => {
    const model = makeModel(['x', 'y'], { f: (x = 0, y = 0) => (x > y ? NaN : x + y) });
    const result = shapley({ model, from: [1, 1], to: [2, 2], output: 'f' });
    expect(result.difference).toBe(2);
    expect(result.notFinite).toBe(1);
    expect(partOf(result, 'x')).toBeNaN();
  });
});

describe('shapley, sampled', () => {
  const size = 20;
  const model = makeModel(names(size), {
    f: (...x) => x.reduce((sum, xi, i) => sum + i * xi, 0) + (x[0] ?? 0) * (x[1] ?? 0) * 12,
  });
  const options = {
    model,
    from: names(size).map(() => 0),
    to: names(size).map(() => 1),
    output: 'f',
    sampling: { permutations: 200, fill: pseudoRandom(0) },
  };

  it('sums to the difference and says how exact it is', () => {
    const result = shapley(options);
    expect(result.method).toBe('sampled');
    expect(result.difference).toBe(190 + 12);
    const sum = result.parts.reduce((total, part) => total + part.value, 0);
    expect(sum).toBeCloseTo(result.difference, 9);
    // Backwards and forwards, the product is credited to one and to the other: no noise is left.
    expect(partOf(result, 'x00')).toBeCloseTo(6, 9);
    expect(partOf(result, 'x19')).toBeCloseTo(19, 9);
    for (const part of result.parts) expect(part.standardError).toBeLessThan(1e-9);
  });

  it('agrees with enumeration within its standard error', () => {
    const small = makeModel(names(6), { f: (...x) => Math.max(...x) + (x[0] ?? 0) * (x[3] ?? 0) });
    const ends = { from: [0, 0, 0, 0, 0, 0], to: [1, 2, 3, 4, 5, 6] };
    const exact = shapley({ ...options, ...ends, model: small });
    const sampled = shapley({ ...options, ...ends, model: small, exactUpTo: 3 });
    expect([exact.method, sampled.method]).toEqual(['exact', 'sampled']);
    for (const part of sampled.parts) {
      const error = part.standardError as number;
      expect(error).toBeLessThan(0.2);
      expect(Math.abs(part.value - partOf(exact, part.name))).toBeLessThan(4 * error + 1e-12);
    }
  });

  it('is the same for every order of inputs', () => {
    const order = [...names(size).keys()].reverse();
    const turned = shapley({ ...options, model: permuted(model, order) });
    expect(turned.parts).toEqual(shapley(options).parts);
  });

  it('refuses to enumerate too much', () => {
    const { from, to, output } = options;
    const without = { model, from, to, output };
    expect(() => shapley(without)).toThrow('20 changes are too many');
    expect(() => shapley({ ...without, from: [1] })).toThrow('one value for every input');
  });
});
