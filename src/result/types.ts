import type { Stage } from '../datasets/types.ts';
import type { Distribution } from '../studies/types.ts';

/** How a test or a reading came out; undecided where an input that it needs is missing. */
export type Verdict = 'pass' | 'fail' | 'undecided';

/** A number of the result, unrounded and in base units. */
export interface Figure {
  /** Key of the quantity, e.g. `cores` or `usable[lut]`. */
  readonly name: string;
  readonly title: string;
  /** Null where it is not known. */
  readonly value: number | boolean | null;
  /** Base unit of the value, e.g. `cycle/s`; `1` for plain numbers, `truth` for truth values. */
  readonly unit: string;
  /** Unit in which people read it and how many base units one of it is. */
  readonly display: { readonly unit: string; readonly scale: number };
  /** Element that the value numbers, for what binds. */
  readonly element?: string;
  /** Inputs without a value that it needs. */
  readonly missing?: readonly string[];
  /** Why the value does not exist. */
  readonly invalid?: string;
}

/** A condition of the criterion. */
export interface Test {
  readonly id: string;
  readonly title: string;
  readonly outcome: Verdict;
  readonly value: Figure;
  readonly limit: Figure;
  /** log10(limit / value): powers of ten to spare, negative where it fails. */
  readonly margin: number | null;
}

/** One reading of the criterion. */
export interface ReadingResult {
  readonly id: string;
  readonly title: string;
  /** Of the ratio alone. */
  readonly ratioOutcome: Verdict;
  /** Of the ratio and every test. */
  readonly outcome: Verdict;
  readonly value: Figure;
  /** With whole devices. */
  readonly integer: Figure;
  readonly margin: Figure;
  readonly remark: string;
}

/** What a phase of the prover costs. */
export interface PhaseResult {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  readonly basis: string;
  readonly source: string;
  /** Resource time per instruction by resource, in resource x s / cycle. */
  readonly need: Readonly<Record<string, number>>;
  /** Share of the usable resource it takes at the proved segment rate, by resource. */
  readonly share: Readonly<Record<string, number>>;
  /** Memory traffic per instruction before fusion, in bytes. */
  readonly bytes: number;
}

/** The hardware unit of an operation. */
export interface UnitResult {
  readonly operation: string;
  readonly title: string;
  /** Row of datasets/units.csv, or null where none is known. */
  readonly unit: string | null;
  readonly opsPerCycle: Figure;
  /** Units that keep up with the segment rate. */
  readonly count: Figure;
}

/** A core that competes with the scenario's on the native side. */
export interface Rival {
  readonly design: string;
  readonly name: string;
  readonly cores: number;
  readonly nativeRate: number;
}

/** An input that the result depends on. */
export interface InputEntry {
  readonly name: string;
  readonly title: string;
  readonly value: number;
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  readonly low?: number;
  readonly high?: number;
  /** What it may be in base units, where the scenario says so. */
  readonly distribution?: Distribution;
  readonly stage: Stage;
  /** `set` by scenario or command line, `dataset`, `model` default, or `choice`. */
  readonly origin: 'set' | 'dataset' | 'model' | 'choice';
  readonly source: string;
  readonly url?: string;
  readonly date?: string;
  readonly rank?: string;
  readonly note?: string;
  /** Whether a designer chooses it, so that its range is no doubt. */
  readonly design?: boolean;
  /** `datasets/devices.csv:12 xcvu47p.lut` for a cell of a table. */
  readonly cell?: string;
}

/** Something the reader has to know; also data. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** How well the inputs are known. */
export interface Coverage {
  readonly total: number;
  readonly byStage: Readonly<Record<Stage, number>>;
  /** `82 inputs: 31 measured, …`. */
  readonly line: string;
}

/** The result of `emuprove evaluate`. Everything that is rendered is in it. */
export interface EvaluationResult {
  readonly schemaVersion: '1.0';
  readonly kind: 'evaluation';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  /** Model files and tables with the SHA-256 of their bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly models: readonly { readonly id: string; readonly version: string }[];
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly meaning: string;
    readonly platform: string | null;
    /** FPGA part, or process of an ASIC. */
    readonly device: string;
    /** Left out for an FPGA; as are process and memory interface. */
    readonly technology?: 'asic';
    readonly node?: string;
    readonly memory?: string;
    readonly core: string;
    readonly prover: string;
    readonly aggregation: 'none' | 'recursive';
    readonly reading: string;
    /** Rows that were used, by record. */
    readonly rows: Readonly<Record<string, string>>;
    readonly set: readonly {
      readonly name: string;
      readonly value: number | string;
      readonly source: string;
    }[];
    /** Command that gives this result. */
    readonly command: string;
  };
  readonly verdict: {
    readonly reading: string;
    readonly outcome: Verdict;
    readonly sentence: string;
    readonly value: number | null;
    readonly limit: number;
    readonly margin: number | null;
    readonly missing: readonly string[];
  };
  readonly readings: readonly ReadingResult[];
  readonly tests: readonly Test[];
  readonly native: readonly Figure[];
  readonly proving: readonly Figure[];
  readonly proof: readonly Figure[];
  readonly cost: readonly Figure[];
  readonly resources: readonly {
    readonly id: string;
    readonly title: string;
    readonly figures: Readonly<Record<string, Figure>>;
  }[];
  readonly units: readonly UnitResult[];
  readonly phases: readonly PhaseResult[];
  /** Emulation beside the phases: resource time by resource. */
  readonly emulation: Readonly<Record<string, number>>;
  readonly rival: {
    /** The best native cores of the device, best first. */
    readonly best: readonly Rival[];
    /** Cores that were compared, and how many more there are whose rate is not known. */
    readonly compared: number;
    readonly unknown: number;
    /** Overhead against the best of them, itself emulated and proved. */
    readonly overhead: number | null;
  };
  readonly coverage: Coverage;
  /** How far the model was off where others have published, in a sentence. */
  readonly backtest?: string;
  readonly warnings: readonly Warning[];
  readonly inputsUsed: readonly InputEntry[];
  /** Every quantity that has a value. */
  readonly quantities: readonly Figure[];
}
