import { mergeMoments, NO_MOMENTS, type Moments } from '../statistics/moments.ts';
import type { BlockSummary } from './blockComputer.ts';

/** Sums over the blocks of one replicate. */
export interface ReplicateSums {
  rows: number;
  notFinite: number;
  moments: Moments[];
  logs: Moments[];
}

/** One set of sums per replicate, each over the blocks in the order of their numbers. */
export type Accumulator = readonly ReplicateSums[];

/** Sums over nothing. */
export function makeAccumulator(replicates: number, outputs: number): Accumulator {
  const none = (): Moments[] => new Array<Moments>(outputs).fill(NO_MOMENTS);
  return Array.from({ length: replicates }, () => ({
    rows: 0,
    notFinite: 0,
    moments: none(),
    logs: none(),
  }));
}

/**
 * Adds a block. The last bits of a sum depend on the order, so the blocks of a replicate must
 * arrive in the order of their numbers, whichever thread computed them.
 *
 * @param into - changed in place
 * @param block - from `BlockComputer.compute`
 */
export function addBlock(into: Accumulator, block: BlockSummary): void {
  const sums = into[block.replicate];
  if (sums === undefined) throw new RangeError('no such replicate');
  const merge = (a: readonly Moments[], b: readonly Moments[]): Moments[] =>
    a.map((moments, i) => mergeMoments(moments, b[i] ?? NO_MOMENTS));
  sums.rows += block.rows;
  sums.notFinite += block.notFinite;
  sums.moments = merge(sums.moments, block.moments);
  sums.logs = merge(sums.logs, block.logs);
}
