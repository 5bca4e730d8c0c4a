import { formatDimension } from '../formula/dimension.ts';
import { elementUnit, elementUnitText } from '../formula/elementUnit.ts';
import { ONE, type Unit } from '../formula/unit.ts';
import { elementKey } from '../formula/system.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import { TESTS } from '../result/sections.ts';
import type { Scenario } from '../scenario/types.ts';
import { unknownName } from './axisContext.ts';
import type { Root } from './dependencies.ts';
import type { SweepColumn } from './types.ts';

/** Where the cells of an output come from. */
export type Origin =
  /** A quantity; an element is known by its number among names. */
  | { readonly kind: 'number' | 'truth'; readonly root: number }
  | { readonly kind: 'element'; readonly root: number; readonly names: readonly string[] }
  /** Something about the row's reading or its rivals. */
  | { readonly kind: Special };

/** A column with where its cells come from. */
export interface Output {
  readonly column: SweepColumn;
  /** Unit of its numbers. */
  readonly unit: Unit;
  readonly origin: Origin;
}

/** Outputs that are no quantity of the model. */
export type Special = 'value' | 'margin' | 'own_core_passes' | 'rival' | 'rival_overhead';

const SPECIAL: Readonly<Record<Special, Omit<SweepColumn, 'name'>>> = {
  value: { title: "Value of the row's reading", type: 'number', unit: '1' },
  margin: { title: 'Powers of ten between value and limit', type: 'number', unit: '1' },
  own_core_passes: {
    title: "Whether the criterion holds against the row's own core",
    type: 'truth',
    unit: null,
  },
  rival: { title: 'The core that runs most on the device', type: 'text', unit: null },
  rival_overhead: { title: 'Overhead against that core', type: 'number', unit: '1' },
};

/** Outputs where none are asked for. */
export const DEFAULT_OUTPUTS: readonly string[] = [
  'value',
  'margin',
  'own_core_passes',
  'proof_passes',
  'verify_passes',
  'latency_passes',
  'memory_passes',
  'cores',
  'native_bound',
  'native_rate',
  'prove_bound',
  'fabric_bound',
  'proved_rate',
  'devices_per_core',
  'proof_bytes',
  'verify_time',
  'latency',
  'memory_use',
  'cost_overhead',
  'energy_overhead',
  'target_cost',
];

/** Places of the roots that every row needs; see {@link Roots}. */
export const HEAD = {
  cores: 0,
  passes: 1,
  value: 2,
  margin: 3,
  limit: 4,
  ratio: 5,
} as const;

/** Place of the first of the sub-tests, in the order of {@link TESTS}. */
export const FIRST_TEST: number = Object.keys(HEAD).length;

const FIRST_OUTPUT = FIRST_TEST + TESTS.length;

/** The elements that rows are asked for, each once. */
export class Roots {
  readonly #models: readonly Model[];
  readonly #roots: Root[] = [];
  readonly #places = new Map<string, number>();

  /** @param models models of all rows; an element of any of them can be asked for */
  constructor(models: readonly Model[]) {
    this.#models = models;
  }

  /** What is wanted of the rows that share a scenario: the head in its reading, then the rest. */
  of({ reading }: Scenario): readonly Root[] {
    const plain = (name: string): Root => ({ name, tuple: [] });
    const read = (name: string): Root => ({ name, tuple: [reading] });
    return [
      plain('cores'),
      read('passes'),
      read('reading_value'),
      read('reading_margin'),
      plain('overhead_limit'),
      read('reading_passes'),
      ...TESTS.map(({ passes }) => plain(passes)),
      ...this.#roots,
    ];
  }

  /**
   * The outputs of a name: a special one, or all elements of a quantity.
   *
   * @param option where the name was given
   * @throws InputError for unknown names
   */
  outputs(name: string, option: 'column' | 'where' = 'column'): Output[] {
    if (Object.hasOwn(SPECIAL, name)) {
      const kind = name as Special;
      return [{ column: { name, ...SPECIAL[kind] }, unit: ONE, origin: { kind } }];
    }
    const failures: InputError[] = [];
    for (const model of this.#models) {
      try {
        return elementsNamed(model, name).map(({ quantity, tuple }) =>
          this.#output(model, quantity.name, tuple),
        );
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        failures.push(error);
      }
    }
    const [first] = failures;
    if (first !== undefined && first.issues[0]?.suggestion !== undefined) throw first;
    throw unknownName(
      'unknown-name',
      `there is no quantity ${quote(name)}`,
      name,
      Object.keys(SPECIAL),
      option,
    );
  }

  #output(model: Model, name: string, tuple: readonly string[]): Output {
    const { system, quantities } = model;
    const quantity = quantities.get(name);
    const definition = system.definitions.get(name);
    if (quantity === undefined || definition === undefined) throw new Error(`no ${name}`);
    const key = elementKey(name, tuple);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = FIRST_OUTPUT + this.#roots.push({ name, tuple }) - 1;
      this.#places.set(key, place);
    }
    const { title } = quantity;
    const column = { name: key, title, unit: null };
    if (quantity.unit === 'truth') {
      const origin = { kind: 'truth', root: place } as const;
      return { column: { ...column, type: 'truth' }, unit: ONE, origin };
    }
    const names = system.sets.get(quantity.names ?? '')?.elements.map(({ id }) => id);
    if (names !== undefined) {
      const origin = { kind: 'element', root: place, names } as const;
      return { column: { ...column, type: 'text' }, unit: ONE, origin };
    }
    const own = elementUnit(system, definition, tuple);
    const display = { unit: elementUnitText(system, definition, tuple), scale: own.scale };
    const unit = formatDimension(own.dimension);
    return {
      column: { ...column, type: 'number', unit, display },
      unit: own,
      origin: { kind: 'number', root: place },
    };
  }
}
