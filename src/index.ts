/**
 * The public API of emuprove: load data and models, resolve a scenario, evaluate it, compile it to
 * what varies, study its doubt, search for a better one, and explain its numbers. Each function gives
 * the object that the command of the same name writes as JSON.
 *
 * @module
 */
export { loadBuiltin, type Loaded } from './builtin/load.ts';
export type { BacktestOptions } from './backtest/backtest.ts';
export type { Builtin, UserDirectory } from './builtin/builtin.ts';
export type { CompareOptions } from './compare/compare.ts';
export type { AsicChoice } from './cost/sides.ts';
export type { DossierOptions } from './dossier/build.ts';
export { STUDY_DEFAULTS } from './doubt/defaults.ts';
export type { DoubtBasis } from './doubt/distributionOf.ts';
export type { SideRequest } from './doubt/grid.ts';
export type { MontecarloRequest } from './doubt/montecarlo.ts';
export type { SobolRequest } from './doubt/sobol.ts';
export type { SubjectRequest } from './doubt/subject.ts';
export { InputError, type Issue, type Place } from './issues/issue.ts';
export type { ImportedReport, ImportResult } from './importers/importResult.ts';
export type * from './importers/proverTrace/types.ts';
export { readProverTrace, type ImportedProver } from './importers/proverTrace/read.ts';
export type { Cells, RowKind, RowRequest } from './importers/rowRequest.ts';
export type { ClockFigure, Figures, ReportOptions } from './importers/types.ts';
export { backtest } from './library/backtest.ts';
export { breakEven } from './library/breakEven.ts';
export { compare } from './library/compare.ts';
export { compileScenario, type CompiledScenario } from './library/compileScenario.ts';
export { cost } from './library/cost.ts';
export { evaluate } from './library/evaluate.ts';
export { evaluateColumns, type ColumnResult } from './library/evaluateColumns.ts';
export { explain } from './library/explain.ts';
export { grid } from './library/grid.ts';
export { importReports, type ImportRequest, type ReportText } from './library/importReports.ts';
export { montecarlo } from './library/montecarlo.ts';
export { morris } from './library/morris.ts';
export { optimize } from './library/optimize.ts';
export type { StudyOptions } from './library/prepareStudy.ts';
export { phases } from './library/phases.ts';
export { quantityBreakEven } from './library/quantityBreakEven.ts';
export { quantityGrid } from './library/quantityGrid.ts';
export { report } from './library/report.ts';
export {
  resolveScenario,
  type ResolvedScenario,
  type ScenarioInput,
} from './library/resolveScenario.ts';
export { sampledTornado } from './library/sampledTornado.ts';
export { sobol } from './library/sobol.ts';
export { sweep } from './library/sweep.ts';
export { sweepRecords, type SweepRecord } from './library/sweepRecords.ts';
export { tornado } from './library/tornado.ts';
export { withRow } from './library/withRow.ts';
export type { Element, IndexSet } from './formula/system.ts';
export type {
  Basis,
  Kernel,
  ModelDocument,
  ProverDocument,
  Quantity,
  StatedValue,
} from './model/types.ts';
export type { Aim, OptimizeRequest, OnProgress as OnDesigns } from './optimize/request.ts';
export type { CorrelationSource, ScenarioSource, SettingSource } from './scenario/source.ts';
export type { Axis, ChoiceAxis, QuantityAxis } from './sweep/axis.ts';
export type { Sink } from './sweep/files/sink.ts';
export { runSweep, type RunOptions, type RunResult } from './sweep/run.ts';
export type { SweepSummary } from './sweep/summary.ts';
export type { Sweep, SweepRequest } from './sweep/sweep.ts';

// What results are made of.
export type * from './backtest/types.ts';
export type * from './compare/types.ts';
export type * from './cost/types.ts';
export {
  STAGES,
  type ColumnSchema,
  type Datasets,
  type Row,
  type Stage,
  type Table,
  type TableSchema,
} from './datasets/types.ts';
export type * from './dossier/types.ts';
export type * from './doubt/types.ts';
export type * from './explain/types.ts';
export type * from './optimize/types.ts';
export type * from './phases/types.ts';
export type * from './result/types.ts';
export type * from './scenario/types.ts';
export type * from './studies/types.ts';
export type * from './sweep/types.ts';
