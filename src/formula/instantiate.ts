import type { Expr } from './ast.ts';
import { Builder, type Site } from './builder.ts';
import type { InvalidNode, MissingNode, Node } from './ir.ts';
import { resolveName, resolveSet, scopeOf, type Scope } from './resolve.ts';
import { caseKey, elementKey, type Alternative, type System } from './system.ts';

/**
 * The value of an input element: a number in base units, a slot that varies, a node that was made
 * elsewhere and is missing or invalid, or nothing.
 */
export type Binding =
  | { readonly value: number }
  | { readonly slot: number }
  | { readonly node: MissingNode | InvalidNode }
  | undefined;

/** How the node of one element of a quantity came about. */
export interface Derivation {
  readonly node: Node;
  /** The formula that was used; none for inputs and for elements that are 0 by default. */
  readonly alternative?: Alternative;
  /** Position of the alternative among those declared. */
  readonly choice: number;
  /** Elements that the formula used, in the order of their first use. */
  readonly uses: readonly string[];
}

/**
 * Turns quantities into expression graphs, element by element and on demand. With every input bound
 * to a number this evaluates the model; with some bound to slots it specialises the model to what
 * varies.
 */
export class Instance {
  readonly builder: Builder;
  readonly #system: System;
  readonly #bind: (key: string, name: string, tuple: readonly string[]) => Binding;
  readonly #derivations = new Map<string, Derivation>();

  /**
   * @param system a system that {@link checkSystem} found no fault with
   * @param bind value of an input element, in base units
   * @param builder makes the nodes
   */
  constructor(
    system: System,
    bind: (key: string, name: string, tuple: readonly string[]) => Binding,
    builder: Builder = new Builder(),
  ) {
    this.#system = system;
    this.#bind = bind;
    this.builder = builder;
  }

  /** The derivation of one element. Each is derived once. */
  derive(name: string, tuple: readonly string[]): Derivation {
    const key = elementKey(name, tuple);
    let derivation = this.#derivations.get(key);
    if (derivation === undefined) {
      derivation = this.#derive(key, name, tuple);
      this.#derivations.set(key, derivation);
    }
    return derivation;
  }

  #derive(key: string, name: string, tuple: readonly string[]): Derivation {
    const definition = this.#system.definitions.get(name);
    if (definition === undefined) throw new Error(`unchecked name ${name}`);
    const { body } = definition;
    const binding = this.#bind(key, name, tuple);
    if (binding !== undefined) {
      if ('node' in binding) return { node: binding.node, choice: 0, uses: [] };
      const node =
        'slot' in binding
          ? this.builder.varying(binding.slot)
          : this.builder.constant(binding.value);
      return { node, choice: 0, uses: [] };
    }
    if (body.kind === 'cases') {
      const part = caseKey(definition.over, body.by, tuple);
      const alternative = Object.hasOwn(body.cases, part) ? body.cases[part] : undefined;
      if (alternative === undefined) return { node: this.builder.constant(0), choice: 0, uses: [] };
      return this.#formula(alternative, 0, key, scopeOf(this.#system, definition.over, tuple));
    }
    if (body.kind === 'input') return { node: this.builder.missing([key]), choice: 0, uses: [] };
    const scope = scopeOf(this.#system, definition.over, tuple);
    let fewest: Derivation | undefined;
    const size = ({ node }: Derivation): number =>
      node.kind === 'missing' ? node.inputs.length : 0;
    for (const [choice, alternative] of body.alternatives.entries()) {
      const found = this.#formula(alternative, choice, key, scope);
      if (found.node.kind !== 'missing') return found;
      if (fewest === undefined || size(found) <= size(fewest)) fewest = found;
    }
    if (fewest === undefined) throw new Error(`${name} has no formula`);
    // Any alternative would do: the reader is told of the one that is nearest to having a value.
    return fewest;
  }

