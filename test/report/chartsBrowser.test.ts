import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/types.ts';
import { CHARTS, renderSvg, type Layout } from '../../src/report/index.ts';
import { drawings, hasBrowser, launchBrowser } from '../support/browser.ts';
import { toyDossier } from './toyDossier.ts';
import { FAILING } from './variants.ts';

const DOSSIERS: Readonly<Record<string, Dossier>> = {
  'far below': toyDossier(12),
  passing: toyDossier(3761),
  'just failing': toyDossier(11_077, FAILING),
  'far above': toyDossier(3.9e7, FAILING),
};

describe.runIf(hasBrowser)('charts in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
  });

  const cases = Object.entries(DOSSIERS).flatMap(([name, dossier]) =>
    (['wide', 'narrow'] as const).map((layout): [string, Layout, Dossier] => [
      name,
      layout,
      dossier,
    ]),
  );

  it.each(cases)('have no text on another or cut: %s, %s', async (_, layout, dossier) => {
    const svgs: string[] = [];
    for (const build of Object.values(CHARTS)) {
      const chart = build(dossier, layout);
      if (chart !== null) svgs.push(await renderSvg(chart));
    }
    expect(svgs.length).toBeGreaterThan(11);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(`<!doctype html><body>${svgs.join('<hr>')}</body>`);
    const drawn = await drawings(page);
    expect(drawn).toHaveLength(svgs.length);
    expect(drawn.filter(({ bad }) => bad.length > 0)).toEqual([]);
    await page.close();
  });
});
