import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alone } from '../../src/dossier/alone.ts';
import { renderHtml } from '../../src/report/index.ts';
import type { EvaluationResult } from '../../src/result/types.ts';
import { drawings, hasBrowser, launchBrowser, overflow, visitFile } from '../support/browser.ts';
import { RESULT } from './fixture.ts';
import { FAILING, MEMORY_BOUND, UNDECIDED } from './variants.ts';

describe('the browser', () => {
  it.runIf(process.env['CI'] === 'true')('is there in CI', () => {
    expect(hasBrowser).toBe(true);
  });
});

describe.runIf(hasBrowser)('the report in a browser', () => {
  let browser: Browser;
  let directory: string;
  const files = new Map<EvaluationResult, string>();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'emuprove-report-'));
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  async function visit<T>(
    result: EvaluationResult,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
  ): Promise<T> {
    let file = files.get(result);
    if (file === undefined) {
      file = join(directory, `${files.size}.html`);
      files.set(result, file);
      writeFileSync(file, await renderHtml(alone(result, 'a test')));
    }
    return visitFile(browser, file, options, look);
  }

  const WINDOWS: [string, BrowserContextOptions][] = [
    ['a phone', { viewport: { width: 360, height: 740 } }],
    ['a narrow page', { viewport: { width: 650, height: 800 } }],
    ['a page', { viewport: { width: 1280, height: 900 } }],
    ['a dark page', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
    [
      'a page without scripts',
      { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
    ],
    [
      'a phone without scripts',
      { viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
    ],
  ];

  it.each(WINDOWS)('draws everything on %s, within its width', async (_, options) => {
    for (const result of [RESULT, FAILING, MEMORY_BOUND]) {
      await visit(result, options, async (page) => {
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        const charts = await drawings(page);
        // Those of an evaluation; the others are looked at where they are made.
        expect(charts).toHaveLength(4);
        for (const chart of charts) {
          expect(chart.marks).toBeGreaterThan(8);
          expect(chart.texts).toBeGreaterThan(8);
          expect(chart.bad).toEqual([]);
        }
      });
    }
  });

  it('prints within the paper, with what is folded open', async () => {
    await visit(RESULT, { viewport: { width: 794, height: 1123 } }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await page.isVisible('text=Files read')).toBe(true);
      expect(await drawings(page)).toHaveLength(4);
    });
  });

  it('reads without charts where nothing is known', async () => {
    await visit(UNDECIDED, { viewport: { width: 360, height: 740 } }, async (page) => {
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await page.innerText('h1 + p')).toContain('? Undecided');
      // Readings, doubt, bounds and phases.
      expect(await page.locator('.missing').count()).toBe(4);
    });
  });

  it('hands out the result as a file', async () => {
    await visit(RESULT, { acceptDownloads: true }, async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('#download'),
      ]);
      expect(download.suggestedFilename()).toBe('emuprove-default.json');
      const text = await readFile(await download.path(), 'utf8');
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(alone(RESULT, 'a test'))));
    });
  });

  it('says how to get at the result without scripts', async () => {
    await visit(RESULT, { javaScriptEnabled: false }, async (page) => {
      expect(await page.isVisible('#download')).toBe(false);
      expect(await page.isVisible('text=base64 -d | gunzip')).toBe(true);
    });
  });
});
