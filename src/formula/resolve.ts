import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Expr } from './ast.ts';
import { FormulaError } from './formulaError.ts';
import type { Definition, IndexSet, System } from './system.ts';

/** Which element each index letter stands for, while a formula is read for one element. */
export type Scope = ReadonlyMap<string, string>;

/** The scope of a quantity's own element. */
export function scopeOf(system: System, over: readonly string[], tuple: readonly string[]): Scope {
  const scope = new Map<string, string>();
  over.forEach((id, i) => {
    const letter = system.sets.get(id)?.letter;
    const element = tuple[i];
    if (letter !== undefined && element !== undefined) scope.set(letter, element);
  });
  return scope;
}

/** The definition and element that a name in a formula refers to. */
export function resolveName(
  system: System,
  scope: Scope,
  expr: Expr & { kind: 'name' },
): { definition: Definition; tuple: string[] } {
  const definition = system.definitions.get(expr.name);
  if (definition === undefined) throw unknownName(system, expr);
  if (definition.over.length !== expr.index.length) {
    throw new FormulaError({
      code: 'wrong-index',
      message: `${expr.name} has ${definition.over.length} indices`,
      expected: definition.over.length === 0 ? 'none' : definition.over.join(', '),
      received: expr.index.length === 0 ? 'none' : quote(expr.index.join(', ')),
      position: expr.at,
    });
  }
  const tuple = definition.over.map((id, i) => {
    const token = expr.index[i] ?? '';
    const set = system.sets.get(id);
    const bound = set?.letter === token ? scope.get(token) : undefined;
    if (bound !== undefined) return bound;
    const elements = set?.elements.map((element) => element.id) ?? [];
    if (elements.includes(token)) return token;
    const suggestion = nearest(token, elements);
    throw new FormulaError({
      code: 'unknown-element',
      message: `${quote(token)} is neither an index in scope nor an element of ${id}`,
      position: expr.at,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  });
  return { definition, tuple };
}

/** The index set that a reduction runs over. */
export function resolveSet(system: System, expr: Expr & { kind: 'reduce' }): IndexSet {
  for (const set of system.sets.values()) if (set.letter === expr.index) return set;
  const letters = [...system.sets.values()].map((set) => set.letter);
  throw new FormulaError({
    code: 'unknown-index',
    message: `${quote(expr.index)} is not the letter of an index set`,
    expected: `one of ${letters.join(', ')}`,
    position: expr.at,
  });
}

function unknownName(system: System, expr: Expr & { kind: 'name' }): FormulaError {
  const suggestion = nearest(expr.name, system.definitions.keys());
  const issue: Issue = {
    code: 'unknown-name',
    message: `there is no quantity ${quote(expr.name)}`,
    position: expr.at,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  return new FormulaError(issue);
}
