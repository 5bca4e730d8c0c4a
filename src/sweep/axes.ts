import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Axis } from './axis.ts';
import type { AxisContext } from './axisContext.ts';
import { candidatesFor, choiceAxis } from './choiceAxis.ts';
import { quantityAxis } from './quantityAxis.ts';

export type { Axis, ChoiceAxis, QuantityAxis } from './axis.ts';
export type { AxisContext } from './axisContext.ts';
export { labelsAt, positionsAt, scenarioAt, sizeOf } from './product.ts';

/**
 * Reads one axis, `name=values`. The name is a choice of the scenario (`device`, `core`,
 * `unit.OPERATION`, …) whose values are names or patterns (`xcvu*`), or a quantity, whose values are
 * numbers with or without units and ranges; see {@link axisValues}. A value that occurs twice counts
 * once.
 *
 * @throws InputError for names that do not exist, with the nearest one, and for values that make no
 *   sense
 * @example parseAxis('fill.lut=0.5..0.9:0.1', context).labels // => ['0.5', '0.6', '0.7', '0.8', '0.9']
 */
export function parseAxis(text: string, context: AxisContext): Axis {
  const at = text.indexOf('=');
  const [name, values] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (name === '' || values === '') {
    const message = 'an axis is a name and its values';
    const expected = 'such as device=* or log2_cycles=18..26';
    throw new InputError([{ code: 'usage', message, expected, received: quote(text) }]);
  }
  const candidates = candidatesFor(name, context);
  return candidates === undefined
    ? quantityAxis(name, values, context)
    : choiceAxis(name, values, candidates, context);
}

/**
 * Refuses axes that contradict each other: one thing on two axes, or a device beside a platform,
 * which brings its own.
 *
 * @throws InputError
 */
export function checkAxes(axes: readonly Axis[]): void {
  const issues: Issue[] = [];
  const seen = new Map<string, Axis>();
  for (const axis of axes) {
    const things = axis.kind === 'quantity' ? axis.keys : [axis.name];
    const before = things.map((thing) => seen.get(thing)).find((other) => other !== undefined);
    if (before !== undefined) {
      const message = `the axes ${quote(before.name)} and ${quote(axis.name)} are about the same`;
      issues.push({ code: 'axis-twice', message, path: `over.${axis.name}` });
    }
    for (const thing of things) seen.set(thing, axis);
  }
  if (seen.has('device') && seen.has('platform')) {
    const message = 'a platform brings its own device: only one of them can be an axis';
    issues.push({ code: 'axis-conflict', message, path: 'over.device' });
  }
  if (seen.has('node') && (seen.has('device') || seen.has('platform'))) {
    const message = 'a node makes an ASIC: a device or platform can not be an axis beside it';
    issues.push({ code: 'axis-conflict', message, path: 'over.node' });
  }
  if (issues.length > 0) throw new InputError(issues);
}
