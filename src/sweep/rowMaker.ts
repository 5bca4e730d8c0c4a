import type { Datasets } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { conclude } from '../result/build.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Axis } from './axis.ts';
import { Evaluator, type ModelOf } from './evaluator.ts';
import { HEAD, type Output, type Roots } from './outputs.ts';
import { positionsAt, scenarioAt } from './product.ts';
import { Rivals, type RowRival } from './rival.ts';
import { refused, stateOf, stateOfSingle, type RowState } from './state.ts';
import type { Cell, Status, SweepRow } from './types.ts';
import type { Where } from './where.ts';

/** What rows are made of. */
export interface RowParts {
  readonly datasets: Datasets;
  /** Assembled model of a prover and technology. */
  readonly model: ModelOf;
  readonly scenario: Scenario;
  readonly axes: readonly Axis[];
  readonly roots: Roots;
  readonly outputs: readonly Output[];
  readonly where: readonly Where[];
}

/** Outputs that are looked up whatever the verdict. */
const RIVAL_OUTPUTS = ['rival', 'rival_overhead'];

/** Makes the rows of a sweep. */
export class RowMaker {
  readonly #parts: RowParts;
  readonly #evaluator: Evaluator;
  readonly #rivals: Rivals;
  /** Whether rivals are wanted of all rows, and not only of those that would pass. */
  readonly #rivalsOfAll: boolean;

  constructor(parts: RowParts) {
    const { datasets, model, scenario, axes, roots, outputs, where } = parts;
    this.#parts = parts;
    const wanted = (of: Scenario): ReturnType<Roots['of']> => roots.of(of);
    this.#evaluator = new Evaluator(datasets, model, scenario, axes, wanted, true);
    this.#rivals = new Rivals(datasets, model, scenario, axes);
    const conditions = where.flatMap((condition) => condition.parts.map(({ of }) => of));
    const used = [...outputs, ...conditions.filter((of) => typeof of !== 'string')];
    this.#rivalsOfAll = used.some(({ origin }) => RIVAL_OUTPUTS.includes(origin.kind));
  }

  /** Rows `from` up to but not including `to` that meet the conditions. */
  rows(from: number, to: number): SweepRow[] {
    const indices = Array.from({ length: to - from }, (_, i) => from + i);
    const states = this.#evaluator
      .evaluate(indices)
      .map(
        (outcome, i) =>
          stateOf(outcome, () => this.#scenario(indices[i] ?? 0).core) ??
          this.#single(indices[i] ?? 0),
      );
    const readings = indices.map((index) => this.#reading(index));
    const rivals = this.#rivalsOf(indices, states, readings);
    const rows: SweepRow[] = [];
    for (const [i, index] of indices.entries()) {
      const state = states[i];
      const row = state && this.#row(index, state, readings[i] ?? '', rivals.get(i));
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  /**
   * Makes sure that there is a row that makes sense: what is wrong with all of them is wrong with
   * the scenario.
   *
   * @throws InputError
   */
  attempt(): void {
    const { axes } = this.#parts;
    // The first row, and then the first of every model: what one does not know another one may.
    const candidates = [0];
    let steps = 1;
    for (const { name, labels } of [...axes].reverse()) {
      if (name === 'scenario' || name === 'prover') {
        candidates.push(...labels.map((_, position) => position * steps));
      }
      steps *= labels.length;
    }
    let first: InputError | undefined;
    for (const index of candidates) {
      try {
        this.#evaluator.single(index);
        return;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        first ??= error;
      }
    }
    throw first ?? new Error('there is a first row');
  }

  #single(index: number): RowState {
    try {
      const { evaluation, scenario } = this.#evaluator.single(index);
      return stateOfSingle(evaluation, scenario, this.#parts.roots.of(scenario));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return refused(error.issues);
    }
  }

  #rivalsOf(
    indices: readonly number[],
    states: readonly RowState[],
    readings: readonly string[],
  ): ReadonlyMap<number, RowRival> {
    const wanted = states.flatMap(({ status }, i) => {
      const judged = status === 'pass' && readings[i] === 'overhead';
      const known = status !== 'infeasible' && status !== 'error';
      return judged || (this.#rivalsOfAll && known) ? [i] : [];
    });
    const found = this.#rivals.find(wanted.map((i) => indices[i] ?? 0));
    return new Map(wanted.map((i, k) => [i, found[k] ?? { design: null, overhead: null }]));
  }

  #row(
    index: number,
    state: RowState,
    reading: string,
    rival: RowRival | undefined,
  ): SweepRow | undefined {
    const { axes, outputs, where } = this.#parts;
    const { status, reason } = verdict(state, reading, rival);
    const positions = positionsAt(axes, index);
    const own = axes.map((axis, i): Cell => {
      const at = positions[i] ?? 0;
      return (axis.kind === 'quantity' ? axis.numbers[at] : axis.labels[at]) ?? null;
    });
    const missing = state.missing.length === 0 ? null : state.missing.join(' ');
    const head = [index, ...own, status, reason, missing];
    const common = (name: string): Cell => {
      if (name === 'index') return index;
      if (name === 'status') return status;
      return own[axes.findIndex((axis) => axis.name === name)] ?? null;
    };
    const kept = where.every(({ parts }) =>
      parts.every(({ of, holds }) =>
        holds(typeof of === 'string' ? common(of) : cellOf(of, state, rival)),
      ),
    );
    if (!kept) return undefined;
    const cells = [...head, ...outputs.map((output) => cellOf(output, state, rival))];
    const value = state.number(HEAD.value) ?? null;
    return { index, status, value, missing: state.missing, cells };
  }

  #scenario(index: number): Scenario {
    return scenarioAt(this.#parts.scenario, this.#parts.axes, index);
  }

  /** The reading of a row, without what does not matter for it. */
  #reading(index: number): string {
    const { axes, scenario } = this.#parts;
    const matter = axes.some(({ name }) => name === 'scenario' || name === 'reading');
    return matter ? this.#scenario(index).reading : scenario.reading;
  }
}

/** A prover that passes against a weak core only has not passed; see `conclude` of src/result. */
function verdict(
  { status, reason, number }: RowState,
  reading: string,
  rival: RowRival | undefined,
): { readonly status: Status; readonly reason: string | null } {
  if (status !== 'pass' || rival === undefined) return { status, reason };
  const limit = number(HEAD.limit) ?? NaN;
  const outcome = conclude({ id: reading, outcome: 'pass' }, rival, limit);
  if (outcome === 'pass') return { status, reason };
  const text = `rival: against ${rival.design ?? '?'} the overhead is ${rival.overhead ?? NaN}`;
  return { status: outcome, reason: text };
}

function cellOf({ origin }: Output, state: RowState, rival: RowRival | undefined): Cell {
  switch (origin.kind) {
    case 'value':
      return state.number(HEAD.value) ?? null;
    case 'margin':
      return state.number(HEAD.margin) ?? null;
    case 'own_core_passes':
      return truth(state.number(HEAD.passes));
    case 'rival':
      return rival?.design ?? null;
    case 'rival_overhead':
      return rival?.overhead ?? null;
    case 'truth':
      return truth(state.number(origin.root));
    case 'element': {
      const value = state.number(origin.root);
      return value === undefined ? null : (origin.names[value] ?? null);
    }
    case 'number':
      return state.number(origin.root) ?? null;
  }
}

function truth(value: number | undefined): boolean | null {
  return value === undefined ? null : value !== 0;
}
