import type { Builtin } from '../builtin/builtin.ts';
import { rowOf } from '../datasets/rowsWith.ts';
import type { Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import type { Model } from '../model/link.ts';
import { assemble } from '../model/assemble.ts';
import { evaluateScenario, type Evaluated } from '../result/build.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Solver } from '../studies/mix/solver.ts';
import type { Axis } from '../sweep/axis.ts';
import { INVALID, KNOWN, UNSURE } from '../sweep/column.ts';
import type { Element } from '../sweep/dependencies.ts';
import { designScenario } from './designScenario.ts';
import type { DesignSpace } from './designSpace.ts';
import type { OwnPlace } from './ownPositions.ts';
import { mixKey, mixOf, type MixInputs, type PointMix } from './pointMix.ts';
import { ProverFrame, type Columns, type PointInputs } from './proverFrame.ts';
import { asicCandidates, unitCandidates, type Candidates } from './unitCandidates.ts';

/** What is wanted of a point, or why there is none of it. */
export type Found =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'missing'; readonly inputs: readonly string[] }
  | { readonly kind: 'invalid' };

/** What came of a point. */
export type PointOutcome =
  | { readonly kind: 'found'; readonly of: (wanted: number) => Found }
  | { readonly kind: 'invalid'; readonly reason: string };

/** A point with its mix. */
export interface MixedPoint {
  readonly frame: ProverFrame;
  readonly scenario: Scenario;
  readonly candidates: readonly Candidates[];
  readonly inputs: MixInputs;
  readonly mix: PointMix;
}

/** Where a point of the product stands, found for the choices it makes. */
interface Place {
  readonly frame: ProverFrame;
  readonly values: Float64Array;
  readonly device: Row;
}

interface Prepared {
  readonly index: number;
  readonly positions: readonly number[];
  readonly place: Place;
  readonly point: PointInputs;
  readonly candidates: readonly Candidates[];
}

/** Entries that are kept of what can be computed again, so that memory stays constant. */
const KEPT = 50_000;

/** Evaluates points of a design space, many at a time, each with its best mix of units. */
export class Evaluator {
  readonly #parts: Builtin;
  readonly #space: DesignSpace;
  readonly #solver: Solver;
  readonly #mix: boolean;
  readonly #own: readonly OwnPlace[];
  readonly #wanted: (reading: Scenario['reading']) => readonly Element[];
  readonly #models = new Map<string, Model>();
  readonly #frames = new Map<string, ProverFrame>();
  readonly #places = new Map<string, Place | string>();
  readonly #candidates = new Map<string, readonly Candidates[]>();
  readonly #units = new Map<string, Float64Array>();
  readonly #mixes = new Map<string, PointMix>();
  #computed = 0;

  /**
   * @param mix whether units are chosen
   * @param own where the scenario itself stands on the axes: a design does not set what it has
   * @param wanted elements that are wanted of every point with a reading
   */
  constructor(
    parts: Builtin,
    space: DesignSpace,
    solver: Solver,
    mix: boolean,
    own: readonly OwnPlace[],
    wanted: (reading: Scenario['reading']) => readonly Element[],
  ) {
    this.#parts = parts;
    this.#space = space;
    this.#solver = solver;
    this.#mix = mix;
    this.#own = own;
    this.#wanted = wanted;
  }

  /** How many mixes were computed so far. */
  get mixes(): number {
    return this.#computed;
  }

  /** Evaluates points by their index. */
  evaluate(indices: readonly number[]): PointOutcome[] {
    const outcomes = new Array<PointOutcome>(indices.length);
    const groups = new Map<ProverFrame, { readonly at: number[]; readonly points: Prepared[] }>();
    for (const [i, index] of indices.entries()) {
      const prepared = this.#prepare(index);
      if (typeof prepared === 'string') {
        outcomes[i] = { kind: 'invalid', reason: prepared };
        continue;
      }
      const { frame } = prepared.place;
      let group = groups.get(frame);
      if (group === undefined) groups.set(frame, (group = { at: [], points: [] }));
      group.at.push(i);
      group.points.push(prepared);
    }
    for (const [frame, { at, points }] of groups) {
      const found = this.#evaluate(frame, points);
      at.forEach((i, k) => (outcomes[i] = found[k] ?? { kind: 'invalid', reason: '' }));
    }
    return outcomes;
  }

  /** A point with its mix; the reason where it makes no sense. */
  mixedAt(index: number): MixedPoint | string {
    const prepared = this.#prepare(index);
    if (typeof prepared === 'string') return prepared;
    const { place, candidates, positions } = prepared;
    const [inputs] = this.#mixInputs(place.frame, [prepared]);
    if (inputs === undefined) throw new Error('a point has inputs of its own');
    return {
      frame: place.frame,
      scenario: this.#space.scenario(positions, (_, i) => positions[i] !== this.#own[i]?.position),
      candidates,
      inputs,
      mix: this.#mixOf(inputs),
    };
  }

