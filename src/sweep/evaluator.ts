import type { Datasets } from '../datasets/types.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import { operationsOf } from '../result/build.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Records, Scenario } from '../scenario/types.ts';
import type { Axis, QuantityAxis } from './axis.ts';
import type { Root } from './dependencies.ts';
import { Frame, type Evaluated, type Part, type Point } from './frame.ts';
import { positionsAt, scenarioAt, withLabel } from './product.ts';
import type { Slot } from './slots.ts';

/** Parts that are kept; all are dropped when there are more, so that memory stays constant. */
const KEPT = 50_000;

/** Axes on which all records depend. */
const PLACE: readonly string[] = ['device', 'platform', 'node', 'memory'];

/** Axes whose rows have a model of their own. */
const SHARED: readonly string[] = ['scenario', 'prover', 'reading'];

const NO_AXES: ReadonlySet<number> = new Set();

const NOTHING: Part = new Float64Array(0);

/** The model of what a scenario says of prover and technology. */
export type ModelOf = (scenario: Pick<Scenario, 'prover' | 'technology'>) => Model;

/** What came of a row. */
export type RowOutcome =
  /** Row `at` of what was evaluated together. */
  | { readonly kind: 'row'; readonly evaluated: Evaluated; readonly at: number }
  /** A name or a setting makes no sense for this row's prover. */
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

interface Refused {
  readonly issues: readonly Issue[];
}

type Framed = { readonly frame: Frame; readonly operations: readonly string[] } | Refused;

/** Evaluates rows of the product of axes, many at a time. */
export class Evaluator {
  readonly #datasets: Datasets;
  readonly #scenario: Scenario;
  readonly #axes: readonly Axis[];
  readonly #quantities: readonly QuantityAxis[];
  readonly #roots: (scenario: Scenario) => readonly Root[];
  readonly #units: boolean;
  readonly #varying: ReadonlySet<Slot['source']>;
  readonly #model: ModelOf;
  readonly #frames = new Map<string, Framed>();
  #last: { readonly key: string; readonly records: Records } | undefined;
  readonly #parts = new Map<string, Part | Refused>();

