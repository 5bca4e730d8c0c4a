import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alone } from '../../src/dossier/alone.ts';
import { renderHtml } from '../../src/report/index.ts';
import type { EvaluationResult } from '../../src/result/types.ts';
import { RESULT } from './fixture.ts';
import { HOSTILE, MARK, withText } from './hostile.ts';
import { FAILING, MEMORY_BOUND, UNDECIDED } from './variants.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const present = existsSync(CHROMIUM);

/** What a page did that it should not, and what it looks like. */
interface Visit {
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly requests: readonly string[];
}

describe('the browser', () => {
  it.runIf(process.env['CI'] === 'true')('is there in CI', () => {
    expect(present).toBe(true);
  });
});

describe.runIf(present)('the report in a browser', () => {
  let browser: Browser;
  let directory: string;
  const files = new Map<EvaluationResult, string>();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'emuprove-report-'));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  async function visit<T>(
    result: EvaluationResult,
    options: BrowserContextOptions,
    look: (visit: Visit) => Promise<T>,
  ): Promise<T> {
    let file = files.get(result);
    if (file === undefined) {
      file = join(directory, `${files.size}.html`);
      files.set(result, file);
      writeFileSync(file, await renderHtml(alone(result, 'a test')));
    }
    const context = await browser.newContext({ offline: true, ...options });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      const seen = await look({ page, complaints, requests });
      expect(complaints).toEqual([]);
      expect(requests).toEqual([pathToFileURL(file).href]);
      return seen;
    } finally {
      await context.close();
    }
  }

  /** How far the page is wider than its window. */
  const overflow = (page: Page): Promise<number> =>
    page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

  /** Of each visible drawing: marks, and texts that reach out of it or lie on another text. */
  const drawings = (page: Page): Promise<{ marks: number; texts: number; bad: string[] }[]> =>
    page.evaluate(`[...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0).map((svg) => {
      const frame = svg.getBoundingClientRect();
      // A text with a halo is drawn twice in one place.
      const texts = [...svg.querySelectorAll('text')].filter((text) => text.getAttribute('stroke') === null && text.textContent.trim() !== '');
      const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
      const bad = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => 'out: ' + text);
      boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) bad.push(one + ' on ' + other);
      }));
      return { marks: svg.querySelectorAll('path, line').length, texts: texts.length, bad };
    })`);

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
      await visit(result, options, async ({ page }) => {
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
    await visit(RESULT, { viewport: { width: 794, height: 1123 } }, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await page.isVisible('text=Files read')).toBe(true);
      expect(await drawings(page)).toHaveLength(4);
    });
  });

  it('reads without charts where nothing is known', async () => {
    await visit(UNDECIDED, { viewport: { width: 360, height: 740 } }, async ({ page }) => {
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await page.innerText('h1 + p')).toContain('? Undecided');
      // Readings, doubt, bounds and phases.
      expect(await page.locator('.missing').count()).toBe(4);
    });
  });

  it('hands out the result as a file', async () => {
    await visit(RESULT, { acceptDownloads: true }, async ({ page }) => {
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
    await visit(RESULT, { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.isVisible('#download')).toBe(false);
      expect(await page.isVisible('text=base64 -d | gunzip')).toBe(true);
    });
  });

  it.each(Object.entries(HOSTILE))('runs nothing of hostile text: %s', async (_, text) => {
    const result = withText(RESULT, text, false);
    await visit(result, { viewport: { width: 360, height: 740 } }, async ({ page }) => {
      expect(await page.evaluate(`window.${MARK}`)).toBeUndefined();
      expect(await page.evaluate("document.querySelectorAll('script').length")).toBe(2);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  });
});
