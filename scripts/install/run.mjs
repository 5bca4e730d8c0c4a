import { execFileSync } from 'node:child_process';

/** Most that a command may say. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Runs a command in a directory, as somebody who has nothing of this project set.
 *
 * @returns what it wrote to standard output
 * @throws Error with what it wrote to standard error, where it fails
 */
export function run(directory, command, ...args) {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_/i.test(name));
  return execFileSync(command, args, {
    cwd: directory,
    encoding: 'utf8',
    env: Object.fromEntries(own),
    maxBuffer: LONGEST,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
