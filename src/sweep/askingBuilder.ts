import { Builder, type Site } from '../formula/builder.ts';
import type { DomainFunction } from '../formula/system.ts';
import type { Node, Value } from '../formula/ir.ts';

/** Thrown where only an evaluation of the row at hand by itself can tell. */
export class Unanswerable extends Error {}

/**
 * A builder for graphs that have to be right about missing inputs in every row, and not only about
 * numbers. Where it depends on a value that varies whether a missing input matters (`c ? x : missing`,
 * `c and missing`), it asks for that value, so that the graph serves the rows that answer alike.
 */
export class AskingBuilder extends Builder {
  /** Whether anything was used that is missing. */
  missed = false;
  /** Values that vary and were used with missing ones: where they are invalid, so is the whole. */
  readonly dropped: Set<Value> = new Set<Value>();
  readonly #ask: (node: Value) => boolean;
  readonly #askWhere: boolean;
  readonly #answers = new Map<Value, boolean>();

  /**
   * @param ask whether a truth value, 1 or 0, holds in the row at hand
   * @param askWhere whether to ask which elements take part in reductions: where something is
   *   missing, one that takes no part must not be looked at at all
   */
  constructor(ask: (node: Value) => boolean, askWhere: boolean) {
    super();
    this.#ask = ask;
    this.#askWhere = askWhere;
  }

  override where(node: Node): Node {
    if (isMissing(node)) this.missed = true;
    return this.#askWhere && isOpen(node) ? this.constant(this.#holds(node)) : node;
  }

  override op(op: Parameters<Builder['op']>[0], args: readonly Node[], site: Site): Node {
    if (op !== 'and' && op !== 'or') {
      this.#drop(args);
      return super.op(op, args, site);
    }
    if (!args.some(isMissing)) return super.op(op, args, site);
    this.missed = true;
    const answered = args.map((arg) => (isOpen(arg) ? this.constant(this.#holds(arg)) : arg));
    return super.op(op, answered, site);
  }

  override select(test: Node, then: () => Node, otherwise: () => Node, site: Site): Node {
    if (test.kind === 'const') return super.select(test, then, otherwise, site);
    if (isMissing(test)) this.missed = true;
    const before = [...this.dropped];
    const branches = [then(), otherwise()] as const;
    const [first, second] = branches;
    if (isOpen(test) && branches.some(isMissing)) {
      this.missed = true;
      // Only the branch that is taken can make the whole invalid: that of the other is forgotten.
      this.dropped.clear();
      for (const value of before) this.dropped.add(value);
      return this.#holds(test) === 1 ? then() : otherwise();
    }
    // Beside a missing test it takes two invalid branches: one that is valid will do.
    if (isMissing(test) && !branches.some(isMissing)) {
      const open = branches.find(isOpen);
      if (open !== undefined) this.dropped.add(open);
    }
    return super.select(
      test,
      () => first,
      () => second,
      site,
    );
  }

  override call(fn: string, args: readonly Node[], site: Site, domain?: DomainFunction): Node {
    this.#drop(args);
    return super.call(fn, args, site, domain);
  }

  #holds(node: Value): 0 | 1 {
    let answer = this.#answers.get(node);
    if (answer === undefined) this.#answers.set(node, (answer = this.#ask(node)));
    return answer ? 1 : 0;
  }

  #drop(args: readonly Node[]): void {
    if (!args.some(isMissing)) return;
    this.missed = true;
    for (const arg of args) if (isOpen(arg)) this.dropped.add(arg);
  }
}

function isMissing(node: Node): boolean {
  return node.kind === 'missing';
}

function isOpen(node: Node): node is Value {
  return node.kind === 'varying' || node.kind === 'op';
}
