// Generated from datasets/columns.yaml by npm run row-types.
import type { DevicesRow } from './devices.ts';
import type { FamiliesRow } from './families.ts';
import type { LutConversionsRow } from './lut_conversions.ts';
import type { PlatformsRow } from './platforms.ts';
import type { CoresRow } from './cores.ts';
import type { OperationsRow } from './operations.ts';
import type { UnitsRow } from './units.ts';
import type { FillClockRow } from './fill_clock.ts';
import type { PricesRow } from './prices.ts';
import type { StagesRow } from './stages.ts';
import type { NodesRow } from './nodes.ts';
import type { AsicCoresRow } from './asic_cores.ts';
import type { AsicUnitsRow } from './asic_units.ts';
import type { MemoriesRow } from './memories.ts';
import type { GapsRow } from './gaps.ts';
import type { ZkvmsRow } from './zkvms.ts';
import type { MilestonesRow } from './milestones.ts';
import type { ZkvmFiguresRow } from './zkvm_figures.ts';
import type { CellsRow } from './cells.ts';
import type { BacktestRow } from './backtest.ts';
import type { ReferencesRow } from './references.ts';

/** The type of a row by the name of its table. */
export interface Tables {
  /** one FPGA part */
  readonly devices: DevicesRow;
  /** one FPGA family */
  readonly families: FamiliesRow;
  /** how many units of one kind of logic replace one of another */
  readonly lut_conversions: LutConversionsRow;
  /** a board, card or cloud instance that carries devices */
  readonly platforms: PlatformsRow;
  /** one RISC-V core configuration as built for one family */
  readonly cores: CoresRow;
  /** an operation that a prover counts */
  readonly operations: OperationsRow;
  /** one hardware unit that does an operation */
  readonly units: UnitsRow;
  /** one point of clock against fill */
  readonly fill_clock: FillClockRow;
  /** one price or factor that belongs to no platform */
  readonly prices: PricesRow;
  /** how far off a figure of a stage may be, where its row states no range */
  readonly stages: StagesRow;
  /** one manufacturing process */
  readonly nodes: NodesRow;
  /** one RISC-V core configuration as built in standard cells */
  readonly asic_cores: AsicCoresRow;
  /** one hardware unit that does an operation, in standard cells */
  readonly asic_units: AsicUnitsRow;
  /** one memory interface of a chip with the memory behind it */
  readonly memories: MemoriesRow;
  /** one published comparison of an FPGA with an ASIC */
  readonly gaps: GapsRow;
  /** a system that the roadmap is scored for */
  readonly zkvms: ZkvmsRow;
  /** a milestone of the roadmap */
  readonly milestones: MilestonesRow;
  /** one published measurement or statement about a system */
  readonly zkvm_figures: ZkvmFiguresRow;
  /** what one cell of a netlist, or one resource of nextpnr, takes of a fabric; emuprove import counts with it */
  readonly cells: CellsRow;
  /** how far the model is off where others have published; written by scripts/backtest.mjs from what emuprove backtest finds */
  readonly backtest: BacktestRow;
  /** what somebody proves with today, with the hardware and what it costs */
  readonly references: ReferencesRow;
}

export type {
  DevicesRow,
  FamiliesRow,
  LutConversionsRow,
  PlatformsRow,
  CoresRow,
  OperationsRow,
  UnitsRow,
  FillClockRow,
  PricesRow,
  StagesRow,
  NodesRow,
  AsicCoresRow,
  AsicUnitsRow,
  MemoriesRow,
  GapsRow,
  ZkvmsRow,
  MilestonesRow,
  ZkvmFiguresRow,
  CellsRow,
  BacktestRow,
  ReferencesRow,
};
