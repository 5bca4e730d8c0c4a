import { ONE, type Unit } from './unit.ts';
import { unitOf } from './unitOf.ts';
import { UNITS } from './unitTable.ts';
import type { Definition, System } from './system.ts';

/**
 * The unit of one element of a quantity. In the unit of a quantity over the set `resource`, the
 * name `resource` stands for the unit of the element: `resource / core` is `lut / core` for lut.
 *
 * @throws FormulaError where the declared text is no unit
 */
export function elementUnit(
  system: System,
  definition: Definition,
  tuple: readonly string[],
): Unit {
  if (definition.unitExpr === undefined) return ONE;
  return unitOf(definition.unitExpr, localUnits(system, definition, tuple));
}

/** The same as text, e.g. `lut / core`. */
export function elementUnitText(
  system: System,
  definition: Definition,
  tuple: readonly string[],
): string {
  let text = definition.unit;
  definition.over.forEach((id, i) => {
    const unit = system.sets.get(id)?.elements.find((element) => element.id === tuple[i])?.unit;
    if (unit !== undefined) text = text.replace(new RegExp(`\\b${id}\\b`, 'g'), unit);
  });
  return text;
}

function localUnits(
  system: System,
  definition: Definition,
  tuple: readonly string[],
): Map<string, Unit> {
  const local = new Map<string, Unit>();
  definition.over.forEach((id, i) => {
    const element = system.sets.get(id)?.elements.find((candidate) => candidate.id === tuple[i]);
    const unit = element?.unit === undefined ? undefined : UNITS.get(element.unit);
    if (unit !== undefined) local.set(id, unit);
  });
  return local;
}
