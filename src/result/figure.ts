import { formatDimension } from '../formula/dimension.ts';
import { elementKey } from '../formula/system.ts';
import type { Evaluation } from '../model/evaluate.ts';
import type { Figure } from './types.ts';

/** One element of a quantity as a figure of the result. */
export function figure(evaluation: Evaluation, name: string, ...tuple: string[]): Figure {
  const quantity = evaluation.model.quantities.get(name);
  if (quantity === undefined) throw new Error(`there is no quantity ${name}`);
  const { text, unit } = evaluation.unit(name, ...tuple);
  const outcome = evaluation.outcome(name, ...tuple);
  const value = outcome.status === 'known' ? outcome.value : null;
  const element =
    quantity.names === undefined || typeof value !== 'number'
      ? undefined
      : evaluation.model.system.sets.get(quantity.names)?.elements[value]?.id;
  return {
    name: elementKey(name, tuple),
    title: quantity.title,
    value,
    unit: quantity.unit === 'truth' ? 'truth' : formatDimension(unit.dimension),
    display: { unit: text, scale: unit.scale },
    ...(element === undefined ? {} : { element }),
    ...(outcome.status === 'missing' ? { missing: outcome.inputs } : {}),
    ...(outcome.status === 'invalid' ? { invalid: `${outcome.reason} in ${outcome.origin}` } : {}),
  };
}

/** The outcome of a truth value. */
export function verdictOf(value: Figure): 'pass' | 'fail' | 'undecided' {
  if (typeof value.value !== 'boolean') return 'undecided';
  return value.value ? 'pass' : 'fail';
}
