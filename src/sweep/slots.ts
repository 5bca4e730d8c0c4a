import { elementKey } from '../formula/system.ts';
import { elementsNamed } from '../model/bind.ts';
import { elementsOf } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import type { Quantity } from '../model/types.ts';
import type { Setting } from '../scenario/types.ts';
import type { QuantityAxis } from './axis.ts';

/** An input that varies between the rows of a sweep. */
export interface Slot {
  readonly key: string;
  readonly quantity: Quantity;
  readonly tuple: readonly string[];
  /** Where its value comes from: an axis, the rows of device and core, or those of the units. */
  readonly source: 'axis' | 'place' | 'units';
  /** Number of the axis, or number of the slot among those of its source. */
  readonly at: number;
}

/**
 * The inputs of a model that rows of a sweep can differ in: what the axes set, and what records give
 * unless the scenario sets it.
 *
 * @throws InputError where an axis sets what the model does not have
 */
export function slotsOf(
  model: Model,
  settings: Readonly<Record<string, Setting>>,
  axes: readonly QuantityAxis[],
): Slot[] {
  const slots: Slot[] = [];
  const taken = new Set<string>();
  for (const [at, axis] of axes.entries()) {
    for (const name of axis.keys) {
      for (const { quantity, tuple } of elementsNamed(model, name)) {
        const key = elementKey(quantity.name, tuple);
        taken.add(key);
        slots.push({ key, quantity, tuple, source: 'axis', at });
      }
    }
  }
  for (const name of Object.keys(settings)) {
    for (const { quantity, tuple } of elementsNamed(model, name)) {
      taken.add(elementKey(quantity.name, tuple));
    }
  }
  const count = { place: 0, units: 0 };
  for (const { key, quantity, tuple } of elementsOf(model)) {
    // A cell that a model names by itself is the same in every row.
    if (quantity.from === undefined || quantity.from.includes('/') || taken.has(key)) continue;
    const source = /^(unit(_match)?|(asic|fpga)_unit(_node)?)\./.test(quantity.from)
      ? 'units'
      : 'place';
    slots.push({ key, quantity, tuple, source, at: count[source]++ });
  }
  return slots;
}