  /**
   * @param model assembled model of a prover and technology
   * @param roots what is wanted of the rows of a prover and reading
   * @param units whether hardware units matter; the native side needs none
   */
  constructor(
    datasets: Datasets,
    model: ModelOf,
    scenario: Scenario,
    axes: readonly Axis[],
    roots: (scenario: Scenario) => readonly Root[],
    units: boolean,
  ) {
    this.#datasets = datasets;
    this.#model = model;
    this.#scenario = scenario;
    this.#axes = axes;
    this.#quantities = axes.filter((axis) => axis.kind === 'quantity');
    this.#roots = roots;
    this.#units = units;
    const names = axes.map(({ name }) => name);
    const place = names.some(
      (name) => PLACE.includes(name) || name === 'core' || name === 'aggregation',
    );
    const own = names.some((name) => PLACE.includes(name) || name.startsWith('unit.'));
    this.#varying = new Set<Slot['source']>([
      'axis',
      ...(place ? (['place'] as const) : []),
      ...(own && units ? (['units'] as const) : []),
    ]);
  }

  /** Evaluates rows by their index in the product. */
  evaluate(indices: readonly number[]): RowOutcome[] {
    const outcomes = new Array<RowOutcome>(indices.length);
    const groups = new Map<Frame, { readonly at: number[]; readonly points: Point[] }>();
    for (const [i, index] of indices.entries()) {
      const placed = this.#place(positionsAt(this.#axes, index));
      if ('issues' in placed) {
        outcomes[i] = { kind: 'refused', issues: placed.issues };
        continue;
      }
      let group = groups.get(placed.frame);
      if (group === undefined) groups.set(placed.frame, (group = { at: [], points: [] }));
      group.at.push(i);
      group.points.push(placed.point);
    }
    for (const [frame, { at, points }] of groups) {
      const evaluated = frame.evaluate(points);
      for (const [k, i] of at.entries()) outcomes[i] = { kind: 'row', evaluated, at: k };
    }
    return outcomes;
  }

  /**
   * Evaluates one row by itself.
   *
   * @throws InputError where the row makes no sense
   */
  single(index: number): { readonly evaluation: Evaluation; readonly scenario: Scenario } {
    const scenario = scenarioAt(this.#scenario, this.#axes, index);
    const model = this.#model(scenario);
    const records = this.#records(scenario, operationsOf(model));
    return { evaluation: evaluateModel(model, records, scenario.set), scenario };
  }

  /** Numbers of the quantity axes on which the roots of a row depend. */
  axesUsed(index: number): ReadonlySet<number> {
    const framed = this.#frame(positionsAt(this.#axes, index));
    return 'frame' in framed ? framed.frame.axesUsed : NO_AXES;
  }

  #place(positions: readonly number[]): { readonly frame: Frame; readonly point: Point } | Refused {
    const framed = this.#frame(positions);
    if ('issues' in framed) return framed;
    const { frame, operations } = framed;
    const place = this.#part(frame, 'place', positions, operations);
    if ('issues' in place) return place;
    const units = this.#part(frame, 'units', positions, operations);
    if ('issues' in units) return units;
    const axis: number[] = [];
    for (let i = 0; i < positions.length; i++) {
      const own = this.#axes[i];
      if (own?.kind === 'quantity') axis.push(own.numbers[positions[i] ?? 0] ?? NaN);
    }
    return { frame, point: { place, units, axis } };
  }

  /** The frame of a row: its scenario, prover and reading. */
  #frame(positions: readonly number[]): Framed {
    const shared = ({ name }: Axis): boolean => SHARED.includes(name);
    const key = this.#key(positions, shared);
    let framed = this.#frames.get(key);
    if (framed === undefined) {
      framed = this.#attempt(() => {
        const scenario = this.#chosen(positions, shared);
        const whole = this.#chosen(positions, () => true);
        const model = this.#model(whole);
        const operations = operationsOf(model);
        const records = this.#records(whole, operations);
        const roots = this.#roots(scenario);
        const frame = new Frame(model, scenario, records, this.#quantities, this.#varying, roots);
        return { frame, operations };
      });
      this.#frames.set(key, framed);
    }
    return framed;
  }

  /** A part of a row; rows that choose the same have the same one. */
  #part(
    frame: Frame,
    source: 'place' | 'units',
    positions: readonly number[],
    operations: readonly string[],
  ): Part | Refused {
    if (!this.#varying.has(source)) return NOTHING;
    const matters = ({ name, kind }: Axis): boolean =>
      kind === 'choice' &&
      (source === 'place' ? !name.startsWith('unit.') : name !== 'core' && name !== 'aggregation');
    const key = `${source} ${this.#key(positions, matters)}`;
    let part = this.#parts.get(key);
    if (part === undefined) {
      if (this.#parts.size >= KEPT) this.#parts.clear();
      part = this.#attempt(() => {
        if (source === 'place') return frame.part(source, this.#placeRecords(positions, matters));
        return frame.part(source, this.#records(this.#chosen(positions, matters), operations));
      });
      this.#parts.set(key, part);
    }
    return part;
  }

  /** Records without units are the same for every prover, which is often the quickest axis. */
  #placeRecords(positions: readonly number[], matters: (axis: Axis) => boolean): Records {
    const key = this.#key(positions, (axis) => matters(axis) && axis.name !== 'prover');
    if (this.#last?.key !== key) {
      this.#last = { key, records: this.#records(this.#chosen(positions, matters), []) };
    }
    return this.#last.records;
  }

  #records(scenario: Scenario, operations: readonly string[]): Records {
    const needed = this.#units ? operations : [];
    const units = needed.length > 0 ? scenario.units : {};
    return resolveRecords(this.#datasets, { ...scenario, units }, needed);
  }

  #key(positions: readonly number[], matters: (axis: Axis) => boolean): string {
    let key = '';
    for (let i = 0; i < positions.length; i++) {
      const axis = this.#axes[i];
      if (axis !== undefined && matters(axis)) key += `${positions[i] ?? 0},`;
    }
    return key;
  }

  /** The scenario with what some choices of a row say. */
  #chosen(positions: readonly number[], matters: (axis: Axis) => boolean): Scenario {
    return this.#axes
      .map((axis, i) => ({ axis, label: axis.labels[positions[i] ?? 0] ?? '' }))
      .filter(({ axis }) => axis.kind === 'choice' && matters(axis))
      .sort((a, b) => Number(b.axis.name === 'scenario') - Number(a.axis.name === 'scenario'))
      .reduce((scenario, { axis, label }) => withLabel(scenario, axis, label), this.#scenario);
  }

  #attempt<T>(make: () => T): T | Refused {
    try {
      return make();
    } catch (error) {
      if (error instanceof InputError) return { issues: error.issues };
      throw error;
    }
  }
}
