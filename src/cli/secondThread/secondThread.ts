import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Drawable, Order } from './orders.ts';

/** A thread that draws charts. */
export interface SecondThread {
  /**
   * Asks for a drawing, which is begun when all that were asked for before are done.
   *
   * @returns nothing where the thread could not do it: then it is to be done here
   */
  readonly draw: (what: Drawable) => Promise<string | undefined>;
  readonly end: () => void;
}

/** Beside the bundle of the command line. */
const SCRIPT = new URL('./second.js', import.meta.url);

/**
 * Starts it.
 *
 * @param script that it runs
 * @returns nothing where the machine has one core only, or the script is not there
 */
export function startSecondThread(script: URL = SCRIPT): SecondThread | undefined {
  if (availableParallelism() < 2 || !existsSync(script)) return undefined;
  const worker = startWorker(script);
  if (worker === undefined) return undefined;
  const waiting = new Map<number, (svg: string | undefined) => void>();
  let orders = 0;
  let alive = true;
  const stop = (): void => {
    alive = false;
    for (const resolve of waiting.values()) resolve(undefined);
    waiting.clear();
  };
  worker.on('error', stop);
  worker.on('exit', stop);
  worker.on('messageerror', stop);
  worker.on('message', ({ number, svg }: Answer) => {
    waiting.get(number)?.(svg);
    waiting.delete(number);
  });
  return {
    draw: (what) => {
      if (!alive) return Promise.resolve(undefined);
      const number = orders++;
      const order: Order = { number, ...what };
      try {
        worker.postMessage(order);
      } catch {
        // What can not be sent is drawn here.
        return Promise.resolve(undefined);
      }
      return new Promise((resolve) => {
        waiting.set(number, resolve);
      });
    },
    end: () => {
      stop();
      worker.removeAllListeners();
      // What a thread says while it is ended is of no interest any more.
      worker.on('error', () => undefined);
      void worker.terminate();
    },
  };
}

/** A thread, where they are allowed. */
function startWorker(script: URL): Worker | undefined {
  try {
    return new Worker(script);
  } catch {
    return undefined;
  }
}