  /** Why a point can not be evaluated, in the words of `emuprove evaluate`; undefined where it can. */
  problemAt(index: number): string | undefined {
    const attempt = this.#evaluateAlone(index);
    return typeof attempt === 'string' ? attempt : undefined;
  }

  #evaluateAlone(index: number): Evaluated | string {
    const mixed = this.mixedAt(index);
    if (typeof mixed === 'string') return mixed;
    return attempted(() => evaluateScenario(this.#parts, designScenario(mixed), false));
  }

  #evaluate(frame: ProverFrame, points: readonly Prepared[]): PointOutcome[] {
    const inputs = this.#mixInputs(frame, points);
    const mixes = inputs.map((each) => this.#mixOf(each));
    const costs = frame.costs.map(() => new Float64Array(points.length));
    const units = points.map((point, k) => {
      const mix = mixes[k];
      if (mix === undefined) throw new Error('every point has a mix');
      for (const [i, column] of costs.entries()) column[k] = mix.costs[i] ?? NaN;
      return this.#unitsOf(point, mix.main);
    });
    const columns = frame.evaluateValues(
      points.map(({ point }) => point),
      units,
      costs,
    );
    return this.#outcomes(frame, columns, points);
  }

  #outcomes(frame: ProverFrame, columns: Columns, points: readonly Prepared[]): PointOutcome[] {
    const { wanted } = frame;
    return points.map(({ index }, k): PointOutcome => {
      const cores = this.#found(columns, frame.needs.cores, k);
      const found = wanted.map((element) => this.#found(columns, element, k));
      if (cores === undefined || found.includes(undefined)) return this.#single(index, wanted);
      if (cores.kind === 'value' && cores.value === 0) {
        return { kind: 'invalid', reason: 'not one core fits on the device' };
      }
      return { kind: 'found', of: (i) => found[i] ?? { kind: 'invalid' } };
    });
  }

  /** An element of a point; undefined where only evaluating the point by itself can tell. */
  #found(columns: Columns, element: Element, k: number): Found | undefined {
    const { values, codes } = columns.of(element);
    const code = codes?.[k] ?? KNOWN;
    if (code === KNOWN) return { kind: 'value', value: values[k] ?? NaN };
    if (code === UNSURE) return undefined;
    return code === INVALID
      ? { kind: 'invalid' }
      : { kind: 'missing', inputs: columns.inputs(code) };
  }

