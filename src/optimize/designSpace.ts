import { InputError } from '../issues/issue.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Axis } from '../sweep/axis.ts';
import { positionsAt, sizeOf, withLabel } from '../sweep/product.ts';

/** Points that a search takes at most: some minutes of work. */
export const MOST_POINTS = 1_000_000;

/** The product of axes over a scenario. */
export class DesignSpace {
  readonly axes: readonly Axis[];
  readonly size: number;
  readonly #scenario: Scenario;

  /** @throws InputError for a product that is too large, with what each axis contributes */
  constructor(scenario: Scenario, axes: readonly Axis[]) {
    this.#scenario = scenario;
    this.axes = axes;
    this.size = sizeOf(axes);
    if (this.size <= MOST_POINTS) return;
    const parts = axes.map(({ name, labels }) => `${name} ${labels.length}`).join(' x ');
    const message = `the axes have ${this.size.toLocaleString('en-US')} points: ${parts}`;
    const expected = `at most ${MOST_POINTS.toLocaleString('en-US')}; fewer values, wider steps (low..high:step) or fewer axes`;
    throw new InputError([{ code: 'too-many-points', message, expected, path: 'over' }]);
  }

  positions(index: number): number[] {
    return positionsAt(this.axes, index);
  }

  labels(index: number): Record<string, string> {
    const positions = this.positions(index);
    return Object.fromEntries(
      this.axes.map(({ name, labels }, i) => [name, labels[positions[i] ?? 0] ?? '']),
    );
  }

  /** The index of a point that differs in its position on one axis only. */
  moved(index: number, axis: number, position: number): number {
    const stride = this.axes.slice(axis + 1).reduce((size, { labels }) => size * labels.length, 1);
    return index + (position - (this.positions(index)[axis] ?? 0)) * stride;
  }

  /** The scenario with what some axes say at some positions. */
  scenario(
    positions: readonly number[],
    matters: (axis: Axis, i: number) => boolean = () => true,
  ): Scenario {
    return this.axes.reduce(
      (scenario, axis, i) =>
        matters(axis, i)
          ? withLabel(scenario, axis, axis.labels[positions[i] ?? 0] ?? '')
          : scenario,
      this.#scenario,
    );
  }

  /** A key that points have in common which agree on some axes. */
  key(positions: readonly number[], matters: (axis: Axis) => boolean): string {
    let key = '';
    for (let i = 0; i < positions.length; i++) {
      const axis = this.axes[i];
      if (axis !== undefined && matters(axis)) key += `${positions[i] ?? 0},`;
    }
    return key;
  }
}
