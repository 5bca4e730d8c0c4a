import { withChoice } from '../scenario/withChoice.ts';
import type { Reading, Scenario, Setting } from '../scenario/types.ts';
import type { Axis, QuantityAxis } from './axis.ts';

/** How many rows the product of axes has; 1 without axes. Not exact beyond 2^53. */
export function sizeOf(axes: readonly Axis[]): number {
  return axes.reduce((size, axis) => size * axis.labels.length, 1);
}

/**
 * Position on every axis of a row of the product, the last axis running fastest.
 *
 * @param index 0 to the size less 1
 */
export function positionsAt(axes: readonly Axis[], index: number): number[] {
  const positions = new Array<number>(axes.length).fill(0);
  let rest = index;
  for (let i = axes.length - 1; i >= 0; i--) {
    const length = axes[i]?.labels.length ?? 1;
    positions[i] = rest % length;
    rest = Math.floor(rest / length);
  }
  return positions;
}

/** What a row of the product takes from every axis, e.g. `['xcvu47p', '250 MHz']`. */
export function labelsAt(axes: readonly Axis[], index: number): string[] {
  return positionsAt(axes, index).map((position, i) => axes[i]?.labels[position] ?? '');
}

/**
 * The scenario of a row of the product: what its axes say wins over what the scenario says.
 *
 * @param scenario what is the same in all rows
 */
export function scenarioAt(scenario: Scenario, axes: readonly Axis[], index: number): Scenario {
  const labels = labelsAt(axes, index);
  const chosen = axes
    .map((axis, i) => ({ axis, label: labels[i] ?? '' }))
    // Whole scenarios first: the other axes change them.
    .sort((a, b) => Number(b.axis.name === 'scenario') - Number(a.axis.name === 'scenario'));
  return chosen.reduce((changed, { axis, label }) => withLabel(changed, axis, label), scenario);
}

/** A scenario with one axis at one of its labels. */
export function withLabel(scenario: Scenario, axis: Axis, label: string): Scenario {
  if (axis.kind === 'quantity') return withValue(scenario, axis, label);
  switch (axis.name) {
    case 'scenario':
      return axis.scenarios?.get(label) ?? scenario;
    case 'reading':
      return { ...scenario, reading: label as Reading };
    default:
      return withChoice(scenario, axis.name, label);
  }
}

/** What is set last wins: a setting of the scenario that covers more than this element stays. */
function withValue(scenario: Scenario, axis: QuantityAxis, label: string): Scenario {
  const setting: Setting = { value: label, stage: 'assumed', source: `axis ${axis.name}` };
  const others = Object.entries(scenario.set).filter(([name]) => name !== axis.name);
  return { ...scenario, set: Object.fromEntries([...others, [axis.name, setting]]) };
}
