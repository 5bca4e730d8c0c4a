import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { montecarloReport } from '../../../src/doubt/montecarlo.ts';
import { prepare } from '../../../src/doubt/prepare.ts';
import { alone } from '../../../src/dossier/alone.ts';
import { renderHtml } from '../../../src/report/html/page.ts';
import { DRAWS } from '../../../src/report/live/engine/draws.ts';
import { parseFragment } from '../../../src/report/live/engine/fragment.ts';
import { scenarioOf } from '../../../src/report/live/engine/scenarioOf.ts';
import { liveParts } from '../../../src/report/live/liveParts.ts';
import { loadLiveScript } from '../../../src/report/live/loadLiveScript.ts';
import { buildResult } from '../../../src/result/build.ts';
import { runCli } from '../../cli/runCli.ts';
import { hasBrowser, launchBrowser, visitFile, WINDOWS } from '../../support/browser.ts';
import { builtin, loadScenario } from '../../support/loadScenario.ts';
import { MARK } from '../hostile.ts';

const { scenario } = loadScenario('default');

const BUSY = 'Share of clocks a unit does useful work';

/** Unpacked and without what is only for people, data and code of the page have to be this small. */
const MOST_SCRIPT = 300_000;
const MOST_DATA = 200_000;

describe.runIf(hasBrowser)('the live part in a browser', () => {
  let browser: Browser;
  let directory: string;
  let file: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'emuprove-live-'));
    file = join(directory, 'report.html');
    const script = await loadLiveScript();
    const { result } = buildResult(builtin(), scenario, scenario, false);
    const live = liveParts({ builtin: builtin(), scenario, shipped: scenario, result, script });
    expect(script.length).toBeLessThan(MOST_SCRIPT);
    expect(live.scripts.markup.length - script.length).toBeLessThan(MOST_DATA);
    writeFileSync(file, await renderHtml(alone(result, 'not asked for'), { live }));
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  /** Opens the page offline, and closes it again with nothing to complain about. */
  function visit<T>(
    fragment: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<T>,
    path: string = file,
  ): Promise<T> {
    return visitFile(browser, path, options, look, fragment);
  }

  /** Waits until the page has computed itself, and says that it computes what the report says. */
  const ready = (page: Page): Promise<void> => page.getByText('Checked: of its own').waitFor();

  /** Waits until the address has a state: then everything of it is computed. */
  const until = (page: Page, fragment: string): Promise<void> =>
    page.locator(`#live[data-state="${fragment}"]`).waitFor();

  /** The state that the page is in, once everything of it is computed. */
  const stateOf = (page: Page): Promise<string> =>
    page.evaluate("document.querySelector('#live').dataset.state");

  /** Unrounded numbers of the page. */
  const numbers = (page: Page): Promise<{ value: number; probability: number; command: string }> =>
    page.evaluate(`(() => {
      const { value, probability } = document.querySelector('.live-verdict').dataset;
      const command = document.querySelector('.live-actions code').textContent;
      return { value: Number(value), probability: Number(probability), command };
    })()`);

  /** The same numbers by the command line's own code. */
  async function expected(
    fragment: string,
  ): Promise<{ value: number | null; probability: number }> {
    const changed = scenarioOf(scenario, parseFragment(fragment).state);
    const { result } = buildResult(builtin(), changed, scenario, false);
    const prepared = prepare(builtin(), changed, scenario, false, { study: 'montecarlo' });
    const study = await montecarloReport(prepared, { samples: DRAWS, seed: 0 });
    const probability = study.result.truths[0]?.probability.value ?? NaN;
    return { value: result.verdict.value, probability };
  }

  const PAGE: BrowserContextOptions = WINDOWS.wide;
  const PHONE: BrowserContextOptions = WINDOWS.phone;

  it('follows sliders and pickers to what the command line says, to the last digit', async () => {
    await visit('', PAGE, async (page) => {
      await ready(page);
      const sides = page.getByRole('table', { name: 'Both sides' }).getByRole('row');
      for (const row of (await sides.all()).slice(1)) {
        const [here = '', report] = await row.getByRole('cell').allInnerTexts();
        expect(here).not.toBe('');
        expect(report).toBe(here);
      }
      const place = page.getByLabel('Platform or device');
      const steps: [() => Promise<unknown>, RegExp][] = [
        [() => page.getByRole('slider', { name: BUSY }).fill('60'), /^set=unit_busy:0\.\d+$/],
        [
          () => page.getByLabel('Core', { exact: true }).selectOption('core:serv-tile'),
          /^core=serv-tile&set=unit_busy:0\.\d+$/,
        ],
        [() => place.selectOption('platform:alveo-u250'), /^platform=alveo-u250&core=serv-tile&/],
        [() => page.getByRole('slider').first().fill('120'), /^platform=.*unit_busy:.*&set=/],
        [() => place.selectOption(''), /^core=serv-tile&set=.*&set=/],
      ];
      for (const [step, shape] of steps) {
        const before = await stateOf(page);
        await step();
        await page.locator(`#live:not([data-state="${before}"])`).waitFor();
        const fragment = await stateOf(page);
        expect(fragment).toMatch(shape);
        expect(await page.evaluate('location.hash')).toBe(`#${fragment}`);
        expect(await numbers(page)).toMatchObject(await expected(fragment));
      }
      const { command, value } = await numbers(page);
      const [, ...words] = command.split(' ');
      const { code, out } = await runCli(...words, '--format', 'json');
      expect(code).toBe(0);
      expect((JSON.parse(out) as { verdict: { value: number } }).verdict.value).toBe(value);
    });
  });

  it('follows a slider in the next frames, before everything is computed again', async () => {
    await visit('', PAGE, async (page) => {
      await ready(page);
      const slider = page.getByRole('slider', { name: BUSY });
      await slider.focus();
      const before = await numbers(page);
      await page.keyboard.press('ArrowLeft');
      await page.locator(`.live-verdict:not([data-value="${before.value}"])`).waitFor();
      expect(await page.getAttribute('#live', 'data-state')).toBe('');
      const moved = await numbers(page);
      await page.locator('#live[data-state^="set=unit_busy:"]').waitFor();
      expect(await numbers(page)).toEqual(moved);
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0\.\d+$/);
    });
  });

  it('opens in the state of a link, of another link, and of none', async () => {
    const fragment = 'prover=binius64-rv-universal&reading=per_core&set=reference_clock:250%20MHz';
    await visit(`#${fragment}`, PHONE, async (page) => {
      await until(page, fragment);
      expect(await numbers(page)).toMatchObject(await expected(fragment));
      expect(await page.getByLabel('Prover', { exact: true }).inputValue()).toBe(
        'prover:binius64-rv-universal',
      );
      expect(await page.locator('[id="live-input-reference_clock"]').inputValue()).toBe('250 MHz');
      expect(await page.getByText('Changed: what stands below').isVisible()).toBe(true);
      await page.evaluate("location.hash = 'core=serv-tile'");
      await until(page, 'core=serv-tile');
      await page.getByRole('button', { name: 'Reset all' }).click();
      await until(page, '');
      expect(await page.evaluate('location.hash')).toBe('');
      expect((await numbers(page)).value).toBe((await expected('')).value);
      const wide = 'document.documentElement.scrollWidth - window.innerWidth';
      expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
    });
  });

  it('says what is wrong, and goes on when it is mended', async () => {
    await visit('#set=unit_busy:7', PAGE, async (page) => {
      await page
        .getByText(/unit_busy makes no sense.*received 7/)
        .first()
        .waitFor();
      const field = page.locator('[id="live-input-unit_busy"]');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill('0.6');
      await field.press('Enter');
      await until(page, 'set=unit_busy:0.6');
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      expect(await numbers(page)).toMatchObject(await expected('set=unit_busy:0.6'));
      await page.getByRole('button', { name: /^Reset: / }).click();
      await until(page, '');
      // What is typed and not entered yet stays, whatever is computed meanwhile.
      await field.fill('0.65');
      await page.evaluate("location.hash = '#set=unit_busy:0.8'");
      await until(page, 'set=unit_busy:0.8');
      expect(await field.inputValue()).toBe('0.65');
      await field.press('Enter');
      await until(page, 'set=unit_busy:0.65');
      await page.getByRole('button', { name: /^Reset: / }).click();
      await until(page, '');
      await page.getByLabel('Any other input').fill('fill.lut');
      await page.getByLabel('Value', { exact: true }).fill('55 %');
      await page.keyboard.press('Enter');
      await until(page, 'set=fill.lut:55%20%25');
      expect(await page.locator('[id="live-input-fill-lut-"]').inputValue()).toBe('55 %');
    });
  });

  it('shows what is missing where a pick leaves the verdict undecided', async () => {
    await visit('#core=kcp53000', PAGE, async (page) => {
      await until(page, 'core=kcp53000');
      expect(await page.innerText('.live-verdict')).toMatch(/\? Undecided.*\n*.*no value for/);
      expect(await page.getByText('No value in the report').count()).toBeGreaterThan(0);
    });
  });

  it.each([
    [
      'scripts',
      `#core=<script>window.${MARK}=1</script>&set=<img src=x onerror=window.${MARK}=1>:1`,
    ],
    ['encoded markup', `#set=a:%3Cimg%20src%3Dx%20onerror%3D%22window.${MARK}%3D1%22%3E`],
    ['prototypes', '#set=__proto__:1&core=__proto__&platform=constructor&set=constructor:1'],
    ['noise', `#${'%'.repeat(300)}&&&===set=:`],
  ])('runs nothing of a hostile link: %s', async (_, fragment) => {
    await visit(fragment, PHONE, async (page) => {
      await ready(page);
      await page.locator('.live-errors:visible').first().waitFor();
      expect(await page.evaluate(`window.${MARK}`)).toBeUndefined();
      expect(await page.evaluate("document.querySelectorAll('script').length")).toBe(4);
      expect(await page.evaluate("document.querySelectorAll('#live img').length")).toBe(0);
      const wide = 'document.documentElement.scrollWidth - window.innerWidth';
      expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
    });
  });

  it('is saved in the state that it is in', async () => {
    const saved = await visit('#set=chips:20', { ...PAGE, acceptDownloads: true }, async (page) => {
      await until(page, 'set=chips:20');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save a copy' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('report-changed.html');
      const path = join(directory, 'saved.html');
      await download.saveAs(path);
      return path;
    });
    const seen = await visit(
      '',
      PAGE,
      async (page) => {
        await until(page, 'set=chips:20');
        await page.waitForURL(/#set=chips:20$/);
        return numbers(page);
      },
      saved,
    );
    expect(seen).toMatchObject(await expected('set=chips:20'));
    expect((await readFile(saved, 'utf8')).length).toBeLessThan(
      (await readFile(file, 'utf8')).length + 2000,
    );
  });

  it('hands out the command line', async () => {
    const allowed = { ...PAGE, permissions: ['clipboard-read', 'clipboard-write'] };
    await visit('#core=serv-tile', allowed, async (page) => {
      await until(page, 'core=serv-tile');
      await page.getByRole('button', { name: 'Copy command' }).click();
      await page.getByText('Copied.').waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      expect(copied).toBe('emuprove evaluate default --core serv-tile');
    });
    await visit('', PAGE, async (page) => {
      await ready(page);
      await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
      await page.getByRole('button', { name: 'Copy command' }).click();
      await page.getByText('Selected: copy it').waitFor();
      expect(await page.evaluate('getSelection().toString()')).toBe('emuprove evaluate default');
    });
  });

  it('has every control in reach of the keyboard, with a name', async () => {
    await visit('#set=unit_busy:0.5', PAGE, async (page) => {
      await until(page, 'set=unit_busy:0.5');
      const wanted: number = await page.evaluate(
        "[...document.querySelectorAll('#live :is(select,input,button)')].filter((node) => !node.hidden && !node.disabled).length",
      );
      await page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
      const reached = new Set<string>();
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab');
        const at: string | null = await page.evaluate(`(() => {
          const node = document.activeElement;
          if (!node?.matches('#live :is(select,input,button)')) return null;
          const all = [...document.querySelectorAll('#live :is(select,input,button)')];
          const name = node.ariaLabel || [...(node.labels ?? [])].map((label) => label.textContent).join() || node.textContent;
          return all.indexOf(node) + ' ' + name;
        })()`);
        if (at !== null) reached.add(at);
      }
      expect(reached.size).toBe(wanted);
      expect([...reached].filter((at) => /^\d+ *$/.test(at))).toEqual([]);
      await page
        .locator('.live-heard')
        .getByText(/^Passes: .*probability/)
        .waitFor();
    });
  });

  it('prints the state where it is changed, and nothing where it is not', async () => {
    await visit('', PAGE, async (page) => {
      await ready(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('#live')).toBe(false);
    });
    await visit('#core=serv-tile', PAGE, async (page) => {
      await until(page, 'core=serv-tile');
      await page.emulateMedia({ media: 'print' });
      expect(await page.isVisible('.live-verdict')).toBe(true);
      expect(await page.isVisible('.live-picks')).toBe(false);
    });
  });

  it('says so where scripts are off, or data can not be unpacked', async () => {
    await visit('', { ...PAGE, javaScriptEnabled: false }, async (page) => {
      expect(await page.innerText('#live')).toMatch(/With scripts on/);
      expect(await page.locator('#live :is(input,select,button)').count()).toBe(0);
    });
    const context = await browser.newContext({ offline: true });
    await context.addInitScript('delete globalThis.DecompressionStream');
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    await page.getByText('too old to compute here').waitFor();
    await context.close();
  });
});
