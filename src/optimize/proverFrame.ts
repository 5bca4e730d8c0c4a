import type { Node } from '../formula/ir.ts';
import { bind } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import { operationsOf } from '../result/build.ts';
import type { Records, Scenario } from '../scenario/types.ts';
import type { QuantityAxis } from '../sweep/axis.ts';
import { INVALID, KNOWN, type Column } from '../sweep/column.ts';
import { Columnar } from '../sweep/columnar.ts';
import type { Element } from '../sweep/dependencies.ts';
import { elementOf } from './objective.ts';
import { RecordSlots, type Source } from './recordSlots.ts';

/** What the points of a search differ in, beside their hardware units. */
export interface PointInputs {
  /** Values that the rows of device and core give. */
  readonly place: Float64Array;
  /** Values on the quantity axes, in base units. */
  readonly numbers: readonly number[];
}

/** The limit that the mix of units moves; the others are what it is held against. */
const FABRIC = 'fabric';

/** A model for the points of a search that share prover and reading. */
export class ProverFrame {
  readonly model: Model;
  /** What is wanted of every point, in the order of the question. */
  readonly wanted: readonly Element[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
  /** Elements that a mix is made of, all of one unit for each operation. */
  readonly needs: {
    readonly cores: Element;
    readonly ops: readonly Element[];
    readonly usable: readonly Element[];
    readonly emulate: readonly Element[];
    readonly limits: readonly Element[];
  };
  /** Resource time of an operation, operation by operation and resource by resource. */
  readonly costs: readonly Element[];
  readonly #records: RecordSlots;
  readonly #ofNeeds: Columnar;
  readonly #ofCosts: Columnar;
  readonly #ofValues: Columnar;

  /**
   * @param records rows for what the model names by itself, which are the same in all points
   * @param wanted what is wanted of every point
   * @throws InputError for settings and axes that the model does not have
   */
  constructor(
    model: Model,
    scenario: Scenario,
    records: Records,
    axes: readonly QuantityAxis[],
    wanted: readonly Element[],
  ) {
    this.model = model;
    this.wanted = wanted;
    this.operations = operationsOf(model);
    this.resources = idsOf(model, 'resource');
    const over = (name: string, ids: readonly string[]): Element[] =>
      ids.map((id) => elementOf(name, id));
    this.needs = {
      cores: elementOf('cores'),
      ops: over('ops', this.operations),
      usable: over('usable', this.resources),
      emulate: over('emulate', this.resources),
      limits: over(
        'limit_rate',
        idsOf(model, 'limit').filter((id) => id !== FABRIC),
      ),
    };
    this.costs = this.operations.flatMap((operation) =>
      this.resources.map((resource) => elementOf('unit_cost', operation, resource)),
    );
    this.#records = new RecordSlots(model, scenario.set, axes);
    const slots = this.#records.slots.map(({ key }) => key);
    const binding = bind(model, records, scenario.set);
    const columnar = (keys: readonly string[], roots: readonly Element[]): Columnar =>
      new Columnar(model, new Set(keys), (name, tuple) => binding.of(name, tuple), roots);
    const { cores, ops, usable, emulate, limits } = this.needs;
    const needed = [cores, ...ops, ...usable, ...emulate, ...limits];
    this.#ofNeeds = columnar(slots, needed);
    this.#ofCosts = columnar(slots, this.costs);
    this.#ofValues = columnar([...slots, ...this.costs.map(({ key }) => key)], [cores, ...wanted]);
  }

  /** What records give, for {@link PointInputs} and for units. */
  part(source: Source, records: Records): Float64Array {
    return this.#records.values(source, records);
  }

  /** Evaluates what a mix is made of. */
  evaluateNeeds(points: readonly PointInputs[], units: readonly Float64Array[]): Columns {
    return this.#evaluate(this.#ofNeeds, points, units);
  }

  /** Evaluates what an operation costs in some units. */
  evaluateCosts(points: readonly PointInputs[], units: readonly Float64Array[]): Columns {
    return this.#evaluate(this.#ofCosts, points, units);
  }

  /**
   * Evaluates what is wanted.
   *
   * @param costs resource time of the operations as they are mixed, in the order of `costs`; NaN for
   *   what the units say by themselves
   */
  evaluateValues(
    points: readonly PointInputs[],
    units: readonly Float64Array[],
    costs: readonly Float64Array[],
  ): Columns {
    const byKey = new Map(this.costs.map(({ key }, i) => [key, costs[i]]));
    return this.#evaluate(this.#ofValues, points, units, byKey);
  }

  #evaluate(
    columnar: Columnar,
    points: readonly PointInputs[],
    units: readonly Float64Array[],
    costs: ReadonlyMap<string, Float64Array | undefined> = new Map(),
  ): Columns {
    const count = points.length;
    const bySlot = new Map(this.#records.slots.map((slot) => [slot.key, slot]));
    const column = (key: string): Column => {
      const mixed = costs.get(key);
      if (mixed !== undefined) return coded(columnar, key, mixed);
      const { source, at } = bySlot.get(key) ?? { source: 'axis', at: -1 };
      const values = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const row =
          source === 'axis' ? points[i]?.numbers : source === 'units' ? units[i] : points[i]?.place;
        values[i] = row?.[at] ?? NaN;
      }
      return coded(columnar, key, values);
    };
    const columns = new Map(columnar.evaluate(count, column));
    return {
      of: (element) => {
        let found = columns.get(element.key);
        if (found === undefined) {
          found = fixed(columnar, columnar.fixed(element), count);
          columns.set(element.key, found);
        }
        return found;
      },
      inputs: (code) => columnar.missing.inputs(code),
    };
  }
}

/** Elements of some points. */
export interface Columns {
  readonly of: (element: Element) => Column;
  /** The missing inputs that a code of a column stands for. */
  readonly inputs: (code: number) => readonly string[];
}

/** A column in which NaN stands for what is missing. */
function coded(columnar: Columnar, key: string, values: Float64Array): Column {
  let codes: Int32Array | undefined;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i])) continue;
    codes ??= new Int32Array(values.length).fill(KNOWN);
    codes[i] = columnar.missing.code([key]);
  }
  return { values, codes };
}

/** A column of what is the same in all points. */
function fixed(columnar: Columnar, node: Node, count: number): Column {
  const values = new Float64Array(count);
  if (node.kind === 'const') return { values: values.fill(node.value), codes: undefined };
  const code = node.kind === 'missing' ? columnar.missing.code(node.inputs) : INVALID;
  return { values, codes: new Int32Array(count).fill(code) };
}

function idsOf(model: Model, set: string): string[] {
  return model.system.sets.get(set)?.elements.map(({ id }) => id) ?? [];
}
