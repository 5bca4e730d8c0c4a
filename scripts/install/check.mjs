// Installs the package as its users do, into an empty directory outside of the project, and looks
// whether it works there: in Node.js, in a strict TypeScript project, in a browser, on a command line.
// It needs a build, and the npm registry for what the package depends on and for Vite.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inBrowser } from './browser.mjs';
import { commandLine } from './commandLine.mjs';
import { installed, packed } from './package.mjs';
import { inNode } from './node.mjs';
import { shaken } from './treeShaking.mjs';

const root = new URL('../..', import.meta.url).pathname;
const directory = mkdtempSync(join(tmpdir(), 'emuprove-install-'));
const start = performance.now();

/** Digits in which results have to agree. */
const DIGITS = 12;

/** Does a part of it, and says what it found and how long it took. */
async function step(title, work) {
  const from = performance.now();
  const { value, said } = await work();
  console.log(`${title}: ${said} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return value;
}

try {
  const tarball = await step('packed', () => packed(root, directory));
  await step('installed', () => installed(root, directory, tarball));
  await step('command line', () => commandLine(root, directory));
  const node = await step('strict TypeScript in Node.js', () => inNode(root, directory));
  const browser = await step('Vite bundle in a browser', () => inBrowser(directory));
  same(browser, node);
  await step('imports of one function', () => shaken(directory));
  console.log(`the package works (${((performance.now() - start) / 1000).toFixed(0)} s)`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** Engines differ in the last digits of logarithms and powers, and in nothing else. */
function same(browser, node) {
  const rounded = (found) =>
    JSON.stringify(found, (_, value) =>
      typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value,
    );
  assert.ok(
    rounded(browser) === rounded(node),
    `a browser gives ${rounded(browser)}\nand Node.js ${rounded(node)}`,
  );
}
