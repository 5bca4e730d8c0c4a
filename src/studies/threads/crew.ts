import type { Worker } from 'node:worker_threads';
import type { Issue } from '../../issues/issue.ts';
import { checkWhole } from '../checkNumber.ts';
import type { Recipe } from '../types.ts';
import { nodeModule } from './nodeModule.ts';
import { pause } from './pause.ts';

/** Options of every study that can use several threads. */
export interface ThreadOptions {
  /**
   * Threads that compute, this one included; the result is the same for any number. Where left
   * out, as many as the machine has and the work is worth, up to 16.
   */
  readonly threads?: number;
  /** Script of the workers, which calls `serve`; `worker.js` beside this file where left out. */
  readonly worker?: URL;
}

/** What a worker is asked to do. */
export interface Job {
  /** Name of the job, as `serve` knows it. */
  readonly job: string;
  /** How to build the function that it works on, if it does. */
  readonly recipe?: Recipe;
  readonly data: unknown;
}

/** What a worker says. */
export type Report =
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'news'; readonly news: unknown };

/** Workers that do the same job at the same time as this thread. */
export interface Crew {
  /** Gives all workers a job, and says what is to be done with what they report. */
  readonly start: (job: Job, receive: (news: unknown, worker: number) => void) => void;
  /** Waits for the next report. */
  readonly news: () => Promise<void>;
  /** Lets reports and everything else that waits be handled; throws if a worker has failed. */
  readonly pause: () => Promise<void>;
  /** Ends the workers. */
  readonly end: () => void;
}

const WORKER = './worker.js';
const MOST_THREADS = 16;

/** What is wrong with the number of threads that was asked for. */
export function checkThreads({ threads = 1 }: ThreadOptions): Issue[] {
  return checkWhole('threads', threads, 1, 1024);
}

/**
 * How many threads a study is worth.
 *
 * @param options - what the caller asked for
 * @param work - what there is to do, in units of what one thread should do at least
 */
export function threadCount({ threads }: ThreadOptions, work: number): number {
  if (threads !== undefined) return threads;
  const parallelism = nodeModule('node:os')?.availableParallelism() ?? 1;
  return Math.max(1, Math.min(parallelism, MOST_THREADS, Math.floor(work)));
}

/**
 * Starts workers. They take a while to start, in which this thread can work.
 *
 * @param workers - how many
 * @param options - where their script is
 * @returns nothing where there are no threads to be had: in a browser, or where the script of the
 *   workers is missing, as in a bundle made by someone else
 */
export function startCrew(workers: number, options: ThreadOptions): Crew | undefined {
  const node = nodeModule('node:worker_threads');
  const script = workers > 0 ? scriptOf(options) : undefined;
  if (script === undefined || node === undefined) return undefined;
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  let receive: (news: unknown, worker: number) => void = () => undefined;
  const all: Worker[] = [];
  const fail = (cause: unknown): void => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    failure ??= new Error(`a worker thread failed: ${reason}`, { cause });
    wake?.();
  };
  const check = (): void => {
    if (failure !== undefined) throw failure;
  };
  for (let index = 0; index < workers; index++) {
    const worker = new node.Worker(script);
    all.push(worker);
    worker.on('error', fail);
    worker.on('exit', (code) => {
      fail(new Error(`it ended with code ${code}`));
    });
    worker.on('message', (report: Report) => {
      if (report.kind === 'failed') fail(report.error);
      else receive(report.news, index);
      wake?.();
    });
  }
  return {
    start: (job, handle) => {
      receive = handle;
      for (const worker of all) worker.postMessage(job);
    },
    news: async () => {
      check();
      await new Promise<void>((resolve) => (wake = resolve));
      wake = undefined;
      check();
    },
    pause: async () => {
      await pause();
      check();
    },
    end: () => {
      for (const worker of all) {
        worker.removeAllListeners();
        // What a worker says while it is ended is of no interest any more.
        worker.on('error', () => undefined);
        void worker.terminate();
      }
    },
  };
}

/** No workers at all: this thread does everything. */
export function soloCrew(): Crew {
  return { start: () => undefined, news: pause, pause, end: () => undefined };
}

/** The script of the workers, if it is there. */
function scriptOf({ worker }: ThreadOptions): URL | undefined {
  if (worker !== undefined) return worker;
  // Not in a bundle of another format.
  const here = (import.meta as { readonly url?: string }).url;
  if (here === undefined) return undefined;
  const script = new URL(WORKER, here);
  return nodeModule('node:fs')?.existsSync(script) === true ? script : undefined;
}
