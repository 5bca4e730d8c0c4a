import type { Builtin } from '../../../builtin/builtin.ts';
import { settingText } from '../../../doubt/settingText.ts';
import { formatIssue } from '../../../issues/format.ts';
import { InputError } from '../../../issues/issue.ts';
import { elementsNamed } from '../../../model/bind.ts';
import {
  buildResult,
  checkEvaluation,
  evaluateScenario,
  operationsOf,
  type Evaluated,
} from '../../../result/build.ts';
import { reproduce, reproduceStudy } from '../../../result/command.ts';
import { rivals } from '../../../result/rivals.ts';
import type { Model } from '../../../model/link.ts';
import type { Scenario } from '../../../scenario/types.ts';
import { CoreModels } from './coreModels.ts';
import { Draws, DRAWS } from './draws.ts';
import { inputRow, type InputRow } from './inputRow.ts';
import { liveVerdict, type LiveVerdict } from './liveVerdict.ts';
import { mostMoving } from './mostMoving.ts';
import { movedFrom } from './moved.ts';
import { quickEvaluation, type QuickEvaluation } from './quickEvaluation.ts';
import { scenarioOf } from './scenarioOf.ts';
import { spreadModel, type SpreadModel } from './spread.ts';
import { samePicks, type LiveState } from './state.ts';
import type { LiveView } from './view.ts';

/** Sliders of inputs that matter most, and fields for those that are missing. */
const MOST_ROWS = 8;

/** A state that was computed in full, ready for its inputs to be moved. */
interface Settled {
  readonly evaluated: Evaluated;
  readonly view: LiveView;
  readonly spread: SpreadModel;
  readonly quick: QuickEvaluation;
  readonly cores: CoreModels;
}

/**
 * Computes what a page shows, by the code of the command line and on the data of the report. A state
 * is computed from the start in steps ({@link settle}); after that its inputs can be moved within a
 * frame ({@link move}). Both give the same numbers, to the last bit.
 */
export class LiveEngine {
  readonly #parts: Builtin;
  readonly #base: Scenario;
  readonly #shipped: Scenario | undefined;
  readonly #draws = new Draws();
  /** Inputs that matter most, by state: they stay while inputs are moved. */
  #most: { readonly state: LiveState; readonly keys: readonly string[] } | undefined;
  #settled: Settled | undefined;

  /**
   * @param parts what the report was computed with
   * @param base the report's scenario
   * @param shipped the built-in scenario that it started from, if any
   */
  constructor(parts: Builtin, base: Scenario, shipped: Scenario | undefined) {
    this.#parts = parts;
    this.#base = base;
    this.#shipped = shipped;
  }

