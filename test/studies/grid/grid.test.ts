import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEven } from '../../../src/studies/breakeven/breakEven.ts';
import { grid } from '../../../src/studies/grid/grid.ts';
import { isoline, type Polyline } from '../../../src/studies/grid/isoline.ts';
import { joinSegments } from '../../../src/studies/grid/joinSegments.ts';
import { nodes } from '../../../src/studies/grid/nodes.ts';
import { makeModel } from '../sobol/support.ts';

const model = makeModel(['x', 'y', 'k'], {
  product: (x = 0, y = 0, k = 0) => k * x * y,
  squares: (x = 0, y = 0) => x * x + y * y,
  steps: (x = 0, y = 0) => Math.ceil(x) * Math.ceil(y),
});
const square = (
  output: string,
  low: number,
  high: number,
  count: number,
): ReturnType<typeof grid> =>
  grid({
    model,
    base: [0, 0, 1],
    x: { input: 'x', low, high, count },
    y: { input: 'y', low, high, count },
    output,
  });

describe('nodes', () => {
  it('holds both ends exactly and ascends', () => {
    const end = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(end, end, fc.integer({ min: 2, max: 50 }), (a, b, count) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high - low > 1e-6 * (1 + Math.abs(low)) && (low <= 0 || high / low > 1.001));
        const found = nodes(low, high, count);
        expect([found[0], found.at(-1), found.length]).toEqual([low, high, count]);
        expect(found.every((value, k) => k === 0 || value >= (found[k - 1] as number))).toBe(true);
      }),
    );
  });

  it('goes by factors where it can, unless told otherwise', () => {
    expect([...nodes(1, 100, 3)]).toEqual([1, 10, 100]);
    expect([...nodes(1, 3, 3, 'linear')]).toEqual([1, 2, 3]);
    expect([...nodes(0, 2, 3)]).toEqual([0, 1, 2]);
  });

  it.each([
    [0, 1, 3, 'log'],
    [1, 1, 3, 'linear'],
    [1, 2, 1, 'linear'],
    [1, NaN, 3, 'linear'],
  ] as const)('refuses %d to %d with %i nodes, %s', (low, high, count, spacing) => {
    expect(() => nodes(low, high, count, spacing)).toThrow('not a range');
  });
});

describe('grid', () => {
  it('has values at nodes, row after row, the others at base', () => {
    const found = grid({
      model,
      base: [0, 0, 3],
      x: { input: 'x', low: 1, high: 4, count: 3 },
      y: { input: 'y', low: 0, high: 1, count: 2 },
      output: 'product',
    });
    expect([...found.x]).toEqual([1, 2, 4]);
    expect([...found.values]).toEqual([0, 0, 0, 3, 6, 12]);
    expect(found).toMatchObject({ xSpacing: 'log', ySpacing: 'linear', notFinite: 0 });
  });

  it('is the same in many blocks, and counts nodes without a value', () => {
    const holes = makeModel(['x', 'y'], {
      f: (x = 0, y = 0) => (x > 0.5 && y > 0.5 ? NaN : x + y),
    });
    const axis = { low: 0, high: 1, count: 101 };
    const found = grid({
      model: holes,
      base: [0, 0],
      x: { input: 'x', ...axis },
      y: { input: 'y', ...axis },
      output: 'f',
    });
    expect(found.notFinite).toBe(2500);
    expect(found.values[100 * 101 + 3]).toBeCloseTo(1.03, 12);
  });
});

