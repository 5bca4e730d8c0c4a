import type { Datasets } from '../datasets/types.ts';
import { nativeDesigns } from '../result/rivals.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Axis, ChoiceAxis } from './axis.ts';
import { KNOWN, UNSURE } from './column.ts';
import type { Root } from './dependencies.ts';
import { Evaluator, type ModelOf } from './evaluator.ts';
import { positionsAt } from './product.ts';

/** The core that retires most instructions per second on a row's device. */
export interface RowRival {
  /** Null where no core's rate is known. */
  readonly design: string | null;
  /** Overhead against it, itself emulated and proved; null where that is not known. */
  readonly overhead: number | null;
}

/** Rows of the native side that are evaluated at a time. */
const BATCH = 4096;

/** Best cores that are kept; all are dropped when there are more. */
const KEPT = 50_000;

const NATIVE: readonly Root[] = ['cores', 'core_rate', 'native_rate'].map(root);
const OVERHEAD: readonly Root[] = [root('overhead')];

/**
 * Finds the rivals of rows: what `rivals` of src/result does for one scenario, for many rows at a
 * time. Rows that differ in nothing that the native side depends on share their search.
 */
export class Rivals {
  readonly #axes: readonly Axis[];
  readonly #designs: ChoiceAxis;
  readonly #native: Evaluator;
  readonly #overhead: Evaluator;
  /** Axes that the native side can depend on, by their number. */
  readonly #places: readonly number[];
  readonly #best = new Map<string, number>();

  constructor(datasets: Datasets, model: ModelOf, scenario: Scenario, axes: readonly Axis[]) {
    const labels = nativeDesigns(datasets, technologyAt(scenario, axes));
    this.#axes = axes;
    // In the order of their names, as the first of equals is the rival.
    this.#designs = { kind: 'choice', name: 'core', labels: [...labels.keys()].sort() };
    this.#places = axes.flatMap(({ name }, i) =>
      name === 'core' || name === 'reading' || name.startsWith('unit.') ? [] : [i],
    );
    const native = this.#places.flatMap((i) => axes[i] ?? []);
    const others = axes.filter(({ name }) => name !== 'core');
    const bare = { ...scenario, units: {} };
    const by = (of: readonly Axis[]): Axis[] => [...of, this.#designs];
    this.#native = new Evaluator(datasets, model, bare, by(native), () => NATIVE, false);
    this.#overhead = new Evaluator(datasets, model, scenario, by(others), () => OVERHEAD, true);
  }

  /** The rivals of rows, by their index in the product of all axes. */
  find(indices: readonly number[]): RowRival[] {
    const positions = indices.map((index) => positionsAt(this.#axes, index));
    const keys = positions.map((at) => this.#key(at));
    const open = new Map<string, number>();
    const add = (i: number, key: string): void => {
      if (!this.#best.has(key)) open.set(key, this.#nativeIndex(positions[i] ?? []));
    };
    for (const [i, key] of keys.entries()) add(i, key);
    if (this.#best.size + open.size > KEPT) {
      this.#best.clear();
      for (const [i, key] of keys.entries()) add(i, key);
    }
    const found = this.#search([...open.values()]);
    for (const [k, key] of [...open.keys()].entries()) this.#best.set(key, found[k] ?? -1);
    return this.#overheads(
      positions,
      keys.map((key) => this.#best.get(key) ?? -1),
    );
  }

  /** Key of everything that the native side of a row depends on. */
  #key(positions: readonly number[]): string {
    const used = this.#native.axesUsed(this.#nativeIndex(positions));
    let key = '';
    let quantity = 0;
    for (const i of this.#places) {
      const choice = this.#axes[i]?.kind === 'choice';
      if (choice || used.has(quantity)) key += String(positions[i] ?? 0);
      key += ',';
      if (!choice) quantity++;
    }
    return key;
  }

  /** Index of the first design of a row in the product of the native side. */
  #nativeIndex(positions: readonly number[]): number {
    const index = this.#places.reduce(
      (sum, i) => sum * (this.#axes[i]?.labels.length ?? 1) + (positions[i] ?? 0),
      0,
    );
    return index * this.#designs.labels.length;
  }

  /** Number of the best design from each index on, or -1 where none has a known rate. */
  #search(froms: readonly number[]): number[] {
    const count = this.#designs.labels.length;
    const best = froms.map(() => -1);
    const most = froms.map(() => 0);
    const total = froms.length * count;
    for (let start = 0; start < total; start += BATCH) {
      const size = Math.min(BATCH, total - start);
      const at = (i: number): number => Math.floor((start + i) / count);
      const design = (i: number): number => (start + i) % count;
      const indices = Array.from({ length: size }, (_, i) => (froms[at(i)] ?? 0) + design(i));
      for (const [i, rate] of this.#rates(indices).entries()) {
        if (rate === undefined || rate <= (most[at(i)] ?? 0)) continue;
        most[at(i)] = rate;
        best[at(i)] = design(i);
      }
    }
    return best;
  }

  #rates(indices: readonly number[]): (number | undefined)[] {
    return this.#native.evaluate(indices).map((outcome, i) => {
      if (outcome.kind === 'refused') return undefined;
      const { at } = outcome;
      const { columns } = outcome.evaluated;
      const codes = columns.map((column) => column?.codes?.[at] ?? KNOWN);
      if (codes.includes(UNSURE)) {
        const { evaluation } = this.#native.single(indices[i] ?? 0);
        const [cores, rate, native] = NATIVE.map(({ name }) => evaluation.number(name));
        return cores === undefined || rate === undefined ? undefined : native;
      }
      return codes.every((code) => code === KNOWN) ? columns[2]?.values[at] : undefined;
    });
  }

  #overheads(positions: readonly (readonly number[])[], best: readonly number[]): RowRival[] {
    const rows = best.flatMap((design, i) => (design < 0 ? [] : [i]));
    const count = this.#designs.labels.length;
    const indices = rows.map((i) => {
      const index = this.#axes.reduce(
        (sum, axis, k) =>
          axis.name === 'core' ? sum : sum * axis.labels.length + (positions[i]?.[k] ?? 0),
        0,
      );
      return index * count + (best[i] ?? 0);
    });
    const rivals: RowRival[] = best.map(() => ({ design: null, overhead: null }));
    for (const [k, outcome] of this.#overhead.evaluate(indices).entries()) {
      const i = rows[k] ?? 0;
      const design = this.#designs.labels[best[i] ?? 0] ?? null;
      rivals[i] = { design, overhead: this.#overheadOf(outcome, indices[k] ?? 0) ?? null };
    }
    return rivals;
  }

  #overheadOf(
    outcome: ReturnType<Evaluator['evaluate']>[number],
    index: number,
  ): number | undefined {
    if (outcome.kind === 'refused') return undefined;
    const [column] = outcome.evaluated.columns;
    const code = column?.codes?.[outcome.at] ?? KNOWN;
    if (code === UNSURE) return this.#overhead.single(index).evaluation.number('overhead');
    return code === KNOWN ? column?.values[outcome.at] : undefined;
  }
}

/** Whether some rows are ASICs: of these more cores are known, those of FPGAs among them. */
function technologyAt(scenario: Scenario, axes: readonly Axis[]): Scenario['technology'] {
  const whole = axes.flatMap((axis) =>
    axis.kind === 'choice' ? axis.labels.map((label) => axis.scenarios?.get(label)) : [],
  );
  const asic = [scenario, ...whole].some((own) => own?.technology === 'asic');
  return asic || axes.some(({ name }) => name === 'node') ? 'asic' : undefined;
}

function root(name: string): Root {
  return { name, tuple: [] };
}
