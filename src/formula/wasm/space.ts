import type { Machine } from './machine.ts';
import { growTo, type Memory } from '../../wasm/webAssembly.ts';

/** Programs that keep columns in the memory together. All others use the same memory after them. */
export interface Space {
  /** Sets bytes aside, and returns their address. */
  readonly take: (bytes: number) => number;
  /**
   * Makes the memory that of these programs, which is before any of them runs.
   *
   * @returns how often they have found it used by others: with another number, all is gone
   */
  readonly enter: () => number;
}

/** Whose columns a memory holds. */
const owners = new WeakMap<Memory, Space>();

/** A space of the memory of a machine. */
export function makeSpace({ memory }: Machine): Space {
  let size = 0;
  let entries = 0;
  const space: Space = {
    take: (bytes) => {
      const address = size;
      size += bytes;
      return address;
    },
    enter: () => {
      if (owners.get(memory) !== space) {
        owners.set(memory, space);
        entries++;
      }
      if (!growTo(memory, size)) throw new Error(`there is no memory for ${size} bytes of columns`);
      return entries;
    },
  };
  return space;
}
