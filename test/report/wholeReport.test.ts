import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromSnapshot, toSnapshot } from '../../src/builtin/builtin.ts';
import { compare } from '../../src/compare/compare.ts';
import { scenarioSide } from '../../src/compare/side.ts';
import type { Comparison } from '../../src/compare/types.ts';
import { buildDossier } from '../../src/dossier/build.ts';
import { renderComparisonHtml } from '../../src/report/html/comparePage.ts';
import { renderHtml } from '../../src/report/html/page.ts';
import { liveParts } from '../../src/report/live/liveParts.ts';
import { loadLiveScript } from '../../src/report/live/loadLiveScript.ts';
import {
  barriers,
  drawings,
  hasBrowser,
  launchBrowser,
  overflow,
  tabThrough,
  visitFile,
  WINDOWS,
} from '../support/browser.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';
import { HOSTILE, MARK, withHostile, withHostileText } from './hostile.ts';
import { toyDossier } from './toyDossier.ts';

/** Few draws: what is looked at is the page. */
const FEW = { samples: 1024 };

/** Datasets and models whose texts are all hostile, and a scenario likewise. */
const HOSTILE_PARTS = fromSnapshot(withHostileTables(builtin()));
const { scenario } = loadScenario('default');
const HOSTILE_SCENARIO = {
  ...withHostileText(scenario),
  id: HOSTILE['end of a data block'] ?? '',
  set: {
    ...scenario.set,
    unit_busy: { value: 0.6, stage: 'assumed', source: HOSTILE['attribute'] ?? '' },
  },
} as const;

function withHostileTables(parts: ReturnType<typeof builtin>): ReturnType<typeof toSnapshot> {
  const snapshot = toSnapshot(parts);
  return {
    ...snapshot,
    datasets: snapshot.datasets.map(([id, table], i) => [
      id,
      { ...table, rows: withHostileText(table.rows, i) },
    ]),
  };
}

