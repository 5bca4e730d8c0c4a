/**
 * The public API of emuprove: load data and models, resolve a scenario, evaluate it, compile it to
 * what varies, study its doubt, search for a better one, and explain its numbers. Each function gives
 * the object that the command of the same name writes as JSON.
 *
 * @module
 */
export { loadBuiltin, type Loaded } from './builtin/load.ts';
export type { Builtin } from './builtin/builtin.ts';
export type { CompareOptions } from './compare/compare.ts';
export type { Comparison } from './compare/types.ts';
export type { DossierOptions } from './dossier/build.ts';
export type { Dossier } from './dossier/types.ts';
export { STUDY_DEFAULTS } from './doubt/defaults.ts';
export type { SideRequest } from './doubt/grid.ts';
export type { MontecarloRequest } from './doubt/montecarlo.ts';
export type { SobolRequest } from './doubt/sobol.ts';
export type {
  BreakEvenReport,
  DoubtHead,
  GridReport,
  MontecarloReport,
  MorrisReport,
  SampledTornadoReport,
  SobolReport,
  TornadoReport,
} from './doubt/types.ts';
export type { ExplainNode } from './explain/types.ts';
export { InputError, type Issue, type Place } from './issues/issue.ts';
export { breakEven } from './library/breakEven.ts';
export { compare } from './library/compare.ts';
export { compileScenario, type CompiledScenario } from './library/compileScenario.ts';
export { evaluate } from './library/evaluate.ts';
export { evaluateColumns, type ColumnResult } from './library/evaluateColumns.ts';
export { explain } from './library/explain.ts';
export { grid } from './library/grid.ts';
export { montecarlo } from './library/montecarlo.ts';
export { morris } from './library/morris.ts';
export { optimize } from './library/optimize.ts';
export type { StudyOptions } from './library/prepareStudy.ts';
export { report } from './library/report.ts';
export {
  resolveScenario,
  type ResolvedScenario,
  type ScenarioInput,
} from './library/resolveScenario.ts';
export { sampledTornado } from './library/sampledTornado.ts';
export { sobol } from './library/sobol.ts';
export { sweep } from './library/sweep.ts';
export { tornado } from './library/tornado.ts';
export type { Aim, OptimizeRequest } from './optimize/request.ts';
export type { OptimizeResult } from './optimize/types.ts';
export type { EvaluationResult, Figure, InputEntry } from './result/types.ts';
export type { ScenarioSource } from './scenario/schema.ts';
export type { Scenario, Setting } from './scenario/types.ts';
export type { ColumnModel } from './studies/types.ts';
export { runSweep, type RunOptions, type RunResult } from './sweep/run.ts';
export type { Sweep, SweepRequest } from './sweep/sweep.ts';
export type { SweepColumn, SweepPlan, SweepRow } from './sweep/types.ts';
