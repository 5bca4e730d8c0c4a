import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser; CI has one. */
export const hasBrowser = existsSync(CHROMIUM);

/** Starts the browser, without anything that would go to the network. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
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
}

/** Windows in which a page has to be legible. */
export const WINDOWS = {
  phone: { viewport: { width: 360, height: 740 } },
  wide: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>;

/**
 * Opens a file offline, looks at it and closes it again: nothing was written to the console, thrown
 * or fetched.
 *
 * @param fragment of the address
 */
export async function visitFile<T>(
  browser: Browser,
  file: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
  fragment = '',
): Promise<T> {
  const context = await browser.newContext({ offline: true, ...options });
  try {
    const page = await context.newPage();
    // Ends what hangs: a machine that runs other tests as well takes its time.
    page.setDefaultTimeout(120_000);
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const address = pathToFileURL(file).href;
    await page.goto(`${address}${fragment}`);
    const seen = await look(page);
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([address]);
    return seen;
  } finally {
    await context.close();
  }
}

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

/** A drawing of a page. */
export interface Drawing {
  readonly id: string;
  readonly marks: number;
  readonly texts: number;
  /** Texts that reach out of it or lie on another text. */
  readonly bad: readonly string[];
}

/** Every drawing that is visible. */
export function drawings(page: Page): Promise<Drawing[]> {
  return page.evaluate(`[...document.querySelectorAll('svg[id]')].filter((svg) => svg.getBoundingClientRect().width > 0).map((svg) => {
    const frame = svg.getBoundingClientRect();
    // A text with a halo is drawn twice in one place.
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.getAttribute('stroke') === null && text.textContent.trim() !== '');
    const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
    const bad = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => 'out: ' + text);
    boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) bad.push(one + ' on ' + other);
    }));
    return { id: svg.id, marks: svg.querySelectorAll('path, line').length, texts: texts.length, bad };
  })`);
}

/** Source of axe-core, which runs in the page. */
let axe: string | undefined;

/**
 * What axe-core finds that keeps people from reading or using a page, as `rule: element` lines.
 * It is put in from outside, so that the page's content-security policy stays as it is.
 */
export async function barriers(page: Page): Promise<string[]> {
  const require = createRequire(import.meta.url);
  axe ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, any }) => id + ': ' + target.join(' ') + ' ' + (any[0]?.message ?? ''))))`);
}

/** What the keyboard reaches, going through a page by Tab. */
export interface Reached {
  /** How many elements there are to reach. */
  readonly wanted: number;
  /** Those that were reached, by their place in the page, in the order of reaching them. */
  readonly order: readonly number[];
  /** Those that have no name, or do not show that they have the focus. */
  readonly bad: readonly string[];
}

/** Goes through all controls of a page by Tab. */
export async function tabThrough(page: Page): Promise<Reached> {
  const wanted: number = await page.evaluate(`(() => {
    const selector = 'a[href], button, input, select, summary, [tabindex="0"]';
    window.reachable = [...document.querySelectorAll(selector)].filter((node) => !node.disabled && node.checkVisibility({ visibilityProperty: true }));
    document.activeElement?.blur();
    scrollTo(0, 0);
    return window.reachable.length;
  })()`);
  const order: number[] = [];
  const bad: string[] = [];
  for (let i = 0; i < wanted; i++) {
    await page.keyboard.press('Tab');
    const at: { index: number; text: string; named: boolean; outlined: boolean } =
      await page.evaluate(`(() => {
        const node = document.activeElement;
        const style = getComputedStyle(node);
        const name = node.getAttribute('aria-label') || [...(node.labels ?? [])].map((label) => label.textContent).join('') || node.textContent;
        return { index: window.reachable.indexOf(node), text: node.outerHTML.slice(0, 80), named: name.trim() !== '', outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 };
      })()`);
    order.push(at.index);
    if (!at.named || !at.outlined) bad.push(at.text);
  }
  return { wanted, order, bad };
}
