import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/dossier/types.ts';
import { CHARTS, renderSvg, type Layout } from '../../src/report/index.ts';
import { toyDossier } from './toyDossier.ts';
import { FAILING } from './variants.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const DOSSIERS: Readonly<Record<string, Dossier>> = {
  'far below': toyDossier(12),
  passing: toyDossier(3761),
  'just failing': toyDossier(11_077, FAILING),
  'far above': toyDossier(3.9e7, FAILING),
};

/**
 * Of each drawing: texts that reach out of it or lie on another text. A text with a halo is drawn
 * twice in one place, and counts once.
 */
const BAD = `[...document.querySelectorAll('svg')].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].filter((text) => text.getAttribute('stroke') === null && text.textContent.trim() !== '');
  const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
  const bad = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => svg.id + ' out: ' + text);
  boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) bad.push(svg.id + ': ' + one + ' on ' + other);
  }));
  return bad;
})`;

describe.runIf(existsSync(CHROMIUM))('charts in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
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
    expect(await page.evaluate("document.querySelectorAll('svg').length")).toBe(svgs.length);
    expect(await page.evaluate(BAD)).toEqual([]);
    await page.close();
  });
});
