import { formatDimension } from '../formula/dimension.ts';
import type { Evaluated } from '../result/build.ts';
import { elementsNamed } from '../model/bind.ts';
import { p05, p95 } from '../studies/distributions/summary.ts';
import type { DoubtInput, DoubtOutput } from './types.ts';
import type { UncertainInput } from './uncertain.ts';

/** An input in doubt, as results report it. */
export function describe(input: UncertainInput): DoubtInput {
  const { name, base, distribution, basis, entry, labels } = input;
  const { title, unit, display, stage } = entry;
  return {
    name,
    title,
    base,
    p05: p05(distribution),
    p95: p95(distribution),
    unit,
    display,
    stage,
    basis,
    distribution,
    ...(labels === undefined ? {} : { labels }),
  };
}

/**
 * An output of a study, as results report it.
 *
 * @param name key of an element
 */
export function describeOutput({ model, evaluation }: Evaluated, name: string): DoubtOutput {
  const [element] = elementsNamed(model, name);
  if (element === undefined) throw new Error(`no output ${name}`);
  const { quantity, tuple } = element;
  const truth = quantity.unit === 'truth';
  const { unit, text } = evaluation.unit(quantity.name, ...tuple);
  const of = tuple.length === 0 ? '' : ` [${tuple.join(', ')}]`;
  return {
    name,
    title: `${quantity.title}${of}`,
    unit: truth ? 'truth' : formatDimension(unit.dimension),
    display: truth ? { unit: '', scale: 1 } : { unit: text, scale: unit.scale },
  };
}