  #formula(alternative: Alternative, choice: number, key: string, scope: Scope): Derivation {
    const uses = new Set<string>();
    const node = this.#node(alternative.expr, scope, { origin: key, uses });
    return { node, alternative, choice, uses: [...uses] };
  }

  #node(expr: Expr, scope: Scope, within: { origin: string; uses: Set<string> }): Node {
    const build = (inner: Expr, inScope: Scope = scope): Node => this.#node(inner, inScope, within);
    const site: Site = { origin: within.origin, position: expr.at };
    const { builder } = this;
    switch (expr.kind) {
      case 'number':
        return builder.constant(expr.value);
      case 'name': {
        const { definition, tuple } = resolveName(this.#system, scope, expr);
        within.uses.add(elementKey(definition.name, tuple));
        return this.derive(definition.name, tuple).node;
      }
      case 'negate':
        return builder.op('neg', [build(expr.arg)], site);
      case 'not':
        return builder.op('not', [build(expr.arg)], site);
      case 'logic':
        return builder.op(expr.op, [build(expr.left), build(expr.right)], site);
      case 'compare':
        return this.#compare(expr, build(expr.left), build(expr.right), site);
      case 'if':
        return builder.select(
          build(expr.test),
          () => build(expr.then),
          () => build(expr.otherwise),
          site,
        );
      case 'binary':
        return this.#binary(expr, build(expr.left), build(expr.right), site);
      case 'call': {
        const domain = this.#system.functions.get(expr.fn);
        return builder.call(
          expr.fn,
          expr.args.map((arg) => build(arg)),
          site,
          domain,
        );
      }
      case 'reduce':
        return this.#reduce(expr, scope, build, site);
    }
  }

  #binary(expr: Expr & { kind: 'binary' }, left: Node, right: Node, site: Site): Node {
    switch (expr.op) {
      case '+':
        return this.builder.op('add', [left, right], site);
      case '-':
        return this.builder.op('sub', [left, right], site);
      case '*':
        return this.builder.op('mul', [left, right], site);
      case '/':
        return this.builder.op('div', [left, right], site);
      case '^':
        return this.builder.power(left, right, site);
    }
  }

  #compare(expr: Expr & { kind: 'compare' }, left: Node, right: Node, site: Site): Node {
    const { builder } = this;
    switch (expr.op) {
      case '<':
        return builder.op('lt', [left, right], site);
      case '<=':
        return builder.op('le', [left, right], site);
      case '>':
        return builder.op('lt', [right, left], site);
      case '>=':
        return builder.op('le', [right, left], site);
      case '==':
        return builder.op('eq', [left, right], site);
      case '!=':
        return builder.op('not', [builder.op('eq', [left, right], site)], site);
    }
  }

  #reduce(
    expr: Expr & { kind: 'reduce' },
    scope: Scope,
    build: (inner: Expr, scope: Scope) => Node,
    site: Site,
  ): Node {
    const set = resolveSet(this.#system, expr);
    const terms: Term[] = [];
    for (const [i, element] of set.elements.entries()) {
      const within = new Map(scope).set(set.letter, element.id);
      const where =
        expr.where === undefined ? undefined : this.builder.where(build(expr.where, within));
      // A term that is known to take no part is never built, so it can not go wrong either.
      if (where?.kind === 'const' && where.value === 0) continue;
      const body = build(expr.body, within);
      terms.push({ ordinal: i, body, ...(where?.kind === 'const' ? {} : { where }) });
    }
    return reduceTerms(this.builder, expr.fn, terms, site);
  }
}

/** One element's share in a reduction. */
interface Term {
  readonly ordinal: number;
  readonly body: Node;
  /** Present where it is not known yet whether the element takes part. */
  readonly where?: Node | undefined;
}

function reduceTerms(builder: Builder, fn: string, terms: readonly Term[], site: Site): Node {
  const zero = builder.constant(0);
  if (fn === 'sum_over') {
    const share = (term: Term): Node =>
      term.where === undefined
        ? term.body
        : builder.select(
            term.where,
            () => term.body,
            () => zero,
            site,
          );
    const [first, ...rest] = terms.map(share);
    return rest.reduce<Node>((sum, term) => builder.op('add', [sum, term], site), first ?? zero);
  }
  // The best so far and which element it is; `any` says whether there is one yet.
  const least = fn === 'min_over' || fn === 'argmin_over';
  let best: Node | undefined;
  let which: Node = zero;
  let any: Node = zero;
  for (const term of terms) {
    const index = builder.constant(term.ordinal);
    const here = term.where ?? builder.constant(1);
    if (best === undefined) {
      [best, which, any] = [term.body, index, here];
      continue;
    }
    const previous: Node = best;
    const ahead = builder.op('lt', least ? [term.body, previous] : [previous, term.body], site);
    const first = builder.op('not', [any], site);
    const wins = builder.op('and', [here, builder.op('or', [first, ahead], site)], site);
    best = builder.select(
      wins,
      () => term.body,
      () => previous,
      site,
    );
    const before = which;
    which = builder.select(
      wins,
      () => index,
      () => before,
      site,
    );
    any = builder.op('or', [any, here], site);
  }
  const result = fn.startsWith('arg') ? which : best;
  const nothing: Node = {
    kind: 'invalid',
    id: -1,
    reason: `${fn} has no element that takes part`,
    ...site,
  };
  if (result === undefined) return nothing;
  if (any.kind === 'const') return any.value === 0 ? nothing : result;
  // x / 1 is x, and x / 0 is caught as a division by zero where no element takes part.
  return builder.op('div', [result, any], site);
}
