import { placed, type Issue } from '../issues/issue.ts';
import type { Expr } from './ast.ts';
import { same } from './dimension.ts';
import { FormulaError } from './formulaError.ts';
import type { Type } from './functions.ts';
import { formatType, infer } from './infer.ts';
import { scopeOf } from './resolve.ts';
import { caseKey, tuples, type Alternative, type Definition, type System } from './system.ts';
import { elementUnit } from './elementUnit.ts';

/**
 * Checks a system before anything is computed: every name, index, function and unit is known, every
 * formula has the dimension that its quantity declares, and nothing depends on itself.
 *
 * @returns all issues, with file, YAML path and position in the formula
 */
export function checkSystem(system: System): Issue[] {
  const issues: Issue[] = [];
  const attempt = (definition: Definition, path: string, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      issues.push(...placed([error.issue], { file: definition.file, path }));
      return false;
    }
  };
  const types = new Map<string, Type>();
  const declared = (definition: Definition, tuple: readonly string[]): Type => {
    const key = `${definition.name}[${tuple.join(',')}]`;
    let type = types.get(key);
    if (type === undefined) {
      type =
        definition.unit === 'truth' ? 'truth' : elementUnit(system, definition, tuple).dimension;
      types.set(key, type);
    }
    return type;
  };
  for (const definition of system.definitions.values()) {
    const sound = tuples(system, definition.over).every((tuple) =>
      attempt(definition, `${definition.path}.unit`, () => declared(definition, tuple)),
    );
    if (!sound) continue;
    const faulty = new Set<string>();
    for (const [alternative, tuple, path] of formulasOf(system, definition)) {
      // One message a formula: the other elements would say the same.
      if (faulty.has(path)) continue;
      const fine = attempt(definition, path, () => {
        const scope = scopeOf(system, definition.over, tuple);
        const found = infer(system, declared, scope, alternative.expr);
        requireType(declared(definition, tuple), found, definition, alternative.expr);
      });
      if (!fine) faulty.add(path);
    }
  }
  return [...issues, ...findCycles(system)];
}

/** Every formula of a definition with each element that it serves and its YAML path. */
function* formulasOf(
  system: System,
  definition: Definition,
): Iterable<[Alternative, readonly string[], string]> {
  const { body, path } = definition;
  const all = tuples(system, definition.over);
  if (body.kind === 'cases') {
    for (const tuple of all) {
      const key = caseKey(definition.over, body.by, tuple);
      const alternative = Object.hasOwn(body.cases, key) ? body.cases[key] : undefined;
      if (alternative === undefined) continue;
      yield [alternative, tuple, `${path}.cases.${key.replaceAll(',', '.')}`];
    }
  }
  if (body.kind !== 'formula') return;
  for (const [i, alternative] of body.alternatives.entries()) {
    const where = body.alternatives.length > 1 ? `${path}.first_of[${i}]` : `${path}.formula`;
    for (const tuple of all) yield [alternative, tuple, where];
  }
}

function requireType(expected: Type, found: Type, definition: Definition, expr: Expr): void {
  const fits =
    expected === 'truth' || found === 'truth' || expected === 'zero' || found === 'zero'
      ? expected === found || (found === 'zero' && expected !== 'truth')
      : same(found, expected);
  if (fits) return;
  throw new FormulaError({
    code: 'dimension-mismatch',
    message: `the formula of ${definition.name} has not the unit that is declared`,
    expected:
      expected === 'truth' ? 'a truth value' : `${definition.unit} = ${formatType(expected)}`,
    received: formatType(found),
    position: expr.at,
  });
}

/** Quantities that depend on themselves, each cycle once, as the names along it. */
function findCycles(system: System): Issue[] {
  const issues: Issue[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (name: string): void => {
    const start = trail.indexOf(name);
    if (start >= 0) {
      const definition = system.definitions.get(name);
      issues.push({
        code: 'cycle',
        message: `this quantity depends on itself: ${[...trail.slice(start), name].join(' -> ')}`,
        ...(definition === undefined ? {} : { file: definition.file, path: definition.path }),
      });
      return;
    }
    if (done.has(name)) return;
    trail.push(name);
    for (const next of references(system, name)) visit(next);
    trail.pop();
    done.add(name);
  };
  for (const name of system.definitions.keys()) visit(name);
  return issues;
}

/** Names of the quantities that a quantity's formulas mention. */
function references(system: System, name: string): Set<string> {
  const found = new Set<string>();
  const body = system.definitions.get(name)?.body;
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) {
      const node = value as { kind?: unknown; name?: unknown };
      if (node.kind === 'name' && typeof node.name === 'string') found.add(node.name);
      Object.values(value).forEach(collect);
    }
  };
  if (body?.kind === 'formula') collect(body.alternatives.map((a) => a.expr));
  if (body?.kind === 'cases') collect(Object.values(body.cases).map((a) => a.expr));
  return found;
}
