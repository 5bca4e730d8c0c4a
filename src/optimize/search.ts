import { pause } from '../studies/threads/pause.ts';
import type { Element } from '../sweep/dependencies.ts';
import { compares } from '../result/condition.ts';
import type { Condition } from './condition.ts';
import type { Evaluator, Found, PointOutcome } from './evaluator.ts';
import type { Objective } from './objective.ts';
import type { OnProgress } from './request.ts';

/** What is asked of every point. */
export interface Question {
  readonly objective: Objective;
  readonly pareto: readonly Objective[];
  readonly conditions: readonly Condition[];
}

/** What became of a point: the number of the only condition that it violates, or one of these. */
export const FEASIBLE = -1;
/** It violates several conditions. */
export const INFEASIBLE = -2;
/** A condition is not known, the point makes no sense, or it was not looked at. */
export const NOT_KNOWN = -3;

/** What a search found of every point, by index. */
export interface Searched {
  /** Points that were evaluated; all of the product unless it was interrupted. */
  readonly evaluated: number;
  /** Objective in base units; NaN where it is not known. */
  readonly objective: Float64Array;
  readonly pareto: readonly Float64Array[];
  readonly state: Int16Array;
  /** Value of what the only condition that is violated is about. */
  readonly violator: Float64Array;
  /** Points that meet every condition and have an objective, and points that violate one. */
  readonly feasible: number;
  readonly infeasible: number;
  /** Points that violate each condition, and those that violate nothing else. */
  readonly violated: readonly number[];
  readonly violatedAlone: readonly number[];
  readonly unknown: readonly {
    readonly what: string;
    readonly needs: readonly string[];
    readonly points: number;
  }[];
  readonly invalid: readonly {
    readonly reason: string;
    readonly points: number;
    /** Index of the first such point. */
    readonly first: number;
  }[];
}

/** Why a point makes no sense where its columns do not say more. */
export const NO_VALUE = 'a quantity on the way has no value';

/** Points that are evaluated together. */
const CHUNK = 1024;

/** Elements of the verdict: a point in which one of them does not exist makes no sense. */
const VERDICT = ['passes', 'reading_value', 'reading_margin'] as const;

/** The elements that a question asks for, in the order in which {@link search} reads them. */
export function wantedOf({ objective, pareto, conditions }: Question, reading: string): Element[] {
  return [
    objective.element,
    ...pareto.map(({ element }) => element),
    ...conditions.flatMap(({ value, limit, passes }) => [
      value,
      ...(typeof limit === 'number' ? [] : [limit]),
      ...(passes === undefined ? [] : [passes]),
    ]),
    ...VERDICT.map((name) => ({ key: `${name}[${reading}]`, name, tuple: [reading] })),
  ];
}

