import { formatDimension } from '../formula/dimension.ts';
import { elementKey } from '../formula/system.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import type { Element } from '../sweep/dependencies.ts';
import type { Aim } from './request.ts';
import type { ObjectiveEntry } from './types.ts';

/** An element by its name. */
export function elementOf(name: string, ...tuple: string[]): Element {
  return { key: elementKey(name, tuple), name, tuple };
}

/** A quantity to optimise, found in the model. */
export interface Objective {
  readonly element: Element;
  readonly entry: ObjectiveEntry;
}

/**
 * The one element that a name stands for, which has to be a number.
 *
 * @param option where the name was given, for messages
 * @throws InputError for unknown names, names of several elements, truths and what numbers elements
 */
export function rootNamed(model: Model, name: string, option: string): Element {
  const path = option;
  if (name.trim() === '') {
    const message = 'the name of a quantity is missing';
    throw new InputError([{ code: 'usage', message, expected: 'such as overhead', path }]);
  }
  const elements = elementsNamed(model, name);
  const [first] = elements;
  if (first === undefined || elements.length > 1) {
    const keys = elements.map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
    const message = `${quote(name)} stands for ${elements.length} numbers`;
    const expected = `one of ${keys.slice(0, 10).join(', ')}`;
    throw new InputError([{ code: 'not-one', message, expected, path }]);
  }
  const { quantity, tuple } = first;
  if (quantity.unit === 'truth' || quantity.names !== undefined) {
    const message = `${quantity.name} is no amount that could be more or less`;
    throw new InputError([{ code: 'not-a-number', message, expected: 'a number', path }]);
  }
  return elementOf(quantity.name, ...tuple);
}

/**
 * Finds a quantity to optimise.
 *
 * @throws InputError as {@link rootNamed}
 */
export function readObjective(evaluation: Evaluation, aim: Aim, option: string): Objective {
  const element = rootNamed(evaluation.model, aim.name, option);
  const { text, unit } = evaluation.unit(element.name, ...element.tuple);
  const entry: ObjectiveEntry = {
    name: element.key,
    direction: aim.direction,
    title: evaluation.model.quantities.get(element.name)?.title ?? element.name,
    unit: formatDimension(unit.dimension),
    display: { unit: text, scale: unit.scale },
  };
  return { element, entry };
}

/** The headline of a reading: the quantity of its name where there is one. */
export function headlineOf(model: Model, reading: string): Element {
  return model.quantities.has(reading) ? elementOf(reading) : elementOf('reading_value', reading);
}
