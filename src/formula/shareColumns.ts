import type { Program, Register } from './lower.ts';

/** Which column each register of a program lives in. */
export interface Places {
  /** Place of every register. */
  readonly of: ReadonlyMap<Register, number>;
  /** How many places there are. */
  readonly count: number;
}

/**
 * Gives registers places so that one whose value is not needed any more makes room for the next: few
 * columns stay in the processor's cache. Constants and inputs keep theirs. A result may lie where its
 * last operand was.
 */
export function shareColumns({ constants, inputs, steps, results }: Program): Places {
  const of = new Map<Register, number>();
  let count = 0;
  for (const register of [...constants.keys(), ...inputs.keys()]) of.set(register, count++);
  const lastUse = new Map<Register, number>();
  for (const [i, { args }] of steps.entries()) for (const arg of args) lastUse.set(arg, i);
  for (const result of results) lastUse.set(result, Infinity);
  const free: number[] = [];
  for (const [i, { out, args }] of steps.entries()) {
    for (const arg of new Set(args)) {
      const place = of.get(arg);
      const temporary = !constants.has(arg) && !inputs.has(arg);
      if (temporary && place !== undefined && lastUse.get(arg) === i) free.push(place);
    }
    of.set(out, free.pop() ?? count++);
  }
  return { of, count };
}
