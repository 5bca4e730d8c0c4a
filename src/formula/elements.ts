import type { Expr, ReduceFn } from './ast.ts';
import type { Operation } from './ir.ts';
import { resolveName, resolveSet, scopeOf, type Scope } from './resolve.ts';
import {
  caseKey,
  elementKey,
  type Alternative,
  type Definition,
  type DomainFunction,
  type System,
} from './system.ts';

/** One element of a quantity, the same object wherever a formula of its system refers to it. */
export interface SystemElement {
  readonly key: string;
  readonly name: string;
  readonly tuple: readonly string[];
  /** Number among the elements of the system. */
  readonly place: number;
  readonly kind: 'input' | 'formula' | 'case';
  /** The formulas it may have, in order; of a case the one that serves it, if any. */
  readonly formulas: readonly ResolvedFormula[];
}

/** A formula of one element. */
export interface ResolvedFormula {
  readonly alternative: Alternative;
  readonly expr: ResolvedExpr;
}

/** A formula in which every name is the element that it means, for the element that it belongs to. */
export type ResolvedExpr =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'element'; readonly element: SystemElement }
  | {
      readonly kind: 'op';
      readonly op: Exclude<Operation, 'select' | 'call'>;
      readonly args: readonly ResolvedExpr[];
      readonly at: number;
    }
  | {
      readonly kind: 'power';
      readonly base: ResolvedExpr;
      readonly exponent: ResolvedExpr;
      readonly at: number;
    }
  | {
      readonly kind: 'if';
      readonly test: ResolvedExpr;
      readonly then: ResolvedExpr;
      readonly otherwise: ResolvedExpr;
      readonly at: number;
    }
  | {
      readonly kind: 'call';
      readonly fn: string;
      readonly args: readonly ResolvedExpr[];
      readonly domain: DomainFunction | undefined;
      readonly at: number;
    }
  | {
      readonly kind: 'reduce';
      readonly fn: ReduceFn;
      readonly terms: readonly ResolvedTerm[];
      readonly at: number;
    };

/** One element's share in a reduction. */
export interface ResolvedTerm {
  readonly ordinal: number;
  readonly where: ResolvedExpr | undefined;
  /** Resolved when it is first asked for: many take no part. */
  readonly body: () => ResolvedExpr;
}

/**
 * The elements of a system, with their formulas resolved. A system is evaluated over and over, for other
 * rows, other cores and what varies, and what a name in a formula means is the same every time.
 */
export class Elements {
  readonly system: System;
  readonly #byKey = new Map<string, SystemElement>();

  constructor(system: System) {
    this.system = system;
  }

  /**
   * @throws Error for a name that no check has seen
   */
  at(name: string, tuple: readonly string[]): SystemElement {
    const key = elementKey(name, tuple);
    let element = this.#byKey.get(key);
    if (element === undefined) {
      const definition = this.system.definitions.get(name);
      if (definition === undefined) throw new Error(`unchecked name ${name}`);
      element = this.#make(key, definition, tuple);
      this.#byKey.set(key, element);
    }
    return element;
  }

  #make(key: string, definition: Definition, tuple: readonly string[]): SystemElement {
    const { name, body } = definition;
    const alternatives = alternativesOf(definition, tuple);
    let formulas: readonly ResolvedFormula[] | undefined;
    const resolve = (): readonly ResolvedFormula[] => {
      const scope = scopeOf(this.system, definition.over, tuple);
      return alternatives.map((alternative) => {
        return { alternative, expr: this.#resolve(alternative.expr, scope) };
      });
    };
    return {
      ...{ key, name, tuple, place: this.#byKey.size },
      kind: body.kind === 'cases' ? 'case' : body.kind,
      // Formulas may lead back to where they came from, and are not all used.
      get formulas() {
        return (formulas ??= resolve());
      },
    };
  }

  #resolve(expr: Expr, scope: Scope): ResolvedExpr {
    const resolve = (inner: Expr): ResolvedExpr => this.#resolve(inner, scope);
    const { at } = expr;
    switch (expr.kind) {
      case 'number':
        return { kind: 'number', value: expr.value };
      case 'name': {
        const { definition, tuple } = resolveName(this.system, scope, expr);
        return { kind: 'element', element: this.at(definition.name, tuple) };
      }
      case 'negate':
        return { kind: 'op', op: 'neg', args: [resolve(expr.arg)], at };
      case 'not':
        return { kind: 'op', op: 'not', args: [resolve(expr.arg)], at };
      case 'logic':
        return { kind: 'op', op: expr.op, args: [resolve(expr.left), resolve(expr.right)], at };
      case 'compare':
        return compared(expr, resolve(expr.left), resolve(expr.right));
      case 'if': {
        const [test, then, otherwise] = [expr.test, expr.then, expr.otherwise].map(resolve) as [
          ...[ResolvedExpr, ResolvedExpr, ResolvedExpr],
        ];
        return { kind: 'if', test, then, otherwise, at };
      }
      case 'binary': {
        const [left, right] = [resolve(expr.left), resolve(expr.right)];
        if (expr.op === '^') return { kind: 'power', base: left, exponent: right, at };
        return { kind: 'op', op: BINARY[expr.op], args: [left, right], at };
      }
      case 'call': {
        const domain = this.system.functions.get(expr.fn);
        return { kind: 'call', fn: expr.fn, args: expr.args.map(resolve), domain, at };
      }
      case 'reduce':
        return { kind: 'reduce', fn: expr.fn, terms: this.#terms(expr, scope), at };
    }
  }

  #terms(expr: Expr & { kind: 'reduce' }, scope: Scope): ResolvedTerm[] {
    const set = resolveSet(this.system, expr);
    return set.elements.map((element, ordinal) => {
      const within = new Map(scope).set(set.letter, element.id);
      let body: ResolvedExpr | undefined;
      return {
        ordinal,
        where: expr.where === undefined ? undefined : this.#resolve(expr.where, within),
        body: () => (body ??= this.#resolve(expr.body, within)),
      };
    });
  }
}

const BINARY = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' } as const;

function alternativesOf(
  { body, over }: Definition,
  tuple: readonly string[],
): readonly Alternative[] {
  if (body.kind === 'input') return [];
  if (body.kind === 'formula') return body.alternatives;
  const part = caseKey(over, body.by, tuple);
  const alternative = Object.hasOwn(body.cases, part) ? body.cases[part] : undefined;
  return alternative === undefined ? [] : [alternative];
}

function compared(
  { op, at }: Expr & { kind: 'compare' },
  left: ResolvedExpr,
  right: ResolvedExpr,
): ResolvedExpr {
  switch (op) {
    case '<':
      return { kind: 'op', op: 'lt', args: [left, right], at };
    case '<=':
      return { kind: 'op', op: 'le', args: [left, right], at };
    case '>':
      return { kind: 'op', op: 'lt', args: [right, left], at };
    case '>=':
      return { kind: 'op', op: 'le', args: [right, left], at };
    case '==':
      return { kind: 'op', op: 'eq', args: [left, right], at };
    case '!=': {
      const equal: ResolvedExpr = { kind: 'op', op: 'eq', args: [left, right], at };
      return { kind: 'op', op: 'not', args: [equal], at };
    }
  }
}

const known = new WeakMap<System, Elements>();

/** The elements of a system, which are resolved once. */
export function elementsIn(system: System): Elements {
  let elements = known.get(system);
  if (elements === undefined) known.set(system, (elements = new Elements(system)));
  return elements;
}
