import { beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/types.ts';
import {
  CHARTS,
  chartsOf,
  renderPng,
  renderSvg,
  type Chart,
  type ChartId,
  type Layout,
} from '../../src/report/index.ts';
import { specCheck } from '../support/specCheck.ts';
import { HOSTILE, withText } from './hostile.ts';
import { toyDossier } from './toyDossier.ts';
import { FAILING } from './variants.ts';

const LAYOUTS: readonly Layout[] = ['wide', 'narrow'];

/** Passes by far, just passes, just fails, and fails by so much that no input crosses the limit. */
const DOSSIERS: Readonly<Record<string, Dossier>> = {
  'far below': toyDossier(12),
  passing: toyDossier(3761),
  'just failing': toyDossier(11_077, FAILING),
  'far above': toyDossier(3.9e7, FAILING),
};

/** Most bytes of a drawing: a grid has a rectangle for every step of colour in every row. */
const MOST_BYTES = { grid: 120_000, other: 30_000 };

/** Charts with text of datasets and scenarios that those of an evaluation do not have. */
const FOREIGN = ['tornado', 'sobol', 'breakeven', 'grid', 'map', 'real-time', 'cost', 'tests'].map(
  (id) => `${id} narrow`,
);

const drawn = (dossier: Dossier): [string, Chart, Layout][] =>
  LAYOUTS.flatMap((layout) =>
    Object.entries(CHARTS).flatMap(([id, build]): [string, Chart, Layout][] => {
      const chart = build(dossier, layout);
      return chart === null ? [] : [[`${id} ${layout}`, chart, layout]];
    }),
  );

let valid: (spec: unknown) => boolean;

beforeAll(() => {
  valid = specCheck();
}, 120_000);

describe.each(Object.entries(DOSSIERS))('charts of a dossier that is %s', (_, dossier) => {
  it('all exist that have something to say', () => {
    const missing = (Object.keys(CHARTS) as ChartId[]).filter((id) => CHARTS[id](dossier) === null);
    // A verdict that is the same in every draw has no doubt to share.
    expect(missing.filter((id) => id !== 'sobol-verdict' && id !== 'breakeven')).toEqual([]);
  });

  it.each(drawn(dossier))(
    '%s is valid, draws without a warning, and fits',
    async (name, chart, layout) => {
      expect(valid(chart.spec)).toBe(true);
      const svg = await renderSvg(chart);
      if (dossier === DOSSIERS['passing']) expect(await renderSvg(chart)).toBe(svg);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(svg).toMatch(/^<svg[^>]* role="img" aria-labelledby="[^"]+"><title id=/);
      expect(svg).not.toContain('aria-label=');
      expect(svg.length).toBeLessThan(name.startsWith('grid') ? MOST_BYTES.grid : MOST_BYTES.other);
      expect((svg.match(/<text/g) ?? []).length).toBeGreaterThan(4);
      const width = Number(/ width="(\d+)"/.exec(svg)?.[1]);
      expect(width).toBeLessThanOrEqual(layout === 'wide' ? 705 : 322);
      expect(JSON.parse(JSON.stringify(chart.spec))).toEqual(chart.spec);
      expect(chart.table.rows.length).toBeGreaterThan(0);
      for (const row of chart.table.rows) {
        expect(row).toHaveLength(chart.table.columns.length);
        for (const cell of row)
          if (typeof cell === 'number') expect(cell).toSatisfy(Number.isFinite);
      }
    },
  );
});

describe('chartsOf', () => {
  it('gives every chart of which something is known, once, in the order of the report', () => {
    const { passing } = DOSSIERS;
    if (passing === undefined) throw new Error('no dossier');
    const ids = chartsOf(passing).map(({ id }) => id);
    expect(ids).toEqual(Object.keys(CHARTS));
  });

  it('gives those of the evaluation where there is nothing else', () => {
    const bare: Dossier = {
      ...toyDossier(3761),
      doubt: null,
      map: {
        of: 'platform',
        platforms: [],
        cores: [],
        cells: [],
        own: { platform: null, core: null },
        left: '',
      },
      scaling: null,
      realTime: null,
    };
    const ids = chartsOf(bare, 'narrow').map(({ id }) => id);
    expect(ids).toEqual(['readings', 'bounds', 'phase-cost', 'cost']);
  });
});

describe.each(Object.entries(HOSTILE))('charts of a dossier with hostile text: %s', (_, text) => {
  const dossier = withText(toyDossier(3761) as never, text, false) as unknown as Dossier;

  it.each(drawn(dossier).filter(([name]) => FOREIGN.includes(name)))('%s', async (_name, chart) => {
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
    // As XML it is well-formed, or this throws.
    await renderPng(svg, { zoom: 0.5 });
  });
});
