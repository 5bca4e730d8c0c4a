import type { BlockComputer, BlockSummary } from '../montecarlo/blockComputer.ts';

/** Blocks that a thread has computed, and which may or may not become part of the result. */
export interface HeldBlocks {
  /** Computes a block and holds its outputs. */
  readonly compute: (task: number) => BlockSummary;
  /** Adds to the sketches what belongs to tasks before this one. */
  readonly settle: (tasks: number) => void;
}

/**
 * Holds what threads compute ahead of others until it is known to count: a study that is stopped
 * after some round then has the same result as one that never went further.
 *
 * @param computer - of this thread
 * @param replicates - of the study: tasks are the blocks of all replicates in turn
 */
export function holdBlocks(computer: BlockComputer, replicates: number): HeldBlocks {
  let held: { task: number; outputs: readonly Float64Array[] }[] = [];
  const none = new Float64Array(0);
  const sketched = computer.sketches[0]?.map((sketch) => sketch !== undefined) ?? [];
  return {
    compute: (task) => {
      const { summary, outputs } = computer.compute(
        task % replicates,
        Math.floor(task / replicates),
      );
      held.push({ task, outputs: outputs.map((all, i) => (sketched[i] ? all.slice() : none)) });
      return summary;
    },
    settle: (tasks) => {
      for (const { task, outputs } of held) {
        if (task < tasks) computer.sketch(task % replicates, outputs);
      }
      held = held.filter(({ task }) => task >= tasks);
    },
  };
}