  /** Evaluates a point by itself. */
  #single(index: number, wanted: readonly Element[]): PointOutcome {
    const attempt = this.#evaluateAlone(index);
    if (typeof attempt === 'string') return { kind: 'invalid', reason: attempt };
    const { evaluation } = attempt;
    return {
      kind: 'found',
      of: (i) => {
        const { name = '', tuple = [] } = wanted[i] ?? {};
        const outcome = evaluation.outcome(name, ...tuple);
        if (outcome.status === 'known') return { kind: 'value', value: Number(outcome.value) };
        return outcome.status === 'missing'
          ? { kind: 'missing', inputs: outcome.inputs }
          : { kind: 'invalid' };
      },
    };
  }

  #mixOf(inputs: MixInputs): PointMix {
    const key = mixKey(inputs);
    let mix = this.#mixes.get(key);
    if (mix === undefined) {
      this.#computed++;
      keep(this.#mixes, key, (mix = mixOf(inputs, this.#solver)));
    }
    return mix;
  }

  /** What the mixes of points are made of: each unit is tried in all points at once. */
  #mixInputs(frame: ProverFrame, points: readonly Prepared[]): MixInputs[] {
    const inputs = points.map(({ point }) => point);
    const tried = Math.max(
      ...points.flatMap(({ candidates }) => candidates.map(({ units }) => units.length)),
    );
    const of = (n: number): Float64Array[] =>
      points.map((point) =>
        this.#unitsOf(
          point,
          point.candidates.map(({ units }) => Math.min(n, Math.max(0, units.length - 1))),
        ),
      );
    const needs = frame.evaluateNeeds(inputs, of(0));
    const costs = Array.from({ length: Math.max(1, tried) }, (_, n) =>
      frame.evaluateCosts(inputs, of(n)),
    );
    const number = (columns: Columns, element: Element, k: number): number => {
      const found = this.#found(columns, element, k);
      return found?.kind === 'value' ? found.value : NaN;
    };
    const { operations, resources } = frame;
    return points.map(({ candidates }, k): MixInputs => {
      const limits = frame.needs.limits.map((element) => number(needs, element, k));
      return {
        operations,
        resources,
        ops: frame.needs.ops.map((element) => number(needs, element, k)),
        usable: frame.needs.usable.map((element) => number(needs, element, k)),
        emulate: frame.needs.emulate.map((element) => number(needs, element, k)),
        cap: limits.some((limit) => Number.isNaN(limit)) ? Infinity : Math.min(...limits),
        units: candidates.map(({ units }) => units),
        costs: candidates.map(({ units }, o) =>
          units.map((_, n) =>
            resources.map((_resource, r) => {
              const [columns, element] = [costs[n], frame.costs[o * resources.length + r]];
              return columns === undefined || element === undefined
                ? NaN
                : number(columns, element, k);
            }),
          ),
        ),
      };
    });
  }

  /** What the rows of some units give, by the position of each among the candidates. */
  #unitsOf({ place, candidates, positions }: Prepared, choice: readonly number[]): Float64Array {
    const key = `${choice.join()} ${this.#space.key(positions, concernsUnits)}`;
    let values = this.#units.get(key);
    if (values === undefined) {
      const units = candidates.flatMap(({ operation, units: keys }, o) => {
        const unit = keys[choice[o] ?? 0];
        return unit === undefined ? [] : [[operation, unit] as const];
      });
      const scenario = {
        ...this.#space.scenario(positions, concernsUnits),
        units: Object.fromEntries(units),
      };
      const { operations } = place.frame;
      const records = resolveRecords(this.#parts.datasets, scenario, operations);
      values = place.frame.part('units', records);
      keep(this.#units, key, values);
    }
    return values;
  }

  #prepare(index: number): Prepared | string {
    const positions = this.#space.positions(index);
    const place = this.#place(positions);
    if (typeof place === 'string') return place;
    const numbers: number[] = [];
    for (const [i, axis] of this.#space.axes.entries()) {
      if (axis.kind === 'quantity') numbers.push(axis.numbers[positions[i] ?? 0] ?? NaN);
    }
    const candidates = this.#candidatesOf(place, positions);
    return {
      index,
      positions,
      place,
      point: { place: place.values, numbers },
      candidates,
    };
  }

  #candidatesOf({ frame, device }: Place, positions: readonly number[]): readonly Candidates[] {
    const key = this.#space.key(positions, concernsUnits);
    let candidates = this.#candidates.get(key);
    if (candidates === undefined) {
      const { units, technology } = this.#space.scenario(positions, concernsUnits);
      const find = technology === 'asic' ? asicCandidates : unitCandidates;
      candidates = frame.operations.map((operation) => {
        const found = find(this.#parts.datasets, operation, device, units[operation]);
        return this.#mix ? found : { ...found, units: found.units.slice(0, 1) };
      });
      keep(this.#candidates, key, candidates);
    }
    return candidates;
  }

  #place(positions: readonly number[]): Place | string {
    const matters = (axis: Axis): boolean => isChoice(axis) && !axis.name.startsWith('unit.');
    const key = this.#space.key(positions, matters);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = attempted(() => this.#findPlace(positions, matters));
      keep(this.#places, key, place);
    }
    return place;
  }

  #findPlace(positions: readonly number[], matters: (axis: Axis) => boolean): Place {
    const { datasets } = this.#parts;
    const scenario = this.#space.scenario(positions, matters);
    const records = resolveRecords(datasets, { ...scenario, units: {} }, []);
    const key = `${scenario.prover} ${scenario.reading}`;
    let frame = this.#frames.get(key);
    if (frame === undefined) {
      let model = this.#models.get(scenario.prover);
      model ??= assemble(this.#parts, scenario.prover, false, scenario.technology);
      this.#models.set(scenario.prover, model);
      const quantities = this.#space.axes.filter((axis) => axis.kind === 'quantity');
      const wanted = [...this.#wanted(scenario.reading)];
      frame = new ProverFrame(model, scenario, records, quantities, wanted);
      this.#frames.set(key, frame);
    }
    // What units are chosen for: an FPGA, or the process of an ASIC.
    const [table = '', name = ''] = (
      records.chosen['device'] ??
      records.chosen['node'] ??
      ''
    ).split(':');
    const device = rowOf(datasets.get(table), name);
    if (device === undefined) throw new Error(`there is no ${table} ${name}`);
    return { frame, values: frame.part('place', records), device };
  }
}

function isChoice(axis: Axis): boolean {
  return axis.kind === 'choice';
}

/** Whether an axis decides about units: they differ by device and prover, and not by core. */
function concernsUnits(axis: Axis): boolean {
  return isChoice(axis) && axis.name !== 'core' && axis.name !== 'aggregation';
}

/** Remembers an entry; all are dropped when there are many. */
function keep<T>(entries: Map<string, T>, key: string, entry: T): void {
  if (entries.size >= KEPT) entries.clear();
  entries.set(key, entry);
}

/** A result, or why the input does not allow one. */
function attempted<T extends object>(make: () => T): T | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ message }) => message).join('; ');
    throw error;
  }
}
