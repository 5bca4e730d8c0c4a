import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { InputError } from '../../../src/issues/issue.ts';
import { nativeScramble } from '../../../src/studies/sampling/nativeScramble.ts';
import { philox } from '../../../src/studies/sampling/philox.ts';
import { randomSampler } from '../../../src/studies/sampling/random.ts';
import type { Sampler } from '../../../src/studies/sampling/sampler.ts';
import { plainSobolSampler, sobolSampler } from '../../../src/studies/sampling/sobol.ts';

function points(sampler: Sampler, from: number, count: number): Float64Array[] {
  const columns = Array.from({ length: sampler.dimensions }, () => new Float64Array(count));
  sampler.fill(columns, from, count);
  return columns;
}

test('scrambled points are the same one by one, as four at a time by WebAssembly', () => {
  const directions = new Int32Array(32);
  expect(nativeScramble(new Float64Array(4), directions, 0, 1, 2)).toBe(true);
  expect(nativeScramble(new Float64Array(5), directions, 0, 1, 2)).toBe(false);
  for (const from of [0, 4, 12, 2 ** 20, 2 ** 31 - 32, 2 ** 32 - 64]) {
    const sampler = sobolSampler(100, { seed: 7, replicate: 2 });
    const one = Array.from({ length: 100 }, () => new Float64Array(64));
    for (let i = 0; i < 64; i++) sampler.fill(one, from + i, 1, i);
    expect(points(sampler, from, 64)).toEqual(one);
    expect(points(sampler, from, 61)).toEqual(one.map((column) => column.slice(0, 61)));
  }
});

