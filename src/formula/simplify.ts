import { Builder, type Site } from './builder.ts';
import { isLogical, reachable } from './graph.ts';
import type { Node, OpNode, Value } from './ir.ts';

/** A graph that computes the same wherever its demands and roots are valid. */
export interface Simplified {
  readonly roots: readonly Value[];
  /** Nodes that have to be valid besides the roots. */
  readonly demands: readonly Value[];
}

/** Where something is wrong is told by the graph that was simplified, so sites are of no use. */
const NOWHERE: Site = { origin: '', position: 0 };

/**
 * Rewrites a graph to one that is quicker where everything on the way is finite, which is nearly
 * always. It asks for more than the original: what that computes only on a condition is computed
 * here without one. So where a demand or root is not valid, the original has to decide.
 *
 * - `0 * x` and `0 / x` are 0, and so is what they lead to. A device without UltraRAM has no need of
 *   any in any phase, but a compiler can not know that `x` is finite.
 * - `test ? x : 0` is `x * test`. A branch costs a misprediction, and V8 copies what is computed
 *   before it into either side.
 *
 * @returns undefined where that leads to a value that does not exist
 */
export function simplify(roots: readonly Value[]): Simplified | undefined {
  const rewriter = new Rewriter();
  for (const node of reachable(roots)) rewriter.add(node);
  const rewritten = roots.map((root) => rewriter.get(root));
  const demands = [...rewriter.demands];
  return allValues(rewritten) && allValues(demands) ? { roots: rewritten, demands } : undefined;
}

function allValues(nodes: readonly Node[]): nodes is Value[] {
  return nodes.every((node) => node.kind !== 'missing' && node.kind !== 'invalid');
}

function isZero(node: Node): boolean {
  return node.kind === 'const' && node.value === 0;
}

class Rewriter {
  readonly demands = new Set<Node>();
  readonly #builder = new Builder();
  readonly #done = new Map<Value, Node>();

  add(node: Value): void {
    this.#done.set(node, this.#rewrite(node));
  }

  get(node: Value): Node {
    const done = this.#done.get(node);
    if (done === undefined) throw new Error('operands come before their operation');
    return done;
  }

  #rewrite(node: Value): Node {
    if (node.kind === 'const') return this.#builder.constant(node.value);
    if (node.kind === 'varying') return this.#builder.varying(node.slot);
    const args = node.args.map((arg) => this.get(arg));
    const [a, b, c] = args;
    if (a !== undefined && b !== undefined) {
      if (node.op === 'mul' && isZero(a)) return this.#zero(b);
      if (node.op === 'mul' && isZero(b)) return this.#zero(a);
      if (node.op === 'div' && isZero(a))
        return this.#zero(this.#builder.op('div', [a, b], NOWHERE));
      if (node.op === 'select' && c !== undefined) return this.#select(a, b, c);
    }
    if (node.op === 'select') throw new Error('a select has three operands');
    if (node.op === 'call') return this.#builder.call(node.fn, args, NOWHERE, node.domain);
    return this.#builder.op(node.op, args, NOWHERE);
  }

  /** 0, on condition that a node is finite. */
  #zero(demand: Node): Node {
    if (demand.kind !== 'const') this.demands.add(demand);
    return this.#builder.constant(0);
  }

  #select(test: Node, then: Node, otherwise: Node): Node {
    const builder = this.#builder;
    if (test.kind === 'op' && isLogical(test)) {
      if (isZero(then) && isZero(otherwise)) return this.#zero(test);
      if (isZero(otherwise) && !protects(test, then)) {
        return builder.op('mul', [then, test], NOWHERE);
      }
      if (isZero(then) && !protects(test, otherwise)) {
        return builder.op('mul', [otherwise, builder.op('not', [test], NOWHERE)], NOWHERE);
      }
    }
    return builder.select(
      test,
      () => then,
      () => otherwise,
      NOWHERE,
    );
  }
}

/**
 * Whether a test seems to keep an operation from failing, as in `n > 0 ? x / n : 0`. Computing that
 * without the condition would be right but slow: every row with n = 0 would be computed twice.
 */
function protects(test: OpNode, branch: Node): boolean {
  if (branch.kind !== 'op') return false;
  const compared = new Set<Value>();
  for (const node of reachable([test])) {
    if (isLogical(node) && node.kind === 'op') node.args.forEach((arg) => compared.add(arg));
  }
  return reachable([branch]).some((node) => {
    if (node.kind !== 'op') return false;
    const risky = node.op === 'div' ? node.args.slice(1) : node.op === 'call' ? node.args : [];
    return risky.some((arg) => arg.kind !== 'const' && compared.has(arg));
  });
}
