import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './run.mjs';

/** What bundles: the last line that runs on every Node.js version that the package does. */
const VITE = 'vite@7.3.8';

/** An address that browsers trust, from which nothing is fetched. */
const ADDRESS = 'http://localhost';

const TYPES = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };

/** Bundles the project for browsers, and opens it in one. */
export async function inBrowser(directory) {
  run(directory, 'npm', 'install', '--no-audit', '--no-fund', '--no-save', VITE);
  run(directory, 'npx', '--no-install', 'vite', 'build', '--logLevel', 'error');
  const built = join(directory, 'dist');
  const scripts = readdirSync(join(built, 'assets'));
  const bytes = scripts.map((name) => statSync(join(built, 'assets', name)).size);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
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
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.route('**/*', (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ADDRESS) return route.abort();
      const path = join(built, pathname === '/' ? 'index.html' : pathname);
      return route.fulfill({ path, contentType: TYPES[path.split('.').at(-1)] ?? 'text/plain' });
    });
    await page.goto(`${ADDRESS}/`);
    const done = await page.waitForFunction('globalThis.found').catch((error) => error);
    assert.deepEqual(complaints, [], 'the page complains');
    if (done instanceof Error) throw done;
    const value = JSON.parse(await page.evaluate('globalThis.found'));
    const total = (bytes.reduce((sum, one) => sum + one, 0) / 1000).toFixed(0);
    return {
      value,
      said: `${VITE}, ${scripts.length} files of ${total} kB, the same as in Node.js`,
    };
  } finally {
    await browser.close();
  }
}
