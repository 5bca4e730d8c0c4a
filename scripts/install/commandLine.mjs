import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Calls the command as a user does. */
export function commandLine(root, directory) {
  const text = run(directory, 'npx', '--no-install', 'emuprove', 'evaluate');
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const [, said = ''] = /\$ npx emuprove evaluate\n(.+)\n/.exec(readme) ?? [];
  assert.equal(text.split('\n')[0], said, 'emuprove evaluate does not say what README.md says');
  return { said };
}
