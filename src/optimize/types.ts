import type { Figure, Verdict } from '../result/types.ts';

/** Whether less or more of a quantity is better. */
export type Direction = 'minimize' | 'maximize';

/** A quantity to make as small or as large as it goes. */
export interface ObjectiveEntry {
  /** Key of the quantity, e.g. `overhead` or `reading_value[per_core]`. */
  readonly name: string;
  readonly direction: Direction;
  readonly title: string;
  /** Base unit of its values. */
  readonly unit: string;
  readonly display: Figure['display'];
}

/** A variable of the search. */
export interface AxisEntry {
  readonly name: string;
  readonly title: string;
  readonly kind: 'choice' | 'quantity';
  /** Whether it was asked for, or is one that the model marks as a choice of the designer. */
  readonly origin: 'asked' | 'design';
  /** Names, or values as one would write them. */
  readonly labels: readonly string[];
}

/** A point next to what a condition allows. */
export interface Relaxation {
  /** What the condition would have to allow, in base units. */
  readonly bound: number;
  /** Value of the objective there. */
  readonly objective: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** A condition on designs. */
export interface ConstraintEntry {
  /** `proof_size` and the like for a test of the criterion, else the condition as it was written. */
  readonly id: string;
  readonly origin: 'criterion' | 'asked';
  /** Key of the quantity that is held against the limit. */
  readonly name: string;
  readonly title: string;
  readonly relation: '<=' | '<' | '>=' | '>';
  /**
   * In base units; that of the scenario where the limit itself is a variable of the search, and null
   * where the scenario knows none.
   */
  readonly limit: number | null;
  readonly unit: string;
  readonly display: Figure['display'];
  /** Points that do not meet it, and those that meet every other one. */
  readonly violated: number;
  readonly violatedAlone: number;
  /**
   * Where it is all that stands in the way of a better objective: the least that it would have to
   * give way, and what giving way as far as useful brings. Null where it costs nothing.
   */
  readonly relaxed: { readonly least: Relaxation; readonly best: Relaxation } | null;
}

/** A design, evaluated. */
export interface Design {
  /** Value on every axis. */
  readonly labels: Readonly<Record<string, string>>;
  /** Value of the objective in base units; null where it is not known. */
  readonly objective: number | null;
  readonly verdict: { readonly outcome: Verdict; readonly sentence: string };
  /** The objectives, what conditions are about, both rates, cost and energy. */
  readonly figures: readonly Figure[];
  /** Conditions that it does not meet, by id. */
  readonly violates: readonly string[];
  /** Command that evaluates it. */
  readonly command: string;
}

/** A hardware unit in the mix of an operation. */
export interface MixEntry {
  readonly unit: string;
  readonly title: string;
  /** Share of the operation that such units do, 0 to 1. */
  readonly share: number;
  /** Units that keep up with the segment rate, not whole. */
  readonly count: number;
  /** What these take on the device, by resource, in units of the device. */
  readonly resources: Readonly<Record<string, number>>;
  readonly note: string;
}

/** The units that do an operation. */
export interface OperationMix {
  readonly operation: string;
  readonly title: string;
  /** Unit of the scenario itself, or null where it knows none. */
  readonly own: string | null;
  readonly units: readonly MixEntry[];
  /** Units that were not considered, and why. */
  readonly left: readonly { readonly unit: string; readonly reason: string }[];
}

/** A resource under the mix. */
export interface ResourceEntry {
  readonly id: string;
  readonly title: string;
  /** In base units, which `display` leads away from; a count is one of its own. */
  readonly usable: number;
  readonly display: { readonly unit: string; readonly scale: number };
  /** Share of it that units and cores take at the segment rate. */
  readonly use: number;
  /** Segment rate gained by one more of it, in cycle/s; 0 where something else limits. */
  readonly price: number;
  /** Percents of segment rate gained per percent more of it. */
  readonly elasticity: number;
}

/** The design with whole units beside the fluid one. */
export interface IntegerDesign {
  /**
   * `optimal`; `cut off` where a better one may exist, up to `bound`; `none` where not even one unit
   * of each operation fits beside a core: units would have to be shared in time.
   */
  readonly status: 'optimal' | 'cut off' | 'none';
  /** Segment rate of the fluid mix and with whole units, in cycle/s. */
  readonly fluidRate: number;
  readonly rate: number;
  readonly bound: number;
  /** Share of the fluid rate that is lost. */
  readonly gap: number;
  /** Objective with whole units; null where it is not known. */
  readonly objective: number | null;
  readonly units: readonly {
    readonly operation: string;
    readonly unit: string;
    readonly count: number;
  }[];
  /** Whole cores that emulate what is proved. */
  readonly cores: number;
  /** Share of each resource that they take. */
  readonly use: Readonly<Record<string, number>>;
}

/** An edge of a range that the best design stands at. */
export interface EdgeEntry {
  readonly axis: string;
  readonly label: string;
  readonly edge: 'least' | 'greatest';
  /** Factor by which the objective changes in the step that led to the edge. */
  readonly factor: number | null;
}

/** A point of the Pareto front. */
export interface ParetoPoint {
  readonly labels: Readonly<Record<string, string>>;
  /** Values of the objectives, in their order and in base units. */
  readonly values: readonly number[];
  readonly command: string;
}

/** The result of `emuprove optimize`. Numbers are unrounded and in base units. */
export interface OptimizeResult {
  readonly schemaVersion: '1.0';
  readonly kind: 'optimize';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly reading: string;
    /** Command that gives this result. */
    readonly command: string;
  };
  readonly objective: ObjectiveEntry;
  readonly axes: readonly AxisEntry[];
  /** Quantities marked as a choice of the designer that were left as they are, and why. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
  /** Whether units were chosen too. */
  readonly mixed: boolean;
  readonly constraints: readonly ConstraintEntry[];
  readonly counts: {
    /** Points of the product of the axes, and how many were evaluated. */
    readonly points: number;
    readonly evaluated: number;
    /** Points that meet every condition and have a value. */
    readonly feasible: number;
    readonly infeasible: number;
    /** Points whose objective or a condition is not known, e.g. for want of a price. */
    readonly unknown: number;
    /** Points that make no sense, e.g. as not one core fits. */
    readonly invalid: number;
    /** Different mixes that were computed. */
    readonly mixes: number;
  };
  /** Whether every point was looked at; false where it was interrupted. */
  readonly complete: boolean;
  /** What points that are not known want, the most frequent first. */
  readonly unknown: readonly {
    /** `objective`, or the id of a condition. */
    readonly what: string;
    readonly needs: readonly string[];
    readonly points: number;
  }[];
  readonly invalid: readonly { readonly reason: string; readonly points: number }[];
  /** The scenario as it is; null where it can not be evaluated. */
  readonly own: Design | null;
  /** The best design; null where there is none. */
  readonly best: Design | null;
  /** Objective of the best design over that of the scenario. */
  readonly factor: number | null;
  readonly changes: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly edges: readonly EdgeEntry[];
  readonly mix: readonly OperationMix[];
  readonly resources: readonly ResourceEntry[];
  readonly integer: IntegerDesign | null;
  readonly pareto: {
    readonly objectives: readonly ObjectiveEntry[];
    readonly points: readonly ParetoPoint[];
    /** Points without a value for one of these objectives. */
    readonly unknown: number;
  } | null;
  readonly warnings: readonly {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
  }[];
}
