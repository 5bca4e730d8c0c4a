import type { InvalidNode } from '../formula/ir.ts';
import { elementKey } from '../formula/system.ts';
import { bind, given, type Binding } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import type { Fact, Records, Scenario } from '../scenario/types.ts';
import type { QuantityAxis } from './axis.ts';
import { INVALID, type Column, type MissingSets } from './column.ts';
import { Columnar } from './columnar.ts';
import { hasElement, type Element, type Root } from './dependencies.ts';
import { slotsOf, type Slot } from './slots.ts';

/** Values of the slots of one source in some rows, NaN where they have none. */
export type Part = Float64Array;

/** A row of a sweep as a frame takes it. */
export interface Point {
  readonly place: Part;
  readonly units: Part;
  /** Values on the quantity axes, in base units. */
  readonly axis: readonly number[];
}

/** The roots in some rows. */
export interface Evaluated {
  /** A column for each root; undefined for what the model does not have. */
  readonly columns: readonly (Column | undefined)[];
  /** What codes of missing inputs mean. */
  readonly missing: MissingSets;
  /** Why a root is invalid in a row. */
  readonly fault: (root: number, at: number) => InvalidNode | undefined;
}

/** A model with the settings that some rows of a sweep share, ready to be evaluated for them. */
export class Frame {
  readonly model: Model;
  /** Numbers of the quantity axes on which the roots depend. */
  readonly axesUsed: ReadonlySet<number>;
  readonly #slots: readonly Slot[];
  readonly #paths: readonly (string | undefined)[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #columnar: Columnar;
  /** Undefined for what the model does not have. */
  readonly #roots: readonly (Element | undefined)[];
  /** Values by slot and fact: rows of tables serve many rows of a sweep. */
  readonly #bound: readonly Map<Fact | string | undefined, number | undefined>[];

  /**
   * @param records rows for what the model names by itself, which are the same in all rows
   * @param axes quantities that vary
   * @param varying which records can vary
   * @param roots elements that are wanted; those that the model does not have are left out
   * @throws InputError for settings and axes that the model does not have
   */
  constructor(
    model: Model,
    scenario: Scenario,
    records: Records,
    axes: readonly QuantityAxis[],
    varying: ReadonlySet<Slot['source']>,
    roots: readonly Root[],
  ) {
    this.model = model;
    this.#roots = roots.map((root) =>
      hasElement(model.system, root)
        ? { ...root, key: elementKey(root.name, root.tuple) }
        : undefined,
    );
    this.#slots = slotsOf(model, scenario.set, axes).filter(({ source }) => varying.has(source));
    this.#paths = this.#slots.map((slot) => pathOf(model, slot));
    this.#numbers = new Map(this.#slots.map(({ key }, i) => [key, i]));
    this.#bound = this.#slots.map(() => new Map<Fact | string | undefined, number | undefined>());
    const binding: Binding = bind(model, records, scenario.set);
    this.#columnar = new Columnar(
      model,
      new Set(this.#numbers.keys()),
      (name, tuple) => binding.of(name, tuple),
      this.#roots.filter((root) => root !== undefined),
    );
    const used = new Set(this.#columnar.slotsUsed());
    this.axesUsed = new Set(
      this.#slots.flatMap(({ source, at, key }) =>
        source === 'axis' && used.has(key) ? [at] : [],
      ),
    );
  }

  /** What records give the slots of a source. */
  part(source: 'place' | 'units', records: Records): Part {
    const values: number[] = [];
    for (const [i, slot] of this.#slots.entries()) {
      if (slot.source === source) values.push(this.#given(i, slot, records) ?? NaN);
    }
    return Float64Array.from(values);
  }

  /** Evaluates points. */
  evaluate(points: readonly Point[]): Evaluated {
    const given = new Map<string, Column>();
    const slot = (key: string): Column => {
      let column = given.get(key);
      if (column === undefined) given.set(key, (column = this.#slotColumn(key, points)));
      return column;
    };
    const all = this.#columnar.evaluate(points.length, slot);
    return {
      columns: this.#roots.map((root) =>
        root === undefined
          ? undefined
          : (all.get(root.key) ?? this.#fixedColumn(root, points.length)),
      ),
      missing: this.#columnar.missing,
      fault: (root, at) => {
        const element = this.#roots[root];
        const node = element && this.#columnar.reason(element, all, at);
        return node?.kind === 'invalid' ? node : undefined;
      },
    };
  }

  #slotColumn(key: string, points: readonly Point[]): Column {
    const { source, at } = this.#slots[this.#numbers.get(key) ?? -1] ?? {};
    if (source === undefined || at === undefined) throw new Error(`there is no slot ${key}`);
    const values = new Float64Array(points.length);
    let gaps = false;
    for (let i = 0; i < points.length; i++) {
      const value = points[i]?.[source][at] ?? NaN;
      values[i] = value;
      gaps ||= Number.isNaN(value);
    }
    if (!gaps) return { values, codes: undefined };
    const missing = this.#columnar.missing.code([key]);
    const codes = new Int32Array(values.length);
    for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) codes[i] = missing;
    return { values, codes };
  }

  #fixedColumn(root: Element, count: number): Column {
    const node = this.#columnar.fixed(root);
    if (node.kind === 'const') {
      return { values: new Float64Array(count).fill(node.value), codes: undefined };
    }
    const code = node.kind === 'missing' ? this.#columnar.missing.code(node.inputs) : INVALID;
    return { values: new Float64Array(count), codes: new Int32Array(count).fill(code) };
  }

  #given(i: number, { quantity, tuple }: Slot, records: Records): number | undefined {
    const path = this.#paths[i];
    const known = this.#bound[i];
    const fact = path === undefined ? undefined : records.find(path);
    if (known === undefined) return undefined;
    // Cells are the same objects every time; what follows from a choice is known by its number.
    const key = fact?.kind === 'choice' ? `${fact.value} ${fact.unit}` : fact;
    if (!known.has(key)) {
      const only: Records = { find: () => fact, chosen: {} };
      known.set(key, given(this.model, only, quantity, tuple)?.value);
    }
    return known.get(key);
  }
}

/** The path at which a model asks records for the value of a slot. */
function pathOf(model: Model, { quantity, tuple, source }: Slot): string | undefined {
  let asked: string | undefined;
  const find = (path: string): undefined => {
    asked = path;
  };
  if (source !== 'axis') given(model, { find, chosen: {} }, quantity, tuple);
  return asked;
}
