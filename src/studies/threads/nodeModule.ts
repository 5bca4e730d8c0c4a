import type * as Fs from 'node:fs';
import type * as Os from 'node:os';
import type * as Threads from 'node:worker_threads';

/**
 * A module of Node.js, without an import that bundlers for browsers could not resolve.
 *
 * @param name - e.g. `node:os`
 * @returns nothing in a browser
 */
export function nodeModule(name: 'node:fs'): typeof Fs | undefined;
export function nodeModule(name: 'node:os'): typeof Os | undefined;
export function nodeModule(name: 'node:worker_threads'): typeof Threads | undefined;
export function nodeModule(name: string): unknown {
  const { process } = globalThis as { process?: Partial<NodeJS.Process> };
  return process?.getBuiltinModule?.(name);
}
