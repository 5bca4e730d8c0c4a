import { formatDimension, same } from '../formula/dimension.ts';
import { elementUnit } from '../formula/elementUnit.ts';
import { FormulaError } from '../formula/formulaError.ts';
import { parseUnitName } from '../formula/parseUnitName.ts';
import { elementKey } from '../formula/system.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Distribution } from '../studies/types.ts';
import { parseRange } from '../scenario/parseRange.ts';
import { checkDomain, checkSettable } from './settable.ts';
import type { Fact, Records, Setting } from '../scenario/types.ts';
import type { Model } from './link.ts';
import type { Quantity } from './types.ts';

/** Where the value of an input element comes from. */
export type Origin =
  | { readonly kind: 'set'; readonly setting: Setting }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'default'; readonly setting: Setting }
  | { readonly kind: 'constant' };

/** A bound value in base units, with its range and origin. */
export interface Bound {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** What it may be, where the scenario says so. */
  readonly distribution?: Distribution;
  readonly origin: Origin;
}

/** Gives input elements their values, and remembers where these come from. */
export interface Binding {
  /** @param key of the element, where it is at hand */
  readonly of: (name: string, tuple: readonly string[], key?: string) => Bound | undefined;
}

/**
 * Binds a model to what a scenario sets and to the rows it names. What is set wins over records,
 * and these over defaults.
 *
 * @throws InputError for settings of unknown quantities, with the nearest name
 */
export function bind(
  model: Model,
  records: Records,
  settings: Readonly<Record<string, Setting>>,
): Binding {
  const set = resolveSettings(model, settings);
  const cache = new Map<string, Bound | undefined>();
  return {
    of: (name, tuple, key = elementKey(name, tuple)) => {
      if (cache.has(key)) return cache.get(key);
      const quantity = model.quantities.get(name);
      const bound =
        set.get(key) ??
        (quantity === undefined ? undefined : given(model, records, quantity, tuple));
      cache.set(key, bound);
      return bound;
    },
  };
}

/** What records or a default give an element of a quantity, whatever a scenario sets. */
export function given(
  model: Model,
  records: Records,
  quantity: Quantity,
  tuple: readonly string[],
): Bound | undefined {
  const definition = model.system.definitions.get(quantity.name);
  if (definition === undefined) return undefined;
  if (quantity.constant !== undefined) {
    const scale = elementUnit(model.system, definition, tuple).scale;
    return { value: quantity.constant * scale, origin: { kind: 'constant' } };
  }
  if (quantity.from !== undefined) {
    const path = fill(quantity, tuple);
    const fact = records.find(path);
    if (fact !== undefined) return fromFact(model, quantity, tuple, fact, path);
  }
  const stated = quantity.defaults?.[tuple.join(',')] ?? quantity.defaults?.[''];
  if (stated === undefined) return undefined;
  const { scale } = elementUnit(model.system, definition, tuple);
  const bound = scaled(stated, scale, { kind: 'default', setting: stated });
  checkDomain(quantity, scale, bound, quantity.path, quantity.file);
  return bound;
}

/** `device.{resource}` for an element of the set `resource`. */
function fill(quantity: Quantity, tuple: readonly string[]): string {
  return quantity.over.reduce(
    (path, set, i) => path.replaceAll(`{${set}}`, tuple[i] ?? ''),
    quantity.from ?? '',
  );
}

function fromFact(
  model: Model,
  quantity: Quantity,
  tuple: readonly string[],
  fact: Fact,
  path: string,
): Bound {
  const definition = model.system.definitions.get(quantity.name);
  const unit = parseUnitName(fact.unit);
  const own = definition === undefined ? undefined : elementUnit(model.system, definition, tuple);
  if (unit === undefined || own === undefined) throw new Error(`unit ${fact.unit} of ${path}`);
  // A column without a unit holds plain numbers: they are in the unit of the quantity.
  if (fact.unit !== '' && !same(unit.dimension, own.dimension)) {
    throw new InputError([
      {
        code: 'dimension-mismatch',
        message: `${quantity.name} takes its value from ${path}, which has another unit`,
        expected: formatDimension(own.dimension),
        received: fact.unit,
        file: quantity.file,
        path: quantity.path,
      },
    ]);
  }
  return scaled(fact, fact.unit === '' ? own.scale : unit.scale, { kind: 'fact', fact });
}

function scaled(
  stated: { readonly value: number; readonly low?: number; readonly high?: number },
  scale: number,
  origin: Origin,
): Bound {
  const { value, low, high } = stated;
  return {
    value: value * scale,
    ...(low === undefined ? {} : { low: low * scale }),
    ...(high === undefined ? {} : { high: high * scale }),
    origin,
  };
}

/** Settings by element key: `fill.lut`, `fill[lut]`, `native.cores` and `fill` are understood. */
function resolveSettings(
  model: Model,
  settings: Readonly<Record<string, Setting>>,
): ReadonlyMap<string, Bound> {
  const bound = new Map<string, Bound>();
  const issues: Issue[] = [];
  for (const [name, setting] of Object.entries(settings)) {
    try {
      for (const { quantity, tuple } of elementsNamed(model, name)) {
        const definition = model.system.definitions.get(quantity.name);
        if (definition === undefined) continue;
        const own = elementUnit(model.system, definition, tuple);
        const path = `set.${quote(name)}`;
        const range = parseRange(setting, own, path);
        checkSettable(quantity, path);
        checkDomain(quantity, own.scale, range, path);
        bound.set(elementKey(quantity.name, tuple), { ...range, origin: { kind: 'set', setting } });
      }
    } catch (error) {
      if (error instanceof InputError) issues.push(...error.issues);
      else if (error instanceof FormulaError) issues.push(error.issue);
      else throw error;
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return bound;
}

/**
 * The elements that a name as a user writes it stands for.
 *
 * @throws InputError for unknown quantities and elements
 */
export function elementsNamed(
  model: Model,
  name: string,
): { quantity: Quantity; tuple: readonly string[] }[] {
  const parts = name.split(/[.[\],\s]+/).filter((part) => part !== '');
  const models = new Set(model.documents.map((document) => document.id));
  if (parts.length > 1 && models.has(parts[0] ?? '')) parts.shift();
  const [first = '', ...elements] = parts;
  const quantity = model.quantities.get(first);
  if (quantity === undefined) {
    throw unknown(`there is no quantity ${quote(name)}`, first, model.quantities.keys());
  }
  let tuples: string[][] = [[]];
  quantity.over.forEach((id, i) => {
    const ids = model.system.sets.get(id)?.elements.map((element) => element.id) ?? [];
    const wanted = elements[i];
    if (wanted !== undefined && !ids.includes(wanted)) {
      throw unknown(`${quote(wanted)} is not an element of ${id}`, wanted, ids);
    }
    const chosen = wanted === undefined ? ids : [wanted];
    tuples = tuples.flatMap((tuple) => chosen.map((element) => [...tuple, element]));
  });
  if (elements.length > quantity.over.length) {
    const message = `${first} has ${quantity.over.length} indices`;
    throw new InputError([{ code: 'wrong-index', message, received: quote(name) }]);
  }
  return tuples.map((tuple) => ({ quantity, tuple }));
}

function unknown(message: string, name: string, candidates: Iterable<string>): InputError {
  const suggestion = nearest(name, candidates);
  return new InputError([
    { code: 'unknown-name', message, ...(suggestion === undefined ? {} : { suggestion }) },
  ]);
}
