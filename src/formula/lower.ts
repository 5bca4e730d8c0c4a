import { reachable } from './graph.ts';
import { guardOf, type Guard, type GuardPart } from './guard.ts';
import type { Value } from './ir.ts';
import { allValid, andValid, kernelOf, KERNELS, orValid, type Kernel } from './kernels.ts';

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

/**
 * Writes an expression graph as steps over columns: what `emit` writes as text. Rows in which
 * something on the way is not finite are found as there, by the guard.
 *
 * @param roots nodes whose values are wanted
 * @param demands further nodes that the guard asks to be valid
 */
export function lower(roots: readonly Value[], demands: readonly Value[] = []): Program {
  const all = [...roots, ...demands];
  const lowering = new Lowering(reachable(all));
  const guard = lowering.guard(guardOf(all));
  return lowering.program(roots, guard);
}

/** Columns that one step of {@link allValid} looks at. */
const AT_ONCE = 4;

/** A register, and after which node of the order it holds its value. */
interface Ready {
  readonly register: Register;
  readonly after: number;
}

class Lowering {
  readonly #order: readonly Value[];
  readonly #values = new Map<Value, Ready>();
  readonly #constants = new Map<number, Register>();
  readonly #inputs = new Map<Register, number>();
  readonly #guards = new Map<Guard, Ready>();
  /** Steps by the node after which their operands are there. */
  readonly #steps: Step[][];
  #next = 0;

  constructor(order: readonly Value[]) {
    this.#order = order;
    this.#steps = order.map(() => []);
    for (const [after, node] of order.entries()) {
      this.#values.set(node, { register: this.#value(node, after), after });
    }
  }

  program(roots: readonly Value[], guard: Ready): Program {
    const last = this.#order.length - 1;
    const results = roots.map((root) => {
      // Validity is 0 or NaN: it leaves a value alone, but for -0, which becomes 0 as by folding.
      return this.#step(KERNELS.add, [this.#of(root).register, guard.register], last);
    });
    return {
      constants: new Map([...this.#constants].map(([value, register]) => [register, value])),
      inputs: this.#inputs,
      steps: this.#steps.flat(),
      results,
    };
  }

  /** The register that is 0 where a guard holds, and NaN elsewhere. */
  guard(guard: Guard | undefined): Ready {
    if (guard === undefined) return { register: this.#constant(0), after: 0 };
    let ready = this.#guards.get(guard);
    if (ready === undefined) {
      const terms = [
        ...guard.finite.map((node) => this.#of(node)),
        ...guard.parts.map((part) => this.#part(part)),
      ];
      // Each is looked at as soon as it is there, so that its column is free for something else.
      terms.sort((a, b) => a.after - b.after);
      ready = this.#allValid(terms);
      this.#guards.set(guard, ready);
    }
    return ready;
  }

  /**
   * Joins columns that have to be valid, in a tree: where one changes, few steps have to be done again.
   * Every {@link AT_ONCE} that stand at the same height are joined at once, so that few wait.
   */
  #allValid(terms: readonly Ready[]): Ready {
    const waiting: Ready[][] = [];
    const add = (term: Ready, height: number): void => {
      const own = (waiting[height] ??= []);
      own.push(term);
      if (own.length < AT_ONCE) return;
      waiting[height] = [];
      add(this.#join(own), height + 1);
    };
    for (const term of terms) add(term, 0);
    const zero = { register: this.#constant(0), after: 0 };
    return waiting.reduce(
      (joined, own) => (own.length === 0 ? joined : this.#join([...own, joined])),
      zero,
    );
  }

  #join(terms: readonly Ready[]): Ready {
    const after = Math.max(...terms.map((term) => term.after));
    const zero = this.#constant(0);
    const args = Array.from({ length: AT_ONCE }, (_, k) => terms[k]?.register ?? zero);
    return { register: this.#step(allValid, args, after), after };
  }

  #part(part: GuardPart): Ready {
    const [nodes, guards] =
      part.kind === 'select'
        ? [[part.test], [part.then, part.otherwise]]
        : [part.operands, part.guards];
    const operands = [
      ...nodes.map((node) => this.#of(node)),
      ...guards.map((guard) => this.guard(guard)),
    ];
    const after = Math.max(...operands.map((operand) => operand.after));
    const args = operands.map((operand) => operand.register);
    const logic = part.kind === 'logic' && part.op === 'and' ? andValid : orValid;
    const kernel = part.kind === 'select' ? KERNELS.select : logic;
    return { register: this.#step(kernel, args, after), after };
  }

  #value(node: Value, after: number): Register {
    if (node.kind === 'const') return this.#constant(node.value);
    if (node.kind === 'varying') {
      const register = this.#next++;
      this.#inputs.set(register, node.slot);
      return register;
    }
    const args = node.args.map((arg) => this.#of(arg).register);
    return this.#step(kernelOf(node), args, after);
  }

  #of(node: Value): Ready {
    const ready = this.#values.get(node);
    if (ready === undefined) throw new Error('operands come before their operation');
    return ready;
  }

  #constant(value: number): Register {
    let register = this.#constants.get(value);
    if (register === undefined) this.#constants.set(value, (register = this.#next++));
    return register;
  }

  #step(kernel: Kernel, args: readonly Register[], after: number): Register {
    const out = this.#next++;
    this.#steps[after]?.push({ kernel, out, args });
    return out;
  }
}