describe('Philox4x32-10', () => {
  // Known answers of Random123 (D. E. Shaw Research), tests/kat_vectors.
  test.each([
    [
      '00000000 00000000 00000000 00000000',
      '00000000 00000000',
      '6627e8d5 e169c58d bc57ac4c 9b00dbd8',
    ],
    [
      'ffffffff ffffffff ffffffff ffffffff',
      'ffffffff ffffffff',
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      '243f6a88 85a308d3 13198a2e 03707344',
      'a4093822 299f31d0',
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ])('%s', (counter, key, expected) => {
    const words = (text: string): number[] => text.split(' ').map((word) => parseInt(word, 16));
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = words(counter);
    const [k0 = 0, k1 = 0] = words(key);
    const out = new Uint32Array(4);
    philox(c0, c1, c2, c3, k0, k1, out);
    expect([...out]).toEqual(words(expected));
  });
});

describe('Sobol points without scrambling', () => {
  // How the numbers were made stands in the file.
  const scipy = JSON.parse(
    readFileSync(new URL('scipy-sobol.json', import.meta.url), 'utf8'),
  ) as Record<'dimensions' | 'rows', number[]> &
    Record<'points' | 'far', number[][]> & {
      farFrom: number;
    };

  it('are those of SciPy, in 256 dimensions', () => {
    const columns = points(plainSobolSampler(256), 0, 4096);
    const ours = scipy.rows.map((row) =>
      scipy.dimensions.map((d) => (columns[d]?.[row] ?? NaN) * 2 ** 32),
    );
    expect(ours).toEqual(scipy.points);
  });

  it('are those of SciPy far into the sequence', () => {
    const columns = points(plainSobolSampler(8), scipy.farFrom, 3);
    const ours = [0, 1, 2].map((row) => columns.map((column) => (column[row] ?? NaN) * 2 ** 32));
    expect(ours).toEqual(scipy.far);
  });

  it('begin as worked out by hand from the direction numbers', () => {
    // v1, v2 are 1/2, 1/4 in the first dimension and 1/2, 3/4 in the next two; row 2 is v1 ^ v2, row 3 v2.
    const [x = [], y = [], z = []] = points(plainSobolSampler(3), 0, 4);
    expect([...x]).toEqual([0, 0.5, 0.75, 0.25]);
    expect([...y]).toEqual([0, 0.5, 0.25, 0.75]);
    expect([...z]).toEqual([0, 0.5, 0.25, 0.75]);
  });
});

const makers: [string, (dimensions: number, seed: number, replicate?: number) => Sampler][] = [
  ['sobol', (d, seed, replicate = 0) => sobolSampler(d, { seed, replicate })],
  ['random', (d, seed, replicate = 0) => randomSampler(d, { seed, replicate })],
];

describe.each(makers)('%s', (_, make) => {
  it('gives a row the same point whatever the chunk', () => {
    const whole = points(make(7, 3), 1000, 300);
    fc.assert(
      fc.property(fc.nat(299), fc.nat(300), (from, length) => {
        const count = Math.min(length, 300 - from);
        const part = points(make(7, 3), 1000 + from, count);
        expect(part).toEqual(whole.map((column) => column.subarray(from, from + count)));
      }),
    );
  });

  it('writes where it is told to, and nowhere else', () => {
    const columns = [new Float64Array(5), new Float64Array(5)];
    make(2, 0).fill(columns, 10, 2, 1);
    const [a = new Float64Array()] = points(make(2, 0), 10, 2);
    expect([...(columns[0] ?? [])]).toEqual([0, a[0], a[1], 0, 0]);
  });

  it('takes 0 for a seed, and gives every seed and replicate points of its own', () => {
    const first = [
      [0, 0],
      [1, 0],
      [0, 1],
      [2 ** 32, 0],
      [Number.MAX_SAFE_INTEGER, 0],
    ].map(([seed = 0, replicate]) => String(points(make(2, seed, replicate), 0, 2)));
    expect(new Set(first).size).toBe(5);
    expect(String(points(make(2, 0), 0, 2))).toBe(first[0]);
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN])('refuses %s as a seed', (seed) => {
    expect(() => make(1, seed)).toThrow(InputError);
  });

  it('stays strictly inside the unit cube and fills it evenly', () => {
    for (const column of points(make(20, 5), 0, 1 << 14)) {
      expect(Math.min(...column)).toBeGreaterThan(0);
      expect(Math.max(...column)).toBeLessThan(1);
      const mean = column.reduce((sum, u) => sum + u, 0) / column.length;
      // Four standard errors of random points.
      expect(Math.abs(mean - 0.5)).toBeLessThan((4 * Math.sqrt(1 / 12)) / 128);
    }
  });

  it('has coordinates without correlation', () => {
    const columns = points(make(12, 9), 0, 1 << 14);
    for (const [i, a] of columns.entries()) {
      for (const b of columns.slice(0, i)) {
        const r = a.reduce((sum, u, k) => sum + (u - 0.5) * ((b[k] ?? 0) - 0.5), 0) / a.length;
        expect(Math.abs(12 * r)).toBeLessThan(4.5 / 128);
      }
    }
  });
});

describe('scrambled Sobol points', () => {
  it('hold one point in every interval of length 1 / n, in every dimension', () => {
    for (const column of points(sobolSampler(256, { seed: 7 }), 0, 256)) {
      const cells = new Set(Array.from(column, (u) => Math.floor(u * 256)));
      expect(cells.size).toBe(256);
    }
  });

  it('are a digital net in two dimensions: one point in every elementary rectangle', () => {
    const [x = new Float64Array(), y = []] = points(sobolSampler(2, { seed: 4 }), 0, 256);
    for (let k = 0; k <= 8; k++) {
      const cells = Array.from(x, (u, i) => {
        const row = Math.floor((y[i] ?? 0) * 2 ** (8 - k));
        return Math.floor(u * 2 ** k) * 2 ** (8 - k) + row;
      });
      expect(new Set(cells).size).toBe(256);
    }
  });

  it('put any single point anywhere with equal probability', () => {
    const counts = new Array<number>(16).fill(0);
    for (let replicate = 0; replicate < 4096; replicate++) {
      const [x = []] = points(sobolSampler(1, { seed: 0, replicate }), 5, 1);
      const cell = Math.floor((x[0] ?? 0) * 16);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    // Chi-squared with 15 degrees of freedom: 37.7 at 0.1 %.
    const chi = counts.reduce((sum, n) => sum + (n - 256) ** 2 / 256, 0);
    expect(chi).toBeLessThan(37.7);
  });

  it('integrate a smooth function far better than random points', () => {
    // Product of 1 + (x - 1/2) / 2 over five coordinates has the integral 1.
    const error = (sampler: Sampler): number => {
      const columns = points(sampler, 0, 1 << 13);
      let sum = 0;
      for (let i = 0; i < 1 << 13; i++) {
        sum += columns.reduce((product, column) => product * (0.75 + (column[i] ?? 0) / 2), 1);
      }
      return (sum / 2 ** 13 - 1) ** 2;
    };
    const rms = (make: (seed: number) => Sampler): number =>
      Math.sqrt(
        Array.from({ length: 10 }, (_, seed) => error(make(seed))).reduce((a, b) => a + b) / 10,
      );
    const sobol = rms((seed) => sobolSampler(5, { seed }));
    const random = rms((seed) => randomSampler(5, { seed }));
    expect(random / sobol).toBeGreaterThan(100);
  });

  it('end where the table and the index do', () => {
    expect(() => sobolSampler(257, { seed: 0 })).toThrow('up to 256 dimensions');
    const column = new Float64Array(2);
    sobolSampler(1, { seed: 0 }).fill([column], 2 ** 32 - 2, 2);
    expect(column.every((u) => u > 0 && u < 1)).toBe(true);
    expect(() => {
      sobolSampler(1, { seed: 0 }).fill([column], 2 ** 32 - 1, 2);
    }).toThrow(RangeError);
  });
});
