import type { Expr } from '../formula/ast.ts';
import { callsOf } from '../formula/callsOf.ts';
import { elementKey } from '../formula/system.ts';
import { elementsNamed } from '../model/bind.ts';
import { elementsOf, type Evaluation } from '../model/evaluate.ts';
import type { Quantity } from '../model/types.ts';
import { figure } from '../result/figure.ts';
import { usedInputs } from '../result/usedInputs.ts';
import type { ExplainNode } from './types.ts';

/**
 * Derives a quantity down to its sources.
 *
 * @param name quantity as a user writes it: `overhead`, `criterion.overhead`, `usable.lut`
 * @param depth how many steps down; what is below is marked as left out
 * @returns a tree for each element that the name stands for
 * @throws InputError for unknown names
 */
export function explain(evaluation: Evaluation, name: string, depth: number): ExplainNode[] {
  const elements = new Map(
    [...elementsOf(evaluation.model)].map((element) => [element.key, element]),
  );
  // What was derived once is not derived again further down: trees share most of their branches.
  const shown = new Set<string>();
  const visit = (quantity: Quantity, tuple: readonly string[], left: number): ExplainNode => {
    const key = elementKey(quantity.name, tuple);
    const { alternative, uses } = evaluation.derivation(quantity.name, ...tuple);
    const [input] = usedInputs(evaluation, new Set([key]), [{ key, quantity, tuple }]);
    const again = shown.has(key) && uses.length > 0;
    shown.add(key);
    const open = !again && left > 0;
    const omitted = uses.length === 0 || open ? undefined : again ? 'above' : 'depth';
    return {
      ...figure(evaluation, quantity.name, ...tuple),
      meaning: quantity.meaning,
      ...(alternative === undefined ? {} : { formula: alternative.text }),
      ...callsFrom(evaluation, alternative?.expr),
      ...(alternative?.note === undefined ? {} : { note: alternative.note }),
      ...(alternative?.assumed === undefined ? {} : { assumed: alternative.assumed }),
      declared: `${quantity.file}: ${quantity.path}`,
      ...(input === undefined ? {} : { input }),
      children: open ? uses.flatMap((use) => descend(use, left - 1)) : [],
      ...(omitted === undefined ? {} : { omitted }),
    };
  };
  const descend = (key: string, left: number): ExplainNode[] => {
    const element = elements.get(key);
    return element === undefined ? [] : [visit(element.quantity, element.tuple, left)];
  };
  return elementsNamed(evaluation.model, name).map(({ quantity, tuple }) =>
    visit(quantity, tuple, depth),
  );
}

/** What the domain functions of a formula compute, and from what. */
function callsFrom(evaluation: Evaluation, expr: Expr | undefined): Pick<ExplainNode, 'calls'> {
  const { functions } = evaluation.model.system;
  const calls = (expr === undefined ? [] : callsOf(expr)).flatMap((name) => {
    const meaning = functions.get(name)?.meaning;
    return meaning === undefined ? [] : [`${name}: ${meaning}`];
  });
  return calls.length > 0 ? { calls } : {};
}
