import { sharedBuffer } from './sharedBuffer.ts';

/**
 * Counters that the threads of a study share, so that each takes the next task by itself and none
 * waits for another to hand one out. Tasks are numbered from 0 in the order in which their results
 * are accumulated.
 */
export type Board = Int32Array;

/** The first task that nobody has taken. */
const NEXT = 0;
/** Tasks from this one on have to wait: nobody runs far ahead of what is accumulated. */
const LIMIT = 1;
/** Tasks before this one are accumulated, and will count whatever happens. */
const SETTLED = 2;
/** How many tasks count in the end; negative until that is known. */
const KEPT = 3;
/** How many tasks are done, where their order does not matter. */
const DONE = 4;

/** Higher than any number of tasks, and far from where adding to it would overflow. */
const NEVER = 2 ** 30;

/**
 * A board on which no task is taken.
 *
 * @param limit - how far threads may run ahead to begin with; without limit where left out
 */
export function makeBoard(limit: number = NEVER): Board {
  const board = new Int32Array(sharedBuffer(5 * Int32Array.BYTES_PER_ELEMENT));
  board[LIMIT] = limit;
  board[KEPT] = -1;
  return board;
}

/**
 * Takes the next task, waiting until it may be done. Only for workers: the main thread must not
 * wait.
 *
 * @param total - number of tasks
 * @returns its number; undefined if there is none, or if the study has ended
 */
export function takeTask(board: Board, total: number): number | undefined {
  const task = Atomics.add(board, NEXT, 1);
  if (task >= total) return undefined;
  for (;;) {
    const kept = Atomics.load(board, KEPT);
    if (kept >= 0 && task >= kept) return undefined;
    const limit = Atomics.load(board, LIMIT);
    if (task < limit) return task;
    Atomics.wait(board, LIMIT, limit);
  }
}

/** Takes the next task if there is one that may be done now. */
export function tryTask(board: Board, total: number): number | undefined {
  for (;;) {
    const task = Atomics.load(board, NEXT);
    if (task >= total || task >= Atomics.load(board, LIMIT)) return undefined;
    if (Atomics.compareExchange(board, NEXT, task, task + 1) === task) return task;
  }
}

/** Says that the tasks before this one are accumulated, and how far threads may run ahead now. */
export function settle(board: Board, tasks: number, limit: number): void {
  Atomics.store(board, SETTLED, tasks);
  Atomics.store(board, LIMIT, limit);
  Atomics.notify(board, LIMIT);
}

/** How many tasks are accumulated. */
export function settled(board: Board): number {
  return Atomics.load(board, SETTLED);
}

/** Ends a study: nobody takes a further task, and those from this number on do not count. */
export function keep(board: Board, tasks: number): void {
  Atomics.store(board, NEXT, NEVER);
  Atomics.store(board, KEPT, tasks);
  Atomics.notify(board, KEPT);
  Atomics.store(board, LIMIT, NEVER);
  Atomics.notify(board, LIMIT);
}

/** Waits until it is known how many tasks count. Only for workers. */
export function waitForKept(board: Board): number {
  for (;;) {
    const kept = Atomics.load(board, KEPT);
    if (kept >= 0) return kept;
    Atomics.wait(board, KEPT, kept);
  }
}

/** Says that a task is done, where the order does not matter. */
export function finishTask(board: Board): void {
  Atomics.add(board, DONE, 1);
}

/** How many tasks are done. */
export function finished(board: Board): number {
  return Atomics.load(board, DONE);
}
