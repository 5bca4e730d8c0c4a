import type { Expr } from '../formula/ast.ts';
import { resolveName, resolveSet, scopeOf, type Scope } from '../formula/resolve.ts';
import { caseKey, elementKey, type Alternative, type System } from '../formula/system.ts';

/** An element of a quantity, by its quantity and the elements of its sets. */
export interface Root {
  readonly name: string;
  readonly tuple: readonly string[];
}

/** An element with its key, e.g. `usable[lut]`. */
export interface Element extends Root {
  readonly key: string;
}

/** Whether a system has an element: a prover may lack an operation that another one has. */
export function hasElement(system: System, { name, tuple }: Root): boolean {
  const over = system.definitions.get(name)?.over;
  if (over?.length !== tuple.length) return false;
  return tuple.every((id, i) =>
    system.sets.get(over[i] ?? '')?.elements.some((element) => element.id === id),
  );
}

/**
 * The elements that the formulas of an element mention, each once: those of every alternative, of
 * both branches of a conditional, and of every element that a reduction runs over.
 */
export function dependenciesOf(system: System, name: string, tuple: readonly string[]): Element[] {
  const definition = system.definitions.get(name);
  const found = new Map<string, Element>();
  if (definition === undefined) return [];
  const scope = scopeOf(system, definition.over, tuple);
  for (const { expr } of formulasOf(definition, tuple)) visit(system, expr, scope, found);
  return [...found.values()];
}

function formulasOf(
  { body, over }: { readonly body: BodyOf; readonly over: readonly string[] },
  tuple: readonly string[],
): readonly Alternative[] {
  if (body.kind === 'formula') return body.alternatives;
  if (body.kind === 'input') return [];
  const key = caseKey(over, body.by, tuple);
  const alternative = Object.hasOwn(body.cases, key) ? body.cases[key] : undefined;
  return alternative === undefined ? [] : [alternative];
}

type BodyOf =
  System['definitions'] extends ReadonlyMap<string, infer D extends { body: unknown }>
    ? D['body']
    : never;

function visit(system: System, expr: Expr, scope: Scope, found: Map<string, Element>): void {
  const into = (...inner: readonly Expr[]): void => {
    for (const each of inner) visit(system, each, scope, found);
  };
  switch (expr.kind) {
    case 'number':
      return;
    case 'name': {
      const { definition, tuple } = resolveName(system, scope, expr);
      const key = elementKey(definition.name, tuple);
      found.set(key, { key, name: definition.name, tuple });
      return;
    }
    case 'negate':
    case 'not':
      into(expr.arg);
      return;
    case 'if':
      into(expr.test, expr.then, expr.otherwise);
      return;
    case 'call':
      into(...expr.args);
      return;
    case 'reduce': {
      const set = resolveSet(system, expr);
      for (const element of set.elements) {
        const within = new Map(scope).set(set.letter, element.id);
        if (expr.where !== undefined) visit(system, expr.where, within, found);
        visit(system, expr.body, within, found);
      }
      return;
    }
    default:
      into(expr.left, expr.right);
  }
}