describe('isoline', () => {
  it('of a circle is closed and near it', () => {
    const [line, ...others] = isoline(square('squares', -2, 2, 41), 1) as [Polyline];
    expect(others).toEqual([]);
    expect(line.closed).toBe(true);
    expect(line.points[0]).toEqual(line.points.at(-1));
    for (const [x, y] of line.points) expect(Math.abs(Math.hypot(x, y) - 1)).toBeLessThan(0.01);
    // It goes all the way round, once.
    const turn = line.points.reduce((sum, [x, y], k) => {
      const [u, v] = line.points[k + 1] ?? [x, y];
      return sum + Math.atan2(x * v - y * u, x * u + y * v);
    }, 0);
    expect(Math.abs(turn)).toBeCloseTo(2 * Math.PI, 9);
  });

  it('of a product is straight between logarithms, from border to border', () => {
    const lines = isoline(square('product', 1, 1000, 12), 500);
    expect(lines).toHaveLength(1);
    const { points, closed } = lines[0] as Polyline;
    expect(closed).toBe(false);
    for (const [x, y] of points) expect(Math.abs((x * y) / 500 - 1)).toBeLessThan(1e-12);
    const ends = [points[0], points.at(-1)].map((point) => Math.min(...(point ?? [])));
    expect(ends).toEqual([1, 1]);
  });

  it.each(['product', 'steps'])(
    'of %s is within a cell of the break-even in every row',
    (output) => {
      const found = square(output, 1, 30, 24);
      const lines = isoline(found, 100);
      const points = lines.flatMap((line) => line.points);
      let rows = 0;
      found.y.forEach((y) => {
        const ranges = [{ input: 'x', low: 1, high: 30 }];
        const solved = breakEven({ model, base: [5, y, 1], ranges, output, threshold: 100 });
        const root = solved.rows[0]?.crossings[0]?.value;
        const drawn = points.filter((point) => point[1] === y).map(([x]) => x);
        if (root === undefined) return;
        rows++;
        expect(drawn.length).toBeGreaterThan(0);
        const cell = 30 ** (1 / 23);
        // More than one where the line runs through a node of the row.
        for (const x of drawn) expect(Math.abs(Math.log(x / root))).toBeLessThan(Math.log(cell));
      });
      expect(rows).toBeGreaterThan(5);
    },
  );

  it('leaves out cells with a corner without value', () => {
    const whole = square('squares', -2, 2, 41);
    const values = whole.values.map((value, k) => ((k % 41) - 20 > 0 ? NaN : value));
    const lines = isoline({ ...whole, values }, 1);
    expect(lines.map((line) => line.closed)).toEqual([false]);
    expect(Math.max(...(lines[0]?.points ?? []).map(([x]) => x))).toBe(0);
  });

  it('decides a saddle by its centre', () => {
    const saddle = (values: number[]): number[][] =>
      isoline(
        {
          x: Float64Array.of(0, 1),
          y: Float64Array.of(0, 1),
          xSpacing: 'linear',
          ySpacing: 'linear',
          values: Float64Array.from(values),
          notFinite: 0,
        },
        0,
      ).map(({ points }) => points.map(([x, y]) => Math.sign(x - y)));
    // Corners (0,0) and (1,1) are high. A high centre joins them: lines pass the other corners.
    expect(saddle([3, -1, -1, 3]).map((signs) => new Set(signs).size)).toEqual([1, 1]);
    // A low centre parts them: each line crosses the diagonal x = y.
    expect(saddle([1, -3, -3, 1]).map((signs) => new Set(signs).size)).toEqual([2, 2]);
  });

  it('is empty when all nodes are on one side', () => {
    expect(isoline(square('product', 1, 10, 5), 1000)).toEqual([]);
    // At the level is the lower side, as for a threshold that may be reached.
    expect(isoline(square('product', 1, 10, 5), 100)).toEqual([]);
  });

  it('crosses every edge between the two sides, and no other, exactly once', () => {
    const value = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 30, maxLength: 30 }), (values) => {
        const lines = isoline(
          {
            x: Float64Array.from({ length: 6 }, (_, k) => k),
            y: Float64Array.from({ length: 5 }, (_, k) => k),
            xSpacing: 'linear',
            ySpacing: 'linear',
            values: Float64Array.from(values),
            notFinite: 0,
          },
          0.5,
        );
        const crossed = values.reduce((count, here, k) => {
          const right = k % 6 < 5 ? values[k + 1] : here;
          const above = k < 24 ? values[k + 6] : here;
          const differs = (other = here): number => (here > 0.5 !== other > 0.5 ? 1 : 0);
          return count + differs(right) + differs(above);
        }, 0);
        const points = lines.flatMap((line) => (line.closed ? line.points.slice(1) : line.points));
        expect(points).toHaveLength(crossed);
        expect(new Set(points.map(String)).size).toBe(crossed);
      }),
    );
  });
});

describe('joinSegments', () => {
  it('joins what it is given in any order and direction', () => {
    const [path, other] = joinSegments([
      [5, 6],
      [2, 3],
      [9, 8],
      [3, 5],
      [8, 7],
      [7, 9],
    ]);
    expect([path?.edges, path?.edges.toReversed()]).toContainEqual([2, 3, 5, 6]);
    expect(path?.closed).toBe(false);
    expect(other?.closed).toBe(true);
    expect(other?.edges).toHaveLength(4);
  });
});
