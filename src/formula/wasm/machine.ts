import { later } from '../later.ts';
import { machineCode } from './machineCode.ts';
import { instantiate, type Memory } from '../../wasm/webAssembly.ts';

/** What runs programs over columns in a memory of its own. */
export interface Machine {
  readonly memory: Memory;
  /**
   * Does the instructions from one address up to another for some rows.
   *
   * @param all 1 to do all of them, 0 to leave out those whose operands have not changed
   * @param call does what the machine has no code for
   */
  readonly run: (from: number, to: number, rows: number, all: 0 | 1, call: HostCall) => void;
}

/** Does the operation of that number for some rows. */
export type HostCall = (operation: number, rows: number) => void;

/**
 * The machine of this thread; nothing where there is no WebAssembly with vectors. One serves all
 * programs, as memories are few: an engine sets aside gigabytes of addresses for each.
 */
export const machine: () => Machine | undefined = later(() => {
  let calling: HostCall | undefined;
  const call = (rows: number, ...columns: number[]): void => {
    calling?.(columns[5] as number, rows);
  };
  const made = instantiate(machineCode(), { call });
  if (made === undefined) return undefined;
  const run = made.exports['run'] as (...words: number[]) => void;
  return {
    memory: made.memory,
    run: (from, to, rows, all, host) => {
      // Its columns would be overwritten.
      if (calling !== undefined) throw new Error('a function of a formula evaluates another one');
      calling = host;
      try {
        run(from, to, rows, all);
      } finally {
        calling = undefined;
      }
    },
  };
});
