import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import { operationsOf } from '../result/build.ts';
import { userWarnings } from '../result/userData.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Scenario } from '../scenario/types.ts';
import { loadSolver } from '../studies/mix/solver.ts';
import type { Axis } from '../sweep/axis.ts';
import { operationMixes, resourceEntries } from './bestMix.ts';
import { bestPoint, edgesOf } from './choose.ts';
import { changesOf } from './changes.ts';
import { optimizeCommand } from './command.ts';
import { constraintEntries } from './constraintEntries.ts';
import { describeDesign, type Described } from './designOf.ts';
import { designScenario } from './designScenario.ts';
import { DesignSpace } from './designSpace.ts';
import { Evaluator } from './evaluator.ts';
import { integerDesign } from './integerDesign.ts';
import { ownPlaces, type OwnPlace } from './ownPositions.ts';
import { frontOf } from './front.ts';
import { readAxes } from './readAxes.ts';
import type { OnProgress, OptimizeRequest } from './request.ts';
import { readQuestion } from './readQuestion.ts';
import { NO_VALUE, search, wantedOf, type Question } from './search.ts';
import type { AxisEntry, OptimizeResult } from './types.ts';
import { unitRates } from './unitRates.ts';
import { warningsOf } from './warnings.ts';

/**
 * Finds the best design of a scenario: every point of the product of the axes is evaluated, each
 * with the mix of hardware units that lets the fabric go fastest, and the best of those that meet
 * every condition is described.
 *
 * @param shipped the built-in scenario that it started from, if any
 * @param check whether to check the model first; the built-in ones were checked when they were built
 * @throws InputError for unknown names, axes and conditions that make no sense, and a product that
 *   is too large
 */
export async function optimize(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  request: OptimizeRequest,
  onProgress?: OnProgress,
): Promise<OptimizeResult> {
  const model = assemble(parts, scenario.prover, check, scenario.technology);
  const records = resolveRecords(parts.datasets, scenario, operationsOf(model));
  const evaluation = evaluateModel(model, records, scenario.set);
  const question = readQuestion(evaluation, scenario, request);
  const wanted = wantedOf(question, scenario.reading).map(({ key }) => key);
  const { axes, origin, left } = readAxes(parts, evaluation, request.over ?? [], wanted);
  const space = new DesignSpace(scenario, axes);
  const solver = await loadSolver();
  const mixed = request.mix ?? true;
  const own = ownPlaces(axes, scenario, records, evaluation);
  const evaluator = new Evaluator(parts, space, solver, mixed, own, (reading) =>
    wantedOf(question, reading),
  );
  const searched = await search(evaluator, space.size, question, onProgress);
  const { direction } = question.objective.entry;
  const best = bestPoint(searched, direction, space, own);
  const { own: ownDesign, problem } = describeOwn(
    parts,
    scenario,
    shipped,
    check,
    question,
    axes,
    own,
  );
  const point = best === undefined ? undefined : evaluator.mixedAt(best);
  if (typeof point === 'string') throw new Error(`the best design is refused: ${point}`);
  const described =
    point === undefined || best === undefined
      ? undefined
      : describeDesign(parts, designScenario(point), shipped, check, question, space.labels(best));
  const rates = point === undefined ? [] : unitRates(parts, point);
  const value = described?.design.objective ?? null;
  const before = ownDesign?.design.objective ?? null;
  const edges = best === undefined ? [] : edgesOf(searched, direction, space, best);
  return {
    schemaVersion: '1.0',
    kind: 'optimize',
    tool: { name: 'emuprove', version: parts.version },
    scenario: {
      id: scenario.id,
      title: scenario.title,
      reading: scenario.reading,
      command: optimizeCommand(scenario, shipped, request),
    },
    objective: question.objective.entry,
    axes: axes.map((axis) => axisEntry(evaluation, axis, origin)),
    left,
    mixed,
    constraints: constraintEntries(evaluation, question, searched, space, value ?? NaN),
    counts: {
      points: space.size,
      evaluated: searched.evaluated,
      feasible: searched.feasible,
      infeasible: searched.infeasible,
      unknown: total(searched.unknown),
      invalid: total(searched.invalid),
      mixes: evaluator.mixes,
    },
    complete: searched.evaluated === space.size,
    unknown: searched.unknown,
    invalid: searched.invalid.map(({ reason, points, first }) => ({
      points,
      reason: reason === NO_VALUE ? (evaluator.problemAt(first) ?? reason) : reason,
    })),
    own: ownDesign?.design ?? null,
    best: described?.design ?? null,
    factor: value === null || before === null ? null : value / before,
    changes: point === undefined || best === undefined ? [] : changesOf(space, best, own, point),
    edges,
    mix:
      point === undefined || described === undefined
        ? []
        : operationMixes(
            parts.datasets,
            point,
            rates,
            described.evaluation.number('segment_rate') ?? NaN,
          ),
    resources:
      point === undefined || described === undefined
        ? []
        : resourceEntries(point, described.evaluation, solver),
    integer:
      point === undefined || described === undefined
        ? null
        : integerDesign(
            parts,
            point,
            described.evaluation,
            rates,
            question.objective.element,
            solver,
          ),
    pareto: frontOf(searched, question, evaluator, space, shipped),
    warnings: [
      ...userWarnings(parts).map(({ code, message, hint }) => ({
        code,
        message: `${message}.`,
        hint: `${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`,
      })),
      ...warningsOf({
        scenario,
        ...(problem === undefined ? {} : { problem }),
        own: ownDesign?.evaluation,
        best: described?.evaluation,
        result: described?.result,
        objective: question.objective,
        searched,
        axes,
      }),
    ],
  };
}

/** The scenario as it is, or why it can not be evaluated. */
function describeOwn(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  question: Question,
  axes: readonly Axis[],
  own: readonly OwnPlace[],
): { readonly own?: Described; readonly problem?: string } {
  const labels = Object.fromEntries(axes.map(({ name }, i) => [name, own[i]?.label ?? '']));
  try {
    return { own: describeDesign(parts, scenario, shipped, check, question, labels) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { problem: error.issues.map(({ message }) => message).join('; ') };
  }
}

function axisEntry(evaluation: Evaluation, axis: Axis, origin: AxisEntry['origin']): AxisEntry {
  const { name, kind, labels } = axis;
  const title = evaluation.model.quantities.get(name.replace(/\[.*$/, ''))?.title ?? name;
  return { name, title, kind, origin, labels };
}

function total(parts: readonly { readonly points: number }[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
