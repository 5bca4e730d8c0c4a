import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Expr } from './ast.ts';
import { FormulaError } from './formulaError.ts';
import { ONE, powUnit, timesUnit, type Unit } from './unit.ts';
import { UNITS } from './unitTable.ts';

/** Highest power of a unit; `m^2` is the highest that any model needs, and the cost is linear. */
const HIGHEST_POWER = 9;

/**
 * The unit that a parsed unit text means.
 *
 * @param local further names, e.g. the set `resource` standing for the unit of one of its elements
 * @throws FormulaError where the text is no unit
 */
export function unitOf(expr: Expr, local?: ReadonlyMap<string, Unit>): Unit {
  if (expr.kind === 'name' && expr.index.length === 0) {
    const unit = local?.get(expr.name) ?? UNITS.get(expr.name);
    if (unit !== undefined) return unit;
    const suggestion = nearest(expr.name, [...UNITS.keys(), ...(local?.keys() ?? [])]);
    throw new FormulaError({
      code: 'unknown-unit',
      message: `there is no unit ${quote(expr.name)}`,
      position: expr.at,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  if (expr.kind === 'number' && expr.value === 1) return ONE;
  if (expr.kind === 'binary') {
    if (expr.op === '*') return timesUnit(unitOf(expr.left, local), unitOf(expr.right, local));
    if (expr.op === '/') {
      return timesUnit(unitOf(expr.left, local), powUnit(unitOf(expr.right, local), -1));
    }
    if (expr.op === '^' && expr.right.kind === 'number') {
      const power = expr.right.value;
      if (Number.isInteger(power) && power >= 1 && power <= HIGHEST_POWER) {
        return powUnit(unitOf(expr.left, local), power);
      }
    }
  }
  throw new FormulaError({
    code: 'unit-not-allowed',
    message: 'a unit is made of names, *, / and whole powers',
    position: expr.at,
  });
}
