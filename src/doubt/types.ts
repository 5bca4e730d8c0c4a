import type { Stage } from '../datasets/types.ts';
import type { BreakEvenResult } from '../studies/breakeven/breakEven.ts';
import type { SmallestChange } from '../studies/breakeven/smallestChange.ts';
import type { Polyline } from '../studies/grid/isoline.ts';
import type { MontecarloResult } from '../studies/montecarlo/types.ts';
import type { MorrisResult } from '../studies/morris/morris.ts';
import type { SobolResult } from '../studies/sobol/sobol.ts';
import type { SampledTornadoResult } from '../studies/tornado/sampledTornado.ts';
import type { SwingScale } from '../studies/tornado/swing.ts';
import type { TornadoResult } from '../studies/tornado/tornado.ts';
import type { Distribution } from '../studies/types.ts';
import type { DoubtBasis } from './distributionOf.ts';

/** An input in doubt, as the result of a study reports it: numbers in base units. */
export interface DoubtInput {
  readonly name: string;
  readonly title: string;
  readonly base: number;
  /** The values that one draw in twenty stays below, and that one in twenty exceeds. */
  readonly p05: number;
  readonly p95: number;
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  readonly stage: Stage;
  readonly basis: DoubtBasis;
  /** In base units. */
  readonly distribution: Distribution;
  /** Of a discrete choice: what its values 0, 1, … stand for. */
  readonly labels?: readonly string[];
}

/** An output of a study. */
export interface DoubtOutput {
  /** Key of the quantity. */
  readonly name: string;
  readonly title: string;
  /** Base unit; `1` for plain numbers, `truth` for truth values. */
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
}

/** The quantity that a study is about where that is not the ratio: numbers in base units. */
export interface Subject extends DoubtOutput {
  /** Without doubt. */
  readonly value: number;
  /** What it shall be at most; left out where nothing was said. */
  readonly limit?: number;
}

/** What every result of a study says about where it comes from. */
export interface DoubtHead {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly reading: string;
    readonly command: string;
  };
  /** Value of the headline without doubt, and its limit, whatever else the study is about. */
  readonly value: number;
  readonly limit: number;
  /** What a reader has to know beside the numbers. */
  readonly notes: readonly string[];
  /** Own cores with which the ratio passes, and with the fastest core of the device it fails; left out for none. */
  readonly weakCores?: readonly string[];
  readonly inputs: readonly DoubtInput[];
  /** What the outputs of the study are called, and the unit of each. */
  readonly outputs: readonly DoubtOutput[];
  /** Inputs that are drawn together; studies that can not do so say it. */
  readonly correlations: readonly {
    readonly between: readonly [string, string];
    readonly value: number;
  }[];
}

/** Result of `emuprove montecarlo`. */
export interface MontecarloReport extends DoubtHead {
  readonly kind: 'montecarlo';
  /** Keys of the outputs that were asked for beside the headline and its tests. */
  readonly asked: readonly string[];
  readonly result: MontecarloResult;
}

/** Result of `emuprove tornado`. */
export interface TornadoReport extends DoubtHead {
  readonly kind: 'tornado';
  /** Left out where it is about the ratio. */
  readonly of?: Subject;
  readonly result: TornadoResult;
}

/** Result of `emuprove tornado --sampled`. */
export interface SampledTornadoReport extends DoubtHead {
  readonly kind: 'sampled-tornado';
  /** Left out where it is about the ratio. */
  readonly of?: Subject;
  readonly seed: number;
  readonly samples: number;
  /** How swings are measured, of another quantity than the ratio; differences of log10 where left out. */
  readonly scale?: SwingScale;
  readonly result: SampledTornadoResult;
}

/** Result of `emuprove sobol`: outputs are log10 of the ratio, the verdict, and what was asked for. */
export interface SobolReport extends DoubtHead {
  readonly kind: 'sobol';
  readonly seed: number;
  readonly result: SobolResult;
}

/** Result of `emuprove morris`: of log10 of the ratio. */
export interface MorrisReport extends DoubtHead {
  readonly kind: 'morris';
  readonly seed: number;
  readonly trajectories: number;
  readonly result: MorrisResult;
}

