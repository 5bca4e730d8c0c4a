import { finished, finishTask, takeTask, tryTask, type Board } from './board.ts';
import type { Crew, Job } from './crew.ts';

/**
 * Does tasks whose order does not matter, in this thread and in all of a crew.
 *
 * @param crew - workers, if there are any
 * @param job - what they are asked to do; they take the same tasks from the board
 * @param board - on which no task is taken yet
 * @param tasks - number of tasks
 * @param run - does a task in this thread
 * @param onProgress - called now and then with the number of tasks done
 */
export async function shareTasks(
  crew: Crew,
  job: Job,
  board: Board,
  tasks: number,
  run: (task: number) => void,
  onProgress?: (done: number) => void,
): Promise<void> {
  crew.start(job, () => undefined);
  let task = tryTask(board, tasks);
  for (; task !== undefined; task = tryTask(board, tasks)) {
    run(task);
    finishTask(board);
    await crew.pause();
    onProgress?.(finished(board));
  }
  while (finished(board) < tasks) await crew.news();
}

/** A worker's part of the same. */
export function takeShare(board: Board, tasks: number, run: (task: number) => void): void {
  let task = takeTask(board, tasks);
  for (; task !== undefined; task = takeTask(board, tasks)) {
    run(task);
    finishTask(board);
  }
}
