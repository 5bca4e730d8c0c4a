import type { FormulaFunction } from './functions.ts';
import { FUNCTIONS } from './functions.ts';
import { LARGEST_POWER } from './intrinsics.ts';
import type { ConstNode, MissingNode, Node, Operation, OpNode, Value, VaryingNode } from './ir.ts';
import type { DomainFunction } from './system.ts';

/** Where an operation stands, for messages. */
export interface Site {
  readonly origin: string;
  readonly position: number;
}

/**
 * Builds expression graphs in which equal subexpressions are one node and everything that can be
 * computed while building is computed. Folding uses the same IEEE operations as generated code, so
 * it never changes a bit of a result.
 */
export class Builder {
  readonly #constants = new Map<number, ConstNode>();
  readonly #varying: VaryingNode[] = [];
  readonly #operations = new Map<number | string, OpNode>();
  #nextId = 0;

  /**
   * A number. There is no -0: a formula can tell it from 0 by the sign of another zero only, since
   * 1 / 0 has no value. So results have none either, and x + 0 and x * 0 need not be computed.
   */
  constant(value: number): ConstNode {
    let node = this.#constants.get(value);
    if (node === undefined) {
      node = { kind: 'const', id: this.#nextId++, value: value + 0 };
      this.#constants.set(value, node);
    }
    return node;
  }

  varying(slot: number): VaryingNode {
    return (this.#varying[slot] ??= { kind: 'varying', id: this.#nextId++, slot });
  }

  missing(inputs: readonly string[]): MissingNode {
    return { kind: 'missing', id: this.#nextId++, inputs: [...new Set(inputs)] };
  }

  /** An arithmetic or logical operation. */
  op(op: Exclude<Operation, 'select' | 'call'>, args: readonly Node[], site: Site): Node {
    if (op === 'and' || op === 'or') return this.#logic(op, args, site);
    return this.#apply(op, '', args, site, fold);
  }

  /** `test ? then : otherwise`; an unknown test makes the whole unknown. */
  select(test: Node, then: () => Node, otherwise: () => Node, site: Site): Node {
    if (test.kind === 'const') return test.value === 0 ? otherwise() : then();
    const branches = this.#perhapsInvalid([then(), otherwise()]);
    return this.#apply('select', '', [test, ...branches], site, never);
  }

  /** Whether an element takes part in a reduction, as its formula says. */
  where(node: Node): Node {
    return node;
  }

  /** A function of the table or of the domain. */
  call(fn: string, args: readonly Node[], site: Site, domain?: DomainFunction): Node {
    const builtin: FormulaFunction | undefined = FUNCTIONS.get(fn);
    const apply = builtin?.apply ?? domain?.apply;
    if (apply === undefined) throw new Error(`unchecked function ${fn}`);
    return this.#apply('call', fn, args, site, (_, values) => apply(...values), domain);
  }

  /** `base ^ exponent` as multiplications, exp2 or the general power. */
  power(base: Node, exponent: Node, site: Site): Node {
    if (base.kind === 'const' && base.value === 2) return this.call('exp2', [exponent], site);
    if (exponent.kind === 'const') {
      const n = exponent.value;
      if (n === 0.5) return this.call('sqrt', [base], site);
      // x ^ 0 is 1 if x has a value, which may not be known yet.
      if (n !== 0 && Number.isInteger(n) && Math.abs(n) <= LARGEST_POWER) {
        const product = this.#wholePower(base, Math.abs(n), site);
        return n < 0 ? this.op('div', [this.constant(1), product], site) : product;
      }
    }
    return this.call('power', [base, exponent], site);
  }

  /** Repeated squaring: the same multiplications whether they are folded now or run later. */
  #wholePower(base: Node, n: number, site: Site): Node {
    if (n === 1) return base;
    const half = this.#wholePower(base, Math.floor(n / 2), site);
    const square = this.op('mul', [half, half], site);
    return n % 2 === 1 ? this.op('mul', [square, base], site) : square;
  }

  /** One false (true) operand decides an `and` (`or`), even beside unknown ones. */
  #logic(op: 'and' | 'or', args: readonly Node[], site: Site): Node {
    const deciding = op === 'and' ? 0 : 1;
    const decided = args.find((arg) => arg.kind === 'const' && arg.value === deciding);
    if (decided !== undefined) return decided;
    const open = args.filter((arg) => arg.kind !== 'const');
    const [first] = open;
    if (first === undefined) return this.constant(1 - deciding);
    if (open.length === 1) return first;
    return this.#apply(op, '', this.#perhapsInvalid(open), site, never);
  }

  /** Where only some nodes are invalid, it depends on the row whether that matters. */
  #perhapsInvalid(nodes: readonly Node[]): readonly Node[] {
    if (nodes.every((node) => node.kind === 'invalid')) return nodes;
    return nodes.map((node) => (node.kind === 'invalid' ? this.#impossible() : node));
  }

  /** 1 / 0, left to be found not finite in the rows that use it. */
  #impossible(): Value {
    return this.#operation('div', '', [this.constant(1), this.constant(0)], undefined);
  }

  #apply(
    op: Operation,
    fn: string,
    args: readonly Node[],
    site: Site,
    compute: (op: Operation, values: readonly number[]) => number | undefined,
    domain?: DomainFunction,
  ): Node {
    let known = true;
    let missing = false;
    for (const arg of args) {
      if (arg.kind === 'invalid') return arg;
      if (arg.kind === 'missing') missing = true;
      else if (arg.kind !== 'const') known = false;
    }
    if (missing) return this.missing(args.flatMap((arg) => ('inputs' in arg ? arg.inputs : [])));
    const values = args as readonly Value[];
    if (known) {
      const numbers = (values as readonly ConstNode[]).map((arg) => arg.value);
      const value = compute(op, numbers);
      if (value !== undefined) {
        if (Number.isFinite(value)) return this.constant(value);
        const reason = explain(op, fn, numbers);
        return { kind: 'invalid', id: this.#nextId++, reason, ...site };
      }
    }
    return unchanged(op, values) ?? this.#operation(op, fn, values, domain);
  }

  #operation(
    op: Operation,
    fn: string,
    args: readonly Value[],
    domain: DomainFunction | undefined,
  ): OpNode {
    const key = keyOf(op, fn, args);
    let node = this.#operations.get(key);
    if (node === undefined) {
      node = { kind: 'op', id: this.#nextId++, op, fn, args, domain };
      this.#operations.set(key, node);
    }
    return node;
  }
}

/** Numbers of operations in keys. */
const NUMBERS: Readonly<Record<Operation, number>> = {
  add: 0,
  sub: 1,
  mul: 2,
  div: 3,
  neg: 4,
  lt: 5,
  le: 6,
  eq: 7,
  and: 8,
  or: 9,
  not: 10,
  select: 11,
  call: 12,
};

/** Ids below this make keys that are exact numbers: 13 x 2^24 x 2^24 < 2^53. */
const IDS = 2 ** 24;

/** Tells operations apart. Most are of one or two operands, for which a number is quicker than a text. */
function keyOf(op: Operation, fn: string, args: readonly Value[]): number | string {
  const [a, b] = args;
  const named = op === 'call' || args.length > 2 || a === undefined;
  if (named || a.id >= IDS || (b !== undefined && b.id + 1 >= IDS)) {
    return `${op}:${fn}(${args.map((arg) => arg.id).join(',')})`;
  }
  return (NUMBERS[op] * IDS + a.id) * IDS + (b === undefined ? 0 : b.id + 1);
}

/** Of what is not computed while building. */
function never(): undefined {
  return undefined;
}

/** The operand that an operation leaves as it is: of x + 0, x - 0, x * 1, x / 1. */
function unchanged(op: Operation, [a, b]: readonly Value[]): Value | undefined {
  const is = (node: Value | undefined, value: number): boolean =>
    node?.kind === 'const' && node.value === value;
  if (op === 'add' && is(a, 0)) return b;
  if (op === 'mul' && is(a, 1)) return b;
  if ((op === 'add' || op === 'sub') && is(b, 0)) return a;
  return (op === 'mul' || op === 'div') && is(b, 1) ? a : undefined;
}

function fold(op: Operation, [a = NaN, b = NaN]: readonly number[]): number | undefined {
  switch (op) {
    case 'add':
      return a + b;
    case 'sub':
      return a - b;
    case 'mul':
      return a * b;
    case 'div':
      return a / b;
    case 'neg':
      return -a;
    case 'lt':
      return a < b ? 1 : 0;
    case 'le':
      return a <= b ? 1 : 0;
    case 'eq':
      return a === b ? 1 : 0;
    case 'not':
      return 1 - a;
    default:
      return undefined;
  }
}

/** Why an operation has no finite result. */
function explain(op: Operation, fn: string, values: readonly number[]): string {
  if (op === 'div' && values[1] === 0) return 'division by zero';
  const shown = values.join(', ');
  if (op === 'call') return `${fn}(${shown}) is not a finite number`;
  return `the result is too large (${op} of ${shown})`;
}
