import assert from 'node:assert/strict';
import { run } from './run.mjs';

/** Compiles the project as strictly as the compiler can, without skipping declarations, and runs it. */
export function inNode(root, directory) {
  let found = '';
  try {
    run(directory, process.execPath, `${root}node_modules/typescript/bin/tsc`, '-p', '.');
  } catch (error) {
    found = String(error.stdout);
  }
  // Declarations of others can have errors of their own, and those of vega-lite have one.
  const own = found
    .split('\n')
    .filter((line) => /^\S/.test(line) && !/^node_modules\/vega-lite\//.test(line));
  assert.deepEqual(own, [], 'the compiler finds errors');
  const value = JSON.parse(run(directory, process.execPath, 'out/node.js'));
  const file = JSON.parse(
    run(directory, 'npx', '--no-install', 'emuprove', 'evaluate', '--format', 'json'),
  );
  assert.deepEqual(value.verdict, file.verdict, 'the library says something else than the command');
  return { value, said: value.verdict.outcome };
}
