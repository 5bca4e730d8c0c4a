import { formatDimension } from '../formula/dimension.ts';
import { elementUnit, elementUnitText } from '../formula/elementUnit.ts';
import { elementKey } from '../formula/system.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import { checkDomain, checkSettable } from '../model/settable.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { CHOICES } from '../scenario/withChoice.ts';
import type { QuantityAxis } from './axis.ts';
import { unknownName, type AxisContext } from './axisContext.ts';
import { axisValues } from './axisValues.ts';

/**
 * An axis of values of a quantity, or of all elements of one.
 *
 * @throws InputError for unknown quantities, what can not be set, and values that make no sense
 */
export function quantityAxis(
  name: string,
  values: string,
  { models, ...context }: AxisContext,
): QuantityAxis {
  const path = `over.${name.length > 100 ? '…' : name}`;
  const [first = '', second = ''] = name.split(/[.[\],\s]+/);
  const having = models.filter(({ quantities }) => quantities.has(first) || quantities.has(second));
  if (having.length === 0) {
    const choices = [
      ...CHOICES,
      'reading',
      ...(context.scenarios === undefined ? [] : ['scenario']),
    ];
    const names = [...choices, ...models.flatMap(({ quantities }) => [...quantities.keys()])];
    const message = `there is no axis ${quote(name)}`;
    throw unknownName('unknown-name', message, first, names, 'over');
  }
  const axes: QuantityAxis[] = [];
  const issues: Issue[] = [];
  for (const model of having) {
    try {
      axes.push(inModel(model, name, values, path));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  const [axis] = axes;
  // An element that only some provers have is an axis for these.
  if (axis === undefined) throw new InputError(issues.slice(0, 1));
  if (axes.some(({ numbers }) => !same(numbers, axis.numbers))) {
    const message = `the provers here take ${quote(name)} in different units`;
    throw new InputError([{ code: 'axis-unit', message, expected: 'values with a unit', path }]);
  }
  return axis;
}

/** The axis as one model reads it. */
function inModel(model: Model, name: string, values: string, path: string): QuantityAxis {
  const elements = elementsNamed(model, name);
  let axis: QuantityAxis | undefined;
  for (const { quantity, tuple } of elements) {
    const definition = model.system.definitions.get(quantity.name);
    if (definition === undefined) continue;
    checkSettable(quantity, path);
    const own = elementUnit(model.system, definition, tuple);
    const byNumber = new Map<number, string>();
    for (const label of axisValues(values, own, path)) {
      const value = parseSetting(label, own, path);
      checkDomain(quantity, own.scale, { value }, path);
      if (!byNumber.has(value)) byNumber.set(value, label);
    }
    const numbers = Float64Array.from(byNumber.keys());
    const key = elementKey(quantity.name, tuple);
    if (axis !== undefined && !same(axis.numbers, numbers)) {
      const message = `the elements of ${quantity.name} have different units`;
      throw new InputError([{ code: 'axis-unit', message, expected: `one of them: ${key}`, path }]);
    }
    axis = {
      kind: 'quantity',
      name: elements.length === 1 ? key : quantity.name,
      keys: [...(axis?.keys ?? []), key],
      labels: [...byNumber.values()],
      numbers,
      unit: formatDimension(own.dimension),
      display: { unit: elementUnitText(model.system, definition, tuple), scale: own.scale },
    };
  }
  if (axis === undefined) throw new Error(`no axis ${name}`);
  return axis;
}

function same(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}
