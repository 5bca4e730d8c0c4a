import { elementKey } from '../formula/system.ts';
import { elementsOf, type Evaluation } from '../model/evaluate.ts';
import type { StatedValue } from '../model/types.ts';
import { closure } from '../result/usedInputs.ts';

/** A quantity that a designer chooses, as the text of an axis. */
export interface DesignAxes {
  readonly axes: readonly string[];
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/** What a designer states, and no search may trade for a better number by itself. */
const LEFT: ReadonlyMap<string, string> = new Map([
  ['security_bits', 'a requirement, not a freedom'],
  ['grinding_bits', 'the model counts what it saves and not the work it takes'],
]);

/** Values of a range that is not of whole numbers, its ends among them. */
const STEPS = 9;

/**
 * The axes of a search that was given none: every quantity that the model or the prover marks as a
 * choice of the designer, over the range that is stated, widened to what the scenario has. Those on
 * which nothing wanted depends are no axes.
 *
 * @param wanted keys of the objectives and of what conditions are about
 */
export function designAxes(evaluation: Evaluation, wanted: readonly string[]): DesignAxes {
  const used = closure(evaluation, wanted);
  const axes: string[] = [];
  const left: { name: string; reason: string }[] = [];
  for (const { key, quantity, tuple } of elementsOf(evaluation.model)) {
    const stated = quantity.defaults?.[tuple.join(',')] ?? quantity.defaults?.[''];
    if (stated?.design !== true || !used.has(key)) continue;
    const reason = LEFT.get(quantity.name);
    if (reason !== undefined) left.push({ name: key, reason });
    else {
      const values = valuesOf(evaluation, quantity.name, tuple, stated);
      if (values.length > 1) axes.push(`${elementKey(quantity.name, tuple)}=${values.join(',')}`);
    }
  }
  return { axes, left };
}

/** The values that a quantity may take, in its own unit. */
function valuesOf(
  evaluation: Evaluation,
  name: string,
  tuple: readonly string[],
  { value, low = value, high = value }: StatedValue,
): number[] {
  const { scale } = evaluation.unit(name, ...tuple).unit;
  const bound = evaluation.bound(name, ...tuple);
  const own = bound === undefined ? value : bound.value / scale;
  // A scenario that states a range of its own knows better than the model.
  const stated =
    bound?.origin.kind === 'set' && bound.low !== undefined && bound.high !== undefined;
  const [from, to] = stated
    ? [(bound.low ?? own) / scale, (bound.high ?? own) / scale]
    : [Math.min(low, own), Math.max(high, own)];
  const whole = Number.isInteger(from) && Number.isInteger(to);
  const count = whole ? to - from + 1 : STEPS;
  const values = Array.from({ length: count }, (_, i) =>
    whole ? from + i : from + ((to - from) * i) / (STEPS - 1),
  );
  return [...new Set([...values, own])].sort((a, b) => a - b);
}
