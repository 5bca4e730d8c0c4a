import { FUNCTIONS } from './functions.ts';
import { isLogical, reachable } from './graph.ts';
import { guardOf, type Guard } from './guard.ts';
import type { OpNode, Value } from './ir.ts';

/** Statements of generated code, and what each node is called in them. */
export interface Emitted {
  /** `const v1=…;` lines in the order of evaluation. */
  readonly statements: readonly string[];
  /** Expression for each root, in order. */
  readonly results: readonly string[];
  /** An expression that is 0 where every root has a value, and NaN elsewhere. */
  readonly guard: string;
  /** Functions and tables that the code uses, by the name it uses for them. */
  readonly helpers: ReadonlyMap<string, unknown>;
}

/** Deepest expression that is written in place; V8's parser recurses. */
const DEEPEST = 12;

/**
 * Writes an expression graph as straight-line JavaScript. The text consists of operators, numbers
 * and generated names only: nothing that a model file says is ever part of it.
 *
 * @param roots nodes whose values are wanted
 * @param slot expression for a varying input
 * @param demands further nodes that the guard asks to be valid
 */
export function emit(
  roots: readonly Value[],
  slot: (index: number) => string,
  demands: readonly Value[] = [],
): Emitted {
  const writer = new Writer(slot);
  const all = [...roots, ...demands];
  const guard = guardOf(all);
  writer.write(reachable(all), usesOf(all, guard));
  const results = roots.map((root) => writer.number(root));
  const valid = writer.guard(guard);
  return { statements: writer.statements, results, guard: valid, helpers: writer.helpers };
}

/** How often each node occurs in the text. */
function usesOf(roots: readonly Value[], guard: Guard | undefined): Map<Value, number> {
  const uses = new Map<Value, number>();
  const use = (node: Value, times = 1): void => {
    uses.set(node, (uses.get(node) ?? 0) + times);
  };
  for (const root of roots) use(root);
  for (const node of reachable(roots)) {
    // The expressions that stand for calls mention their operands more than once.
    if (node.kind === 'op') for (const arg of node.args) use(arg, node.op === 'call' ? 2 : 1);
  }
  const seen = new Set<Guard>();
  const visit = (inner: Guard | undefined): void => {
    if (inner === undefined || seen.has(inner)) return;
    seen.add(inner);
    for (const node of inner.finite) use(node);
    for (const part of inner.parts) {
      const [nodes, guards] =
        part.kind === 'select'
          ? [[part.test], [part.then, part.otherwise]]
          : [part.operands, part.guards];
      for (const node of nodes) use(node, 2);
      guards.forEach(visit);
    }
  };
  visit(guard);
  return uses;
}

/** Writes nodes as text, each after its operands. */
class Writer {
  readonly statements: string[] = [];
  readonly helpers = new Map<string, unknown>();
  readonly #slot: (index: number) => string;
  readonly #text = new Map<Value, string>();
  readonly #guards = new Map<Guard, string>();

  constructor(slot: (index: number) => string) {
    this.#slot = slot;
  }

  write(order: readonly Value[], uses: ReadonlyMap<Value, number>): void {
    const depth = new Map<Value, number>();
    for (const node of order) {
      const text = this.#write(node);
      const args = node.kind === 'op' ? node.args : [];
      const level = args.reduce((most, arg) => Math.max(most, 1 + (depth.get(arg) ?? 0)), 0);
      const inline = node.kind !== 'op' || ((uses.get(node) ?? 0) < 2 && level < DEEPEST);
      depth.set(node, inline ? level : 0);
      this.#text.set(node, inline ? text : this.#name(text));
    }
  }

  /** A node where a number is wanted. Comparisons are kept as truth values up to here. */
  number(node: Value): string {
    const text = this.#text.get(node) ?? 'NaN';
    // `+true` compiles to no branch, unlike `true ? 1 : 0`.
    return isLogical(node) ? `(+${text})` : text;
  }

  /** A node where a truth value is wanted. */
  truth(node: Value): string {
    const text = this.#text.get(node) ?? 'NaN';
    return isLogical(node) ? text : `(${text}!==0)`;
  }

  guard(guard: Guard | undefined): string {
    if (guard === undefined) return '0';
    let text = this.#guards.get(guard);
    if (text === undefined) {
      // x * 0 is 0 for finite x and NaN otherwise.
      const terms = guard.finite.map((node) => `${this.number(node)}*0`);
      for (const part of guard.parts) {
        if (part.kind === 'select') {
          const [then, otherwise] = [this.guard(part.then), this.guard(part.otherwise)];
          terms.push(`(${this.truth(part.test)}?${then}:${otherwise})`);
          continue;
        }
        const [a, b] = part.operands.map((node) => this.truth(node)) as [string, string];
        const [va, vb] = part.guards.map((inner) => `${this.guard(inner)}===0`) as [string, string];
        const not = part.op === 'and' ? '!' : '';
        terms.push(`((${va})&&(${not}${a}||${vb})||(${vb})&&${not}${b}?0:NaN)`);
      }
      text = this.#name(terms.join('+'));
      this.#guards.set(guard, text);
    }
    return text;
  }

  #name(text: string): string {
    const name = `v${this.statements.length}`;
    this.statements.push(`const ${name}=${text};`);
    return name;
  }

  #write(node: Value): string {
    if (node.kind === 'const') return literal(node.value);
    if (node.kind === 'varying') return this.#slot(node.slot);
    const [first, second, third] = node.args;
    const [a, b, c] = [first, second, third].map((arg) => (arg ? this.number(arg) : 'NaN'));
    const [p, q] = [first, second].map((arg) => (arg ? this.truth(arg) : 'NaN'));
    switch (node.op) {
      case 'add':
        return `(${a}+${b})`;
      case 'sub':
        return `(${a}-${b})`;
      case 'mul':
        return `(${a}*${b})`;
      case 'div':
        return `(${a}/${b})`;
      case 'neg':
        return `(-${a})`;
      case 'lt':
        return `(${a}<${b})`;
      case 'le':
        return `(${a}<=${b})`;
      case 'eq':
        return `(${a}===${b})`;
      case 'and':
        return `(${p}&&${q})`;
      case 'or':
        return `(${p}||${q})`;
      case 'not':
        return `(!${p})`;
      case 'select':
        return `(${p}?${b}:${c})`;
      case 'call':
        return this.#call(node);
    }
  }

  #call(node: OpNode): string {
    const args = node.args.map((arg) => this.number(arg));
    const builtin = FUNCTIONS.get(node.fn);
    if (builtin?.emit !== undefined) {
      for (const [name, helper] of builtin.helpers ?? []) this.helpers.set(name, helper);
      return builtin.emit(...args);
    }
    const apply = builtin?.apply ?? node.domain?.apply;
    if (apply === undefined) throw new Error(`unchecked function ${node.fn}`);
    let name = [...this.helpers].find(([, known]) => known === apply)?.[0];
    if (name === undefined) {
      name = `f${this.helpers.size}`;
      this.helpers.set(name, apply);
    }
    return `${name}(${args.join(',')})`;
  }
}

/** A number as source text that reads back as the same bits. */
function literal(value: number): string {
  if (!Number.isFinite(value)) throw new Error('only finite constants are emitted');
  const digits = Object.is(value, -0) ? '-0' : String(value);
  return value < 0 || Object.is(value, -0) ? `(${digits})` : digits;
}
