import { elementsOf, type Evaluation } from '../model/evaluate.ts';
import type { ClockPoint } from '../model/clockCurve.ts';
import type { Scenario } from '../scenario/types.ts';
import { freeDie } from './freeDie.ts';
import type { EvaluationResult, InputEntry, PhaseResult, Warning } from './types.ts';
import { grouped } from '../text/grouped.ts';

/** Code of what {@link freeDie} says. */
export const FREE_DIE = 'FREE_DIE';

/** How near a build's fill has to be to the scenario's to speak of it. */
const NEAR = 0.15;

/** LUT utilisation above which builds that are fast as well are hardly published. */
const DENSE = 'reference_fill';

/** What a result rests on. */
export interface Basis {
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
  readonly used: ReadonlySet<string>;
  readonly inputs: readonly InputEntry[];
  readonly phases: readonly PhaseResult[];
  readonly rival: EvaluationResult['rival'];
  /** Points of datasets/fill_clock.csv. */
  readonly curve: readonly ClockPoint[];
}

/** Everything that a reader of the result has to know before believing it. */
export function warnings(basis: Basis): Warning[] {
  return [
    ...overridden(basis),
    ...dieWarning(basis),
    ...assumedFormulas(basis),
    ...clockWarning(basis),
    ...guessedWork(basis),
    ...rivalWarning(basis),
    ...fillWarning(basis),
    ...readingWarning(basis),
    ...secondarySources(basis),
  ];
}

/** Whether a smaller or larger chip of the same kind would be another answer. */
function dieWarning({ evaluation, scenario }: Basis): Warning[] {
  const message = freeDie(evaluation, scenario);
  const hint =
    'emuprove breakeven says at which of these it meets the limit, and emuprove optimize searches';
  return message === undefined ? [] : [{ code: FREE_DIE, message, hint }];
}

function overridden({ evaluation, used }: Basis): Warning[] {
  const names: string[] = [];
  for (const { key, quantity, tuple } of elementsOf(evaluation.model)) {
    if (!used.has(key) || quantity.body.kind === 'input') continue;
    if (evaluation.bound(quantity.name, ...tuple)?.origin.kind === 'set') names.push(key);
  }
  if (names.length === 0) return [];
  return [
    {
      code: 'OVERRIDDEN_FORMULA',
      message: `set against their formulas: ${names.join(', ')}`,
      hint: 'what they are computed from takes no part any more',
    },
  ];
}

/** Builds near this fill that kept more clock than the curve says make the native side faster. */
function clockWarning({ evaluation, scenario, curve }: Basis): Warning[] {
  // The curve is of FPGAs.
  if (scenario.technology !== undefined) return [];
  const fill = evaluation.number('fill', 'lut');
  const derate = evaluation.number('fmax_derate');
  const overhead = evaluation.number('overhead');
  if (fill === undefined || derate === undefined || overhead === undefined) return [];
  const better = curve.filter(
    (point) => Math.abs(point.fill - fill) <= NEAR && point.derate > derate && !point.onCurve,
  );
  const best = Math.max(...better.map((point) => point.derate));
  if (better.length === 0) return [];
  const list = better.map((point) => `${point.row} ${point.derate} at ${point.fill}`).join(', ');
  return [
    {
      code: 'CLOCK_CURVE',
      message: `published builds near this fill kept more of their clock than the curve's ${derate.toFixed(2)}: ${list}; with the best of them the overhead would be ${grouped(Math.round((overhead * best) / derate))}`,
      hint: 'see datasets/fill_clock.csv; --set retention_scale moves the curve',
    },
  ];
}

function assumedFormulas({ evaluation, used }: Basis): Warning[] {
  const notes = new Map<string, string[]>();
  for (const { key, quantity, tuple } of elementsOf(evaluation.model)) {
    if (!used.has(key)) continue;
    const { alternative } = evaluation.derivation(quantity.name, ...tuple);
    if (alternative?.assumed !== true) continue;
    const text = `${quantity.title}: ${alternative.note ?? 'assumed'}`;
    notes.set(text, [...(notes.get(text) ?? []), tuple.join(',')]);
  }
  return [...notes].map(([text, elements]) => ({
    code: 'ASSUMED_FORMULA',
    message: `${text}${elements[0] === '' ? '' : ` (${elements.join(', ')})`}`,
    hint: 'set the quantity itself, or choose a row that states it',
  }));
}

function guessedWork({ phases, evaluation }: Basis): Warning[] {
  const bound = evaluation.number('fabric_bound');
  const resource = evaluation.model.system.sets.get('resource')?.elements[bound ?? -1]?.id;
  if (resource === undefined) return [];
  const total = phases.reduce((sum, phase) => sum + (phase.need[resource] ?? 0), 0);
  const guessed = phases.filter((phase) => phase.basis === 'guessed');
  const share = guessed.reduce((sum, phase) => sum + (phase.need[resource] ?? 0), 0) / total;
  if (!(share > 0)) return [];
  return [
    {
      code: 'GUESSED_PHASES',
      message: `${(100 * share).toFixed(0)} % of the prover's ${resource} work is in phases that are guessed: ${guessed.map((phase) => phase.title).join(', ')}`,
      hint: 'see emuprove list provers for what a profile is read from',
    },
  ];
}

function rivalWarning({ rival, scenario, evaluation }: Basis): Warning[] {
  const [best] = rival.best;
  const own = evaluation.number('native_rate');
  if (best === undefined || own === undefined || best.nativeRate <= own) return [];
  const factor = best.nativeRate / own;
  const overhead =
    rival.overhead === null
      ? ''
      : `, which makes the overhead ${grouped(Math.round(rival.overhead))}`;
  return [
    {
      code: 'BETTER_NATIVE_CORE',
      message: `${best.design} runs ${factor.toFixed(2)} times as many instructions per second on this device${overhead}`,
      hint: `compare with --core ${best.design}; ${scenario.core} is not the hardest rival`,
    },
  ];
}

function fillWarning({ evaluation, scenario }: Basis): Warning[] {
  if (scenario.technology !== undefined) return [];
  const fill = evaluation.number('fill', 'lut');
  const usual = evaluation.number(DENSE);
  if (fill === undefined || usual === undefined || fill <= usual) return [];
  return [
    {
      code: 'DENSE',
      message: `a LUT utilisation of ${(100 * fill).toFixed(0)} % is above the ${(100 * usual).toFixed(0)} % at which large designs close timing`,
      hint: 'dense builds are published at low clocks only; see datasets/fill_clock.csv',
    },
  ];
}

function readingWarning({ scenario }: Basis): Warning[] {
  if (scenario.reading !== 'literal') return [];
  return [
    {
      code: 'LITERAL_READING',
      message: 'read literally, the criterion gets easier the more cores fit the device',
      hint: 'the overhead reading is the analogue of the rule for CPUs',
    },
  ];
}

function secondarySources({ inputs }: Basis): Warning[] {
  const names = inputs.filter((input) => input.rank === 'secondary').map((input) => input.name);
  if (names.length === 0) return [];
  const shown = names.slice(0, 6).join(', ');
  const more = names.length > 6 ? ` and ${names.length - 6} more` : '';
  return [
    {
      code: 'SECONDARY_SOURCE',
      message: `these inputs come from somebody's transcription of a source: ${shown}${more}`,
      hint: 'check them against the primary source before quoting the result',
    },
  ];
}
