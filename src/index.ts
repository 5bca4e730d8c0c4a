/**
 * The public API of emuprove: load what ships, complete a scenario, evaluate it, compile it to what
 * varies, and explain its numbers.
 *
 * @module
 */
export { loadBuiltin, type Loaded } from './builtin/load.ts';
export type { Builtin } from './builtin/builtin.ts';
export { compare, type CompareOptions } from './compare/compare.ts';
export { buildDossier, type DossierOptions } from './dossier/build.ts';
export type { Dossier } from './dossier/types.ts';
export { explain } from './explain/explain.ts';
export type { ExplainNode, Explanation } from './explain/types.ts';
export { InputError, type Issue, type Place } from './issues/issue.ts';
export { assemble, type Parts } from './model/assemble.ts';
export { evaluateModel, type Evaluation, type Outcome } from './model/evaluate.ts';
export type { Model } from './model/link.ts';
export { specialise, type Specialised } from './model/specialise.ts';
export { optimize } from './optimize/optimize.ts';
export { runSweep, type RunOptions, type RunResult } from './sweep/run.ts';
export { prepareSweep, type Sweep, type SweepRequest } from './sweep/sweep.ts';
export type { SweepColumn, SweepPlan, SweepRow } from './sweep/types.ts';
export {
  buildResult,
  evaluateScenario,
  operationsOf,
  type Built,
  type Evaluated,
} from './result/build.ts';
export type { EvaluationResult, Figure, InputEntry } from './result/types.ts';
export { completeScenario } from './scenario/complete.ts';
export { resolveRecords } from './scenario/records.ts';
export type { ScenarioSource } from './scenario/schema.ts';
export type { Records, Scenario, Setting } from './scenario/types.ts';
