import { reachable } from './graph.ts';
import type { Value } from './ir.ts';
import { allValid, kernelOf, KERNELS, type Kernel } from './kernels.ts';

/** Number of a column that a program works on. */
export type Register = number;

/** One kernel and the columns that it reads and writes. */
export interface Step {
  readonly kernel: Kernel;
  readonly out: Register;
  readonly args: readonly Register[];
}

/** An expression graph as steps over columns. Every register is written once, before it is read. */
export interface Program {
  /** Registers that hold one number in every row. */
  readonly constants: ReadonlyMap<Register, number>;
  /** Registers of varying inputs, with their slots. */
  readonly inputs: ReadonlyMap<Register, number>;
  readonly steps: readonly Step[];
  /** One register a root: the value, or NaN in rows in which any root has none. */
  readonly results: readonly Register[];
}

/** Columns that one step of `allValid` looks at. */
const AT_ONCE = 4;

/**
 * Writes an expression graph as steps over columns, one for every operation: what `emit` writes as text.
 * Rows in which something on the way is not finite are found by the kernels.
 *
 * @param roots nodes whose values are wanted
 */
export function lower(roots: readonly Value[]): Program {
  const constants = new Map<number, Register>();
  const inputs = new Map<Register, number>();
  const steps: Step[] = [];
  const registers = new Map<Value, Register>();
  let count = 0;
  const constant = (value: number): Register => {
    let register = constants.get(value);
    if (register === undefined) constants.set(value, (register = count++));
    return register;
  };
  const step = (kernel: Kernel, args: readonly Register[]): Register => {
    const out = count++;
    steps.push({ kernel, out, args });
    return out;
  };
  const of = (node: Value): Register => {
    const register = registers.get(node);
    if (register === undefined) throw new Error('operands come before their operation');
    return register;
  };
  for (const node of reachable(roots)) {
    if (node.kind === 'const') registers.set(node, constant(node.value));
    else if (node.kind === 'op') registers.set(node, step(kernelOf(node), node.args.map(of)));
    else {
      registers.set(node, count);
      inputs.set(count++, node.slot);
    }
  }
  const found = roots.map(of);
  let valid = constant(0);
  for (let k = 0; k < found.length; k += AT_ONCE - 1) {
    const some = [valid, ...found.slice(k, k + AT_ONCE - 1)];
    valid = step(allValid, [...some, ...Array<Register>(AT_ONCE - some.length).fill(valid)]);
  }
  return {
    constants: new Map([...constants].map(([value, register]) => [register, value])),
    inputs,
    steps,
    // Validity is 0 or NaN: it leaves a value alone, but for -0, which becomes 0 as by folding.
    results: found.map((register) => step(KERNELS.add, [register, valid])),
  };
}