/** An input that break-even looks at, in doubt or not: numbers in base units. */
export interface ReachInput extends Pick<
  DoubtInput,
  'name' | 'title' | 'base' | 'unit' | 'display' | 'stage'
> {
  /** Between these a solution was looked for. */
  readonly low: number;
  readonly high: number;
  /** Of a logarithm, of which 1 more is a factor of 2: low and high are that far away by factor. */
  readonly scale?: 'log2';
  /** Whether only whole numbers of its unit were looked at. */
  readonly whole?: boolean;
  /** All that it may be by its distribution, where it is in doubt. */
  readonly plausible?: readonly [number, number];
}

/** What another value of a discrete choice would do alone. */
export interface Alternative {
  readonly input: string;
  readonly label: string;
  readonly ratio: number;
  readonly passes: boolean;
}

/** Result of `emuprove breakeven`. */
export interface BreakEvenReport extends DoubtHead {
  readonly kind: 'breakeven';
  readonly reach: readonly ReachInput[];
  /** Inputs that are 0 and were left out, as nothing says what else they might be. */
  readonly zero: readonly string[];
  /** Where the ratio meets its limit. */
  readonly ratio: BreakEvenResult;
  /** Where the whole verdict flips. */
  readonly verdict: BreakEvenResult;
  /** Of the discrete choices. */
  readonly alternatives: readonly Alternative[];
  /** The smallest joint change of the inputs that were named. */
  readonly together?: { readonly ratio: SmallestChange; readonly verdict: SmallestChange };
}

/** What another value of a discrete choice would do alone to a quantity. */
export interface QuantityAlternative extends Pick<Alternative, 'input' | 'label'> {
  /** In base units. */
  readonly value: number;
  readonly meets: boolean;
}

/** Result of `emuprove breakeven --output`. */
export interface QuantityBreakEvenReport
  extends DoubtHead, Pick<BreakEvenReport, 'reach' | 'zero'> {
  readonly kind: 'quantity-breakeven';
  readonly of: Subject & { readonly limit: number };
  /** Where the quantity meets its limit. */
  readonly result: BreakEvenResult;
  /** Of the discrete choices. */
  readonly alternatives: readonly QuantityAlternative[];
  /** The smallest joint change of the inputs that were named. */
  readonly together?: SmallestChange;
}

/** One side of a grid: numbers in base units. */
export interface GridSide extends Pick<DoubtInput, 'name' | 'title' | 'base' | 'unit' | 'display'> {
  readonly spacing: 'linear' | 'log';
  readonly nodes: readonly number[];
}

/** A reason why a verdict is no pass although the ratio meets its limit. */
export interface GridFailure {
  /** Key of the test that fails, as `proof_passes`; `rival` where only a faster core of the device does. */
  readonly test: string;
  /** That core, where it is the same at every such node. */
  readonly core?: string;
  /** Number of such nodes. */
  readonly nodes: number;
}

/** Result of `emuprove grid`. */
export interface GridReport extends DoubtHead {
  readonly kind: 'grid';
  readonly x: GridSide;
  readonly y: GridSide;
  /** Row after row: the ratio at node i of x and j of y is at j * x.nodes.length + i; null for none. */
  readonly ratio: readonly (number | null)[];
  /** Whether the whole verdict is a pass there; null where it has no value. */
  readonly passes: readonly (boolean | null)[];
  /** Where the ratio is at its limit. */
  readonly isolines: readonly Polyline[];
  /** What fails at nodes where the ratio meets its limit and the verdict is no pass. */
  readonly alsoFails: readonly GridFailure[];
}

/** Result of `emuprove grid --output`. */
export interface QuantityGridReport extends DoubtHead, Pick<GridReport, 'x' | 'y'> {
  readonly kind: 'quantity-grid';
  readonly of: Subject;
  /** As the ratio of a grid, in base units. */
  readonly values: readonly (number | null)[];
  /** Where it is at its limit; empty without one. */
  readonly isolines: readonly Polyline[];
}

/** Result of any study of doubt. */
export type DoubtReport =
  | MontecarloReport
  | TornadoReport
  | SampledTornadoReport
  | SobolReport
  | MorrisReport
  | BreakEvenReport
  | QuantityBreakEvenReport
  | GridReport
  | QuantityGridReport;