  /**
   * Computes a state from the start. Yields what is known so far, or nothing new, every few
   * milliseconds; whoever does not want the rest any more just stops asking.
   */
  *settle(state: LiveState): Generator<LiveView | undefined, undefined> {
    let view: LiveView = { state, errors: [] };
    try {
      const scenario = scenarioOf(this.#base, state);
      const evaluated = evaluateScenario(this.#parts, scenario, false);
      yield;
      const { model, evaluation } = evaluated;
      const { rival } = rivals(model, this.#parts.datasets, scenario, operationsOf(model));
      const verdict = liveVerdict(evaluation, scenario.reading, rival);
      const command = reproduce(scenario, this.#shipped);
      yield (view = { ...view, scenario, command, verdict });
      const decided = evaluation.outcome('passes', scenario.reading).status === 'known';
      const spread = decided
        ? yield* spreadModel(this.#parts, scenario, evaluated, this.#draws)
        : undefined;
      const rows = this.#rows(state, evaluated, verdict, spread);
      const values = new Map(rows.flatMap(({ key }) => valueOf(evaluated, key)));
      const study =
        spread === undefined ? {} : { studyCommand: this.#study(scenario, model, spread) };
      yield (view = { ...view, ...study, spread: spread?.at(new Map()) ?? null, rows, values });
      if (spread !== undefined) yield* this.#prepare(view, evaluated, scenario, spread);
      const { result } = buildResult(this.#parts, scenario, this.#shipped, false);
      const names = result.inputsUsed.filter(({ name }) => model.quantities.has(plainName(name)));
      yield { ...view, warnings: result.warnings, names };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { ...view, errors: error.issues.map(formatIssue) };
    }
  }

  /**
   * Computes a state that differs from the one settled last in the values of inputs only.
   *
   * @returns undefined where it differs in more, and has to be settled; without a spread where only
   *   that has to be
   */
  move(state: LiveState): LiveView | undefined {
    const settled = this.#settled;
    if (settled === undefined) return undefined;
    const { evaluated, view, spread, quick, cores } = settled;
    try {
      const scenario = scenarioOf(this.#base, state);
      const moved = movedFrom(evaluated, view.state, state, scenario);
      const evaluation = moved === undefined ? undefined : quick.at(moved);
      if (moved === undefined || evaluation === undefined) return undefined;
      checkEvaluation(evaluation, scenario);
      const { model } = evaluated;
      const { datasets } = this.#parts;
      const evaluate = cores.at(moved, scenario);
      const { rival } = rivals(model, datasets, scenario, operationsOf(model), undefined, evaluate);
      const verdict = liveVerdict(evaluation, scenario.reading, rival);
      const command = reproduce(scenario, this.#shipped);
      const now = spread.at(moved, scenario.reading === 'overhead' ? rival.best : []);
      const studyCommand = this.#study(scenario, model, spread);
      const rest = now === undefined ? {} : { studyCommand, spread: now };
      const values = new Map([...(view.values ?? []), ...moved]);
      return { state, errors: [], scenario, command, verdict, values, ...rest };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { state, errors: error.issues.map(formatIssue) };
    }
  }

  #study(scenario: Scenario, model: Model, { plain }: SpreadModel): string {
    const options = ['--samples', String(DRAWS)];
    return reproduceStudy('montecarlo', options, scenario, this.#shipped, (name, setting) =>
      settingText(name, setting, plain, model),
    );
  }

  #rows(
    state: LiveState,
    { model, records }: Evaluated,
    { missing }: LiveVerdict,
    spread: SpreadModel | undefined,
  ): InputRow[] {
    if (spread === undefined) this.#most = undefined;
    else if (this.#most === undefined || !samePicks(this.#most.state, state)) {
      this.#most = { state, keys: mostMoving(spread, this.#draws, MOST_ROWS) };
    }
    const most = this.#most?.keys ?? [];
    const keys = new Set([...most, ...state.set.keys(), ...missing.slice(0, MOST_ROWS)]);
    const { set } = this.#base;
    return [...keys].map((key) => inputRow(model, records, set, this.#parts.datasets, key));
  }

  /** Makes a state ready for its inputs to be moved. */
  *#prepare(
    view: LiveView,
    evaluated: Evaluated,
    scenario: Scenario,
    spread: SpreadModel,
  ): Generator<undefined, undefined> {
    const { model } = evaluated;
    const vary = (view.rows ?? [])
      .map(({ key }) => key)
      .filter((key) => spread.inputs.some(({ name }) => name === key));
    yield;
    const quick = quickEvaluation(evaluated, scenario, vary);
    yield;
    const cores = new CoreModels(model, this.#parts.datasets, scenario, vary);
    yield* cores.prepare();
    this.#settled = { evaluated, view, spread, quick, cores };
  }
}

/** The value of a single input that has one. */
function valueOf({ model, evaluation }: Evaluated, key: string): [string, number][] {
  const [element, ...more] = elementsNamed(model, key);
  if (element === undefined || more.length > 0) return [];
  const value = evaluation.number(element.quantity.name, ...element.tuple);
  return value === undefined ? [] : [[key, value]];
}

/** The quantity that an element belongs to. */
function plainName(key: string): string {
  return key.replace(/\[.*$/, '');
}
