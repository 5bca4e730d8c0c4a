import { beforeAll, describe, expect, it } from 'vitest';
import {
  EVALUATION_CHARTS,
  renderPng,
  renderSvg,
  type Chart,
  type Layout,
} from '../../src/report/index.ts';
import type { EvaluationResult } from '../../src/result/types.ts';
import { specCheck } from '../support/specCheck.ts';
import { RESULT } from './fixture.ts';
import { HOSTILE, withText } from './hostile.ts';
import { FAILING, MEMORY_BOUND, UNDECIDED } from './variants.ts';

const LAYOUTS: readonly Layout[] = ['wide', 'narrow'];
const RESULTS: Readonly<Record<string, EvaluationResult>> = {
  passing: RESULT,
  failing: FAILING,
  'memory-bound': MEMORY_BOUND,
};

let valid: (spec: unknown) => boolean;

beforeAll(() => {
  valid = specCheck();
}, 120_000);

const drawn = (result: EvaluationResult): [string, Chart][] =>
  LAYOUTS.flatMap((layout) =>
    Object.entries(EVALUATION_CHARTS).flatMap(([id, build]): [string, Chart][] => {
      const chart = build(result, layout);
      return chart === null ? [] : [[`${id} ${layout}`, chart]];
    }),
  );

describe.each(Object.entries(RESULTS))('charts of a %s result', (_, result) => {
  it('all exist', () => {
    expect(drawn(result)).toHaveLength(8);
  });

  it.each(drawn(result))(
    '%s is valid, draws without a warning, and the same each time',
    async (_name, chart) => {
      expect(valid(chart.spec)).toBe(true);
      const svg = await renderSvg(chart);
      expect(await renderSvg(chart)).toBe(svg);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(svg).toMatch(
        /^<svg[^>]* role="img" aria-labelledby="[^"]+-title [^"]+-desc"><title id=/,
      );
      expect(svg.length).toBeLessThan(30_000);
      expect((svg.match(/<text/g) ?? []).length).toBeGreaterThan(8);
      // The spec is all there is: it survives JSON, so that other editors draw the same.
      expect(JSON.parse(JSON.stringify(chart.spec))).toEqual(chart.spec);
      for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
    },
  );
});

describe('what charts say', () => {
  const titles = (result: EvaluationResult): string[] =>
    Object.values(EVALUATION_CHARTS).map((build) => build(result)?.title ?? '');

  it('names the finding', () => {
    expect(titles(RESULT)).toEqual([
      'Every reading stays below the limit of 10,000',
      'LUTs limit proving to 27.6 M instructions/s, 18.0 M after aggregation; 6.76 M would be enough to pass',
      'Reed-Solomon encoding takes 25 % of the LUTs, which run out first',
      'Proving 10⁹ instructions takes 6,399 J, 3,761 times what running takes; its cost is not known',
    ]);
    expect(titles(FAILING)[0]).toBe(
      'Over the limit of 10,000: overhead; within it: per core, literal',
    );
    expect(titles(FAILING)[1]).toMatch(/are needed to pass$/);
    expect(titles(MEMORY_BOUND)[1]).toMatch(/^Memory bandwidth limits proving to 11\.2 M/);
    expect(titles(MEMORY_BOUND)[2]).toMatch(/of the memory bandwidth, which runs out first$/);
  });

  it('draws the limit and the rate that is enough', async () => {
    const [readings, bounds] = Object.values(EVALUATION_CHARTS).map((build) => build(RESULT));
    if (!readings || !bounds) throw new Error('not drawn');
    expect(await renderSvg(readings)).toContain('limit 10,000</text>');
    expect(await renderSvg(bounds)).toContain('enough to pass: 6.76 M</text>');
    expect(await renderSvg(bounds)).toContain('stroke-dasharray="6,4"');
  });

  it('adds up to what binds', () => {
    const rows = EVALUATION_CHARTS['phase-cost'](RESULT)?.table.rows ?? [];
    expect(rows).toHaveLength(RESULT.phases.length + 2);
    expect(rows.at(-1)?.[1]).toBeCloseTo(1, 3);
    const shares = rows.slice(0, -1).map((row) => Number(row[1]));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('draws nothing where nothing is known', () => {
    const cost = UNDECIDED.cost.map((figure) => ({ ...figure, value: null }));
    expect(drawn({ ...UNDECIDED, cost })).toEqual([]);
  });
});

describe('renderPng', () => {
  it('draws the text', async () => {
    const chart = EVALUATION_CHARTS.bounds(RESULT);
    if (chart === null) throw new Error('not drawn');
    const svg = await renderSvg(chart);
    const [png, empty] = await Promise.all([
      renderPng(svg, { zoom: 1 }),
      renderPng(svg.replace(/<text.*?<\/text>/g, ''), { zoom: 1 }),
    ]);
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    // Without a font all text would be missing; it is most of what there is to compress.
    expect(png.length).toBeGreaterThan(1.5 * empty.length);
  });
});

describe.each(Object.entries(HOSTILE))('charts with hostile text: %s', (_, text) => {
  it.each(drawn(withText(RESULT, text, false)))('%s', async (_name, chart) => {
    expect(valid(chart.spec)).toBe(true);
    const svg = await renderSvg(chart);
    const found = [
      ...svg.matchAll(
        /<(?!\/?(?:svg|g|path|line|text|tspan|rect|title|desc|defs|clipPath)\b).{0,20}/g,
      ),
      ...svg.matchAll(/<[^>]* on[a-z]+="[^>]{0,20}/gi),
      ...svg.matchAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu),
    ];
    expect(found.map(String)).toEqual([]);
    expect(svg.length).toBeLessThan(60_000);
    // As XML it is well-formed, or this throws.
    await renderPng(svg, { zoom: 0.5 });
  });
});