describe.runIf(hasBrowser)('the whole report in a browser', () => {
  let browser: Browser;
  let directory: string;
  let comparison: Comparison;
  const path = (name: string): string => join(directory, `${name}.html`);

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'emuprove-whole-'));
    browser = await launchBrowser();
    const script = await loadLiveScript();
    const hostile = await buildDossier(HOSTILE_PARTS, HOSTILE_SCENARIO, undefined, false, FEW);
    expect(hostile.evaluation.verdict.missing).toEqual([]);
    const live = liveParts({
      builtin: HOSTILE_PARTS,
      scenario: HOSTILE_SCENARIO,
      shipped: undefined,
      result: hostile.evaluation,
      script,
    });
    writeFileSync(path('hostile'), await renderHtml(hostile, { live }));
    const { builtin: parts } = loadScenario('default');
    const sides = [scenario, loadScenario('prototyping').scenario].map((one, i) =>
      scenarioSide(parts, one, one, false, i === 0 ? 'default' : 'prototyping'),
    );
    const [a, b] = sides;
    if (a === undefined || b === undefined) throw new Error('two sides');
    const options = { command: 'emuprove compare default prototyping', samples: 512, seed: 0 };
    comparison = await compare(parts, a, b, options);
    writeFileSync(path('diff'), await renderComparisonHtml(comparison));
    const failing = toyDossier(11_077);
    writeFileSync(path('static'), await renderHtml(failing));
    const dossier = await buildDossier(parts, scenario, scenario, false, FEW);
    const own = { builtin: parts, scenario, shipped: scenario, result: dossier.evaluation, script };
    writeFileSync(path('live'), await renderHtml(dossier, { live: liveParts(own) }));
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  /** Charts of each page. */
  const CHARTS = { live: 14, static: 14, diff: 1 } as const;
  type Page = keyof typeof CHARTS;

  const LOOKS: [Page, string, BrowserContextOptions][] = (
    ['live', 'static', 'diff'] as const
  ).flatMap((page) => [
    [page, 'a page', WINDOWS.wide],
    [page, 'a dark phone', { ...WINDOWS.phone, colorScheme: 'dark' }],
  ]);

  it.each(LOOKS)('the %s page on %s: everything fits, for everybody', async (page, _, options) => {
    await visitFile(browser, path(page), options, async (tab) => {
      if (page === 'live') await tab.getByText('Checked: of its own').waitFor();
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
      const charts = await drawings(tab);
      expect(charts).toHaveLength(CHARTS[page]);
      expect(charts.flatMap(({ id, bad }) => bad.map((text) => `${id}: ${text}`))).toEqual([]);
      expect(charts.filter(({ marks, texts }) => marks < 8 || texts < 8)).toEqual([]);
      expect(await barriers(tab)).toEqual([]);
    });
  });

  it('finds what is a barrier', async () => {
    await visitFile(browser, path('diff'), WINDOWS.wide, async (tab) => {
      await tab.evaluate("document.querySelector('main').append(document.createElement('img'))");
      expect(await barriers(tab)).toEqual([expect.stringMatching(/^image-alt: img/)]);
    });
  });

  it.each(['live', 'static', 'diff'] as const)('the %s page is the same on paper', async (page) => {
    const paper = { viewport: { width: 794, height: 1123 } };
    await visitFile(browser, path(page), paper, async (tab) => {
      if (page === 'live') await tab.getByText('Checked: of its own').waitFor();
      await tab.emulateMedia({ media: 'print' });
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
      expect((await drawings(tab)).length).toBe(CHARTS[page]);
    });
  });

  it.each(['live', 'diff'] as const)(
    'the keyboard reaches everything of the %s page',
    async (page) => {
      await visitFile(browser, path(page), WINDOWS.wide, async (tab) => {
        if (page === 'live') await tab.getByText('Checked: of its own').waitFor();
        const { wanted, order, bad } = await tabThrough(tab);
        expect(wanted).toBeGreaterThan(10);
        // In the order of the page, none left out.
        expect(order).toEqual(Array.from({ length: wanted }, (_, i) => i));
        expect(bad).toEqual([]);
      });
    },
  );

  it.each([
    ['a page', WINDOWS.wide],
    ['a phone', WINDOWS.phone],
  ])('runs nothing of hostile datasets and scenarios on %s', async (_, options) => {
    await visitFile(browser, path('hostile'), options, async (tab) => {
      await tab.getByText('Checked: of its own').waitFor();
      const slider = tab.getByRole('slider').first();
      await slider.focus();
      await tab.keyboard.press('ArrowLeft');
      await tab.locator('#live:not([data-state=""])').waitFor();
      expect(await tab.evaluate(`window.${MARK}`)).toBeUndefined();
      expect(await tab.evaluate("document.querySelectorAll('script').length")).toBe(4);
      expect(
        await tab.evaluate(
          "document.querySelectorAll('img, iframe, object, [onerror], [onmouseover], [onfocus]').length",
        ),
      ).toBe(0);
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
      const links: string[] = await tab.evaluate(
        "[...document.querySelectorAll('a')].map((link) => link.protocol)",
      );
      expect(links.filter((protocol) => !['https:', 'file:'].includes(protocol))).toEqual([]);
      // As text it is there.
      expect(await tab.getByText(HOSTILE['script'] ?? '').count()).toBeGreaterThan(0);
    });
  });

  it.each([0, 1])('runs nothing of a hostile result, turn %d', async (turn) => {
    const report = path(`hostile-${turn}`);
    const diff = path(`hostile-diff-${turn}`);
    writeFileSync(
      report,
      await renderHtml(withHostile(toyDossier(11_077), turn), { compact: true }),
    );
    writeFileSync(diff, await renderComparisonHtml(withHostile(comparison, turn)));
    for (const file of [report, diff]) {
      await visitFile(browser, file, WINDOWS.phone, async (tab) => {
        expect(await tab.evaluate(`window.${MARK}`)).toBeUndefined();
        expect(await tab.evaluate("document.querySelectorAll('script').length")).toBe(2);
        expect(await overflow(tab)).toBeLessThanOrEqual(0);
        expect((await drawings(tab)).length).toBeGreaterThan(file === diff ? 0 : 7);
      });
    }
  });
});
