import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Expr } from './ast.ts';
import {
  divide,
  formatDimension,
  multiply,
  NONE,
  raise,
  same,
  type Dimension,
} from './dimension.ts';
import { FormulaError } from './formulaError.ts';
import { FUNCTIONS, type Type } from './functions.ts';
import { resolveName, resolveSet, type Scope } from './resolve.ts';
import type { Definition, System } from './system.ts';

/** Type of an element of a quantity, by its declared unit. */
export type DeclaredType = (definition: Definition, tuple: readonly string[]) => Type;

/**
 * Infers the type of an expression and checks that it makes sense on the way.
 *
 * @throws FormulaError at the first operand that does not fit
 */
export function infer(system: System, declared: DeclaredType, scope: Scope, expr: Expr): Type {
  const typeOf = (inner: Expr, within: Scope = scope): Type =>
    infer(system, declared, within, inner);
  const number = (inner: Expr, within?: Scope): 'zero' | Dimension => {
    const type = typeOf(inner, within);
    if (type === 'truth') throw mismatch(inner.at, 'a number', 'a truth value');
    return type;
  };
  const truth = (inner: Expr, within?: Scope): void => {
    const type = typeOf(inner, within);
    if (type !== 'truth') throw mismatch(inner.at, 'a truth value', 'a number');
  };
  switch (expr.kind) {
    case 'number':
      return expr.value === 0 ? 'zero' : NONE;
    case 'name': {
      const { definition, tuple } = resolveName(system, scope, expr);
      return declared(definition, tuple);
    }
    case 'negate':
      return number(expr.arg);
    case 'not':
      truth(expr.arg);
      return 'truth';
    case 'logic':
      truth(expr.left);
      truth(expr.right);
      return 'truth';
    case 'compare':
      agree(number(expr.left), number(expr.right), expr.right.at, 'compared');
      return 'truth';
    case 'if': {
      truth(expr.test);
      const then = typeOf(expr.then);
      const otherwise = typeOf(expr.otherwise);
      if (then === 'truth' || otherwise === 'truth') {
        truth(expr.then);
        truth(expr.otherwise);
        return 'truth';
      }
      return agree(then, otherwise, expr.otherwise.at, 'alternatives');
    }
    case 'binary':
      return binary(expr, number);
    case 'call':
      return call(system, expr, typeOf);
    case 'reduce':
      return reduce(system, expr, scope, number, truth);
  }
}

function binary(
  expr: Expr & { kind: 'binary' },
  number: (inner: Expr) => 'zero' | Dimension,
): Type {
  const left = number(expr.left);
  const right = number(expr.right);
  switch (expr.op) {
    case '+':
      return agree(left, right, expr.right.at, 'added');
    case '-':
      return agree(left, right, expr.right.at, 'subtracted');
    case '*':
      return left === 'zero' || right === 'zero' ? 'zero' : multiply(left, right);
    case '/':
      if (right === 'zero') throw mismatch(expr.right.at, 'a divisor', 'the number 0');
      return left === 'zero' ? 'zero' : divide(left, right);
    case '^': {
      if (right !== 'zero' && !same(right, NONE)) {
        throw mismatch(expr.right.at, 'a plain number as the exponent', formatDimension(right));
      }
      if (left === 'zero' || same(left, NONE)) return NONE;
      if (expr.right.kind === 'number') return raise(left, expr.right.value);
      throw mismatch(expr.right.at, 'a constant exponent of what has a unit', 'an expression');
    }
  }
}

function call(system: System, expr: Expr & { kind: 'call' }, typeOf: (e: Expr) => Type): Type {
  const args = expr.args.map((arg) => typeOf(arg));
  const builtin = FUNCTIONS.get(expr.fn);
  const domain = system.functions.get(expr.fn);
  const arity = builtin?.arity ?? domain?.args.length;
  if (arity === undefined) {
    const suggestion = nearest(expr.fn, [...FUNCTIONS.keys(), ...system.functions.keys()]);
    throw new FormulaError({
      code: 'unknown-function',
      message: `there is no function ${quote(expr.fn)}`,
      position: expr.at,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (args.length !== arity) {
    throw new FormulaError({
      code: 'wrong-arity',
      message: `${expr.fn} takes ${arity} argument${arity === 1 ? '' : 's'}`,
      received: String(args.length),
      position: expr.at,
    });
  }
  if (builtin !== undefined) {
    const result = builtin.type(args);
    if (typeof result !== 'string' || result === 'truth' || result === 'zero')
      return result as Type;
    const received = args.map(formatType).join(', ');
    throw new FormulaError({
      code: 'dimension-mismatch',
      message: `${expr.fn}: ${result}`,
      received,
      position: expr.at,
    });
  }
  domain?.args.forEach((expected, i) => {
    const found = args[i] ?? 'truth';
    if (found === 'zero' || (found !== 'truth' && same(found, expected))) return;
    throw mismatch(expr.args[i]?.at ?? expr.at, formatDimension(expected), formatType(found));
  });
  return domain?.result ?? NONE;
}

function reduce(
  system: System,
  expr: Expr & { kind: 'reduce' },
  scope: Scope,
  number: (inner: Expr, within: Scope) => 'zero' | Dimension,
  truth: (inner: Expr, within: Scope) => void,
): Type {
  const set = resolveSet(system, expr);
  let common: 'zero' | Dimension = 'zero';
  for (const element of set.elements) {
    const within = new Map(scope).set(set.letter, element.id);
    if (expr.where !== undefined) truth(expr.where, within);
    common = agree(common, number(expr.body, within), expr.body.at, `summed over ${set.id}`);
  }
  return expr.fn.startsWith('arg') ? NONE : common;
}

/** The common type of two numbers that must have the same unit. */
function agree(
  left: 'zero' | Dimension,
  right: 'zero' | Dimension,
  position: number,
  what: string,
): 'zero' | Dimension {
  if (left === 'zero') return right;
  if (right === 'zero' || same(left, right)) return left;
  throw new FormulaError({
    code: 'dimension-mismatch',
    message: `these can not be ${what}: their units differ`,
    expected: formatDimension(left),
    received: formatDimension(right),
    position,
  });
}

function mismatch(position: number, expected: string, received: string): FormulaError {
  return new FormulaError({
    code: 'dimension-mismatch',
    message: 'this does not fit here',
    expected,
    received,
    position,
  });
}

/** A type as text, for messages. */
export function formatType(type: Type): string {
  if (type === 'truth') return 'a truth value';
  return type === 'zero' ? '0' : formatDimension(type);
}
