import { Builder, type Site } from './builder.ts';
import {
  elementsIn,
  type Elements,
  type ResolvedExpr,
  type ResolvedFormula,
  type SystemElement,
} from './elements.ts';
import type { InvalidNode, MissingNode, Node } from './ir.ts';
import type { Alternative, System } from './system.ts';

/**
 * The value of an input element: a number in base units, a slot that varies, a node that was made
 * elsewhere and is missing or invalid, or nothing.
 */
export type Binding =
  | { readonly value: number }
  | { readonly slot: number }
  | { readonly node: MissingNode | InvalidNode }
  | undefined;

/** Gives an input element its value, in base units. */
export type Bind = (key: string, name: string, tuple: readonly string[]) => Binding;

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
  readonly #elements: Elements;
  readonly #bind: Bind;
  #like: Instance | undefined;
  #peek: Bind;
  /** By the place of the element, as are the others. */
  readonly #derivations: Derivation[] = [];
  /** What a derivation looked at: on nothing else does it depend. */
  readonly #seen: (readonly SystemElement[])[] = [];
  readonly #same: boolean[] = [];

  /**
   * @param system a system that {@link checkSystem} found no fault with
   * @param bind value of an input element, in base units
   * @param builder makes the nodes
   */
  constructor(system: System, bind: Bind, builder: Builder = new Builder()) {
    this.#elements = elementsIn(system);
    this.#bind = bind;
    this.builder = builder;
    this.#peek = bind;
  }

  /**
   * Another instance of the same system. What it binds as this one does is not derived again.
   *
   * @param bind as for this one
   * @param peek the same for what may turn out not to be used, where `bind` takes notice
   */
  with(bind: Bind, peek: Bind = bind): Instance {
    const instance = new Instance(this.#elements.system, bind, this.builder);
    instance.#like = this;
    instance.#peek = peek;
    return instance;
  }

  /** The derivation of one element. Each is derived once. */
  derive(name: string, tuple: readonly string[]): Derivation {
    return this.#of(this.#elements.at(name, tuple));
  }

  #of(element: SystemElement): Derivation {
    return (this.#derivations[element.place] ??= this.#derive(element));
  }

  #derive(element: SystemElement): Derivation {
    if (this.#like !== undefined && this.#isSame(element)) return this.#like.#of(element);
    const { key, name, tuple, kind } = element;
    const binding = this.#bind(key, name, tuple);
    if (binding !== undefined) return plain(this.#bound(binding));
    if (kind === 'input') return plain(this.builder.missing([key]));
    const seen = new Set<SystemElement>();
    let fewest: Derivation | undefined;
    const size = ({ node }: Derivation): number =>
      node.kind === 'missing' ? node.inputs.length : 0;
    for (const [choice, formula] of element.formulas.entries()) {
      const found = this.#formula(formula, choice, key, seen);
      this.#seen[element.place] = [...seen];
      if (found.node.kind !== 'missing') return found;
      if (fewest === undefined || size(found) <= size(fewest)) fewest = found;
    }
    if (fewest !== undefined) {
      // Any alternative would do: the reader is told of the one that is nearest to having a value.
      return fewest;
    }
    if (kind === 'case') return plain(this.builder.constant(0));
    throw new Error(`${name} has no formula`);
  }

  /** Whether an element comes about as in the instance that this one is like. */
  #isSame(element: SystemElement): boolean {
    return (this.#same[element.place] ??= this.#compare(element, this.#like as Instance));
  }

  #compare(element: SystemElement, like: Instance): boolean {
    const { key, name, tuple, place } = element;
    const [own, other] = [this.#peek(key, name, tuple), like.#peek(key, name, tuple)];
    if (!isSameBinding(own, other)) return false;
    if (own !== undefined) return true;
    like.#of(element);
    return like.#seenBy(place).every((used) => this.#isSame(used));
  }

  /** What the derivation of an element looked at, here or in the instance that it was taken from. */
  #seenBy(place: number): readonly SystemElement[] {
    const own = this.#seen[place];
    if (own !== undefined || this.#like === undefined) return own ?? [];
    return this.#like.#seenBy(place);
  }

  #bound(binding: NonNullable<Binding>): Node {
    if ('node' in binding) return binding.node;
    if ('slot' in binding) return this.builder.varying(binding.slot);
    return this.builder.constant(binding.value);
  }

  #formula(
    { alternative, expr }: ResolvedFormula,
    choice: number,
    key: string,
    seen: Set<SystemElement>,
  ): Derivation {
    const uses = new Set<SystemElement>();
    const node = this.#node(expr, { origin: key, uses });
    for (const element of uses) seen.add(element);
    return { node, alternative, choice, uses: Array.from(uses, (element) => element.key) };
  }

  #node(expr: ResolvedExpr, within: Within): Node {
    const { builder } = this;
    switch (expr.kind) {
      case 'number':
        return builder.constant(expr.value);
      case 'element':
        within.uses.add(expr.element);
        return this.#of(expr.element).node;
      case 'op':
        return builder.op(expr.op, this.#nodes(expr.args, within), siteOf(expr, within));
      case 'power': {
        const [base, exponent] = [this.#node(expr.base, within), this.#node(expr.exponent, within)];
        return builder.power(base, exponent, siteOf(expr, within));
      }
      case 'if':
        return builder.select(
          this.#node(expr.test, within),
          () => this.#node(expr.then, within),
          () => this.#node(expr.otherwise, within),
          siteOf(expr, within),
        );
      case 'call': {
        const args = this.#nodes(expr.args, within);
        return builder.call(expr.fn, args, siteOf(expr, within), expr.domain);
      }
      case 'reduce':
        return this.#reduce(expr, within);
    }
  }

  #nodes(exprs: readonly ResolvedExpr[], within: Within): Node[] {
    return exprs.map((expr) => this.#node(expr, within));
  }

  #reduce(expr: ResolvedExpr & { kind: 'reduce' }, within: Within): Node {
    const terms: Term[] = [];
    for (const { ordinal, where: condition, body } of expr.terms) {
      const where =
        condition === undefined ? undefined : this.builder.where(this.#node(condition, within));
      // A term that is known to take no part is never built, so it can not go wrong either.
      if (where?.kind === 'const' && where.value === 0) continue;
      const open = where?.kind === 'const' ? undefined : where;
      terms.push({ ordinal, body: this.#node(body(), within), where: open });
    }
    return reduceTerms(this.builder, expr.fn, terms, siteOf(expr, within));
  }
}

/** What a node is made within: the element whose formula it is, and which it has used so far. */
interface Within {
  readonly origin: string;
  readonly uses: Set<SystemElement>;
}

function isSameBinding(a: Binding, b: Binding): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('value' in a) return 'value' in b && Object.is(a.value, b.value);
  if ('slot' in a) return 'slot' in b && a.slot === b.slot;
  return 'node' in b && a.node === b.node;
}

function siteOf({ at }: { readonly at: number }, { origin }: Within): Site {
  return { origin, position: at };
}

/** Of what has a value without a formula. */
function plain(node: Node): Derivation {
  return { node, choice: 0, uses: [] };
}

/** One element's share in a reduction. */
interface Term {
  readonly ordinal: number;
  readonly body: Node;
  /** Present where it is not known yet whether the element takes part. */
  readonly where: Node | undefined;
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