/** Evaluates every point of a design space against a question. */
export async function search(
  evaluator: Evaluator,
  size: number,
  question: Question,
  onProgress?: OnProgress,
): Promise<Searched> {
  const { pareto, conditions } = question;
  const columns = {
    objective: new Float64Array(size).fill(NaN),
    pareto: pareto.map(() => new Float64Array(size).fill(NaN)),
    state: new Int16Array(size).fill(NOT_KNOWN),
    violator: new Float64Array(size).fill(NaN),
  };
  const [violated, violatedAlone] = [conditions.map(() => 0), conditions.map(() => 0)];
  const unknown = new Map<string, { what: string; needs: readonly string[]; points: number }>();
  const invalid = new Map<string, { reason: string; points: number; first: number }>();
  let [feasible, infeasible, done] = [0, 0, 0];
  const record = (index: number, outcome: PointOutcome): void => {
    const read = readPoint(question, outcome);
    if (read.kind === 'invalid') {
      const { reason } = read;
      const entry = invalid.get(reason);
      if (entry === undefined) invalid.set(reason, { reason, points: 1, first: index });
      else entry.points++;
      return;
    }
    read.pareto.forEach((value, i) => {
      const column = columns.pareto[i];
      if (column !== undefined) column[index] = value;
    });
    columns.objective[index] = read.objective;
    if (read.unknown !== undefined) {
      const { what, needs } = read.unknown;
      const key = `${what} ${needs.join()}`;
      const entry = unknown.get(key);
      if (entry === undefined) unknown.set(key, { what, needs, points: 1 });
      else entry.points++;
      // Without an objective a point can still be on a front of others.
      if (what === 'objective') columns.state[index] = stateOf(read.violations);
      return;
    }
    columns.state[index] = stateOf(read.violations);
    for (const i of read.violations) violated[i] = (violated[i] ?? 0) + 1;
    if (read.violations.length === 0) feasible++;
    else infeasible++;
    const [only = 0] = read.violations;
    if (read.violations.length === 1) {
      violatedAlone[only] = (violatedAlone[only] ?? 0) + 1;
      columns.violator[index] = read.violator;
    }
  };
  while (done < size) {
    const count = Math.min(CHUNK, size - done);
    const indices = Array.from({ length: count }, (_, i) => done + i);
    for (const [i, outcome] of evaluator.evaluate(indices).entries()) record(done + i, outcome);
    done += count;
    // Lets a signal come through.
    await pause();
    if (onProgress?.(done, size) === false) break;
  }
  return {
    evaluated: done,
    ...columns,
    feasible,
    infeasible,
    violated,
    violatedAlone,
    unknown: [...unknown.values()].sort((a, b) => b.points - a.points),
    invalid: [...invalid.values()].sort((a, b) => b.points - a.points),
  };
}

function stateOf(violations: readonly number[]): number {
  const [only = FEASIBLE] = violations;
  return violations.length > 1 ? INFEASIBLE : only;
}

type ReadPoint =
  | { readonly kind: 'invalid'; readonly reason: string }
  | {
      readonly kind: 'read';
      readonly objective: number;
      readonly pareto: readonly number[];
      /** What is not known first, the conditions before the objective. */
      readonly unknown: { readonly what: string; readonly needs: readonly string[] } | undefined;
      /** Numbers of the conditions that it does not meet. */
      readonly violations: readonly number[];
      /** Value of what the last one of these is about. */
      readonly violator: number;
    };

/** Reads what a question asks for off a point. */
function readPoint(question: Question, outcome: PointOutcome): ReadPoint {
  if (outcome.kind === 'invalid') return outcome;
  let next = 0;
  let broken = false;
  const take = (): Found => outcome.of(next++);
  const objective = take();
  if (objective.kind === 'invalid') broken = true;
  const pareto = question.pareto.map(() => valueOf(take()));
  let unknown: { what: string; needs: readonly string[] } | undefined;
  const violations: number[] = [];
  let violator = NaN;
  question.conditions.forEach(({ id, relation, limit, passes }, i) => {
    const value = take();
    const most: Found = typeof limit === 'number' ? { kind: 'value', value: limit } : take();
    const truth = passes === undefined ? undefined : take();
    for (const part of [value, most, truth]) {
      if (part?.kind === 'invalid') broken = true;
      if (part?.kind === 'missing') unknown ??= { what: id, needs: part.inputs };
    }
    const held =
      truth === undefined ? compares(valueOf(value), relation, valueOf(most)) : valueOf(truth) > 0;
    if (held) return;
    violations.push(i);
    violator = valueOf(value);
  });
  if (VERDICT.map(take).some(({ kind }) => kind === 'invalid')) broken = true;
  if (broken) return { kind: 'invalid', reason: NO_VALUE };
  if (objective.kind === 'missing') unknown ??= { what: 'objective', needs: objective.inputs };
  return { kind: 'read', objective: valueOf(objective), pareto, unknown, violations, violator };
}

function valueOf(found: Found | undefined): number {
  return found?.kind === 'value' ? found.value : NaN;
}
