import type { Stage } from '../datasets/types.ts';
import type { Estimate } from '../studies/montecarlo/types.ts';
import type { InputEntry, Verdict, Warning } from '../result/types.ts';

/** What is compared: a scenario as it is now, or a result that was saved. */
export interface ComparedSide {
  /** As the user named it, with what was changed. */
  readonly label: string;
  readonly saved: boolean;
  /** Version of emuprove that computed it. */
  readonly version: string;
  readonly id: string;
  readonly title: string;
  readonly reading: string;
  /** Command that gives its result. */
  readonly command: string;
  readonly outcome: Verdict;
  readonly sentence: string;
  /** Headline ratio, null where it is not known, and its limit. */
  readonly value: number | null;
  readonly limit: number;
}

/** A choice that differs: a row, a profile, an option, or a value that is set. */
export interface ChoiceDifference {
  /**
   * `platform`, `core`, `prover`, `aggregation`, `reading`, `unit.OPERATION` or `set.QUANTITY`; or
   * `choose.CHOICE` and `correlate.INPUTS` of what is in doubt.
   */
  readonly name: string;
  readonly title: string;
  /** Whether it can change the ratio, or only the doubt about it. */
  readonly concerns: 'value' | 'doubt';
  /** Null where a side leaves it to the defaults, or sets nothing. */
  readonly a: string | null;
  readonly b: string | null;
}

/** An input as one side has it: numbers in base units. */
export type InputOfSide = Pick<
  InputEntry,
  'value' | 'low' | 'high' | 'stage' | 'origin' | 'source' | 'url' | 'date' | 'cell'
>;

/** An input that is not the same on both sides. */
export interface InputDifference {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  /** Its value, its doubt at the same value, its source only, or whether it is used at all. */
  readonly differs: 'value' | 'doubt' | 'source' | 'only-a' | 'only-b';
  /** b / a, where both are used and a is not 0. */
  readonly factor: number | null;
  readonly a: InputOfSide | null;
  readonly b: InputOfSide | null;
}

/** A model file or a table that was not the same for both sides. */
export interface FileDifference {
  readonly file: string;
  /** SHA-256 of its bytes. */
  readonly a: string;
  readonly b: string;
}

/** A quantity on both sides: numbers in base units, null where it is not known. */
export interface QuantityChange {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  readonly a: number | null;
  readonly b: number | null;
  /** log10(b / a) and b / a; null where they are not defined. */
  readonly log10: number | null;
  readonly factor: number | null;
  /** Elements that the values number, for what binds. */
  readonly elements?: readonly [string | null, string | null];
}

/** A condition of the criterion on both sides. */
export interface TestChange {
  readonly id: string;
  readonly title: string;
  readonly a: Verdict;
  readonly b: Verdict;
  readonly value: QuantityChange;
  readonly limit: QuantityChange;
}

/** A value that goes from that of A to that of B as part of a difference. */
export interface PartMember {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly display: { readonly unit: string; readonly scale: number };
  readonly a: number;
  readonly b: number;
  /** Stage of the input, or null where the side computes the value. */
  readonly stages: readonly [Stage | null, Stage | null];
}

/** The 5 % and 95 % quantile of something over paired draws, as powers of ten. */
export interface Band {
  readonly p05: number;
  readonly p95: number;
  /** Whether it holds 0: then the draws do not tell the thing from nothing. */
  readonly holdsZero: boolean;
}

/** What one difference explains of the change of the ratio. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** Choices or inputs that make up the difference; several where they only work together. */
  readonly names: readonly string[];
  /** Of an attribution to inputs: their values. */
  readonly members: readonly PartMember[];
  /** Shapley value of log10(ratio); all parts sum to the change. */
  readonly log10: number;
  /** The same as a factor, 10 ^ log10. */
  readonly factor: number;
  /** Share of all that moves the ratio, whichever way: |log10| over the sum of these. */
  readonly share: number;
  /** Standard error of the value, where it was sampled. */
  readonly standardError?: number;
  /** Parts of log10(native rate) and log10(proved rate), where the ratio is one over the other. */
  readonly native?: number;
  readonly proved?: number;
  /** Doubt of the part: of what it makes when it changes first and when last, on average. */
  readonly noise?: Band;
}

/** A change of log10 of the ratio, attributed to its causes by Shapley values. */
export interface Attribution {
  /** Exact: over all orders in which the differences can be made; else over some, chosen at random. */
  readonly method: 'exact' | 'sampled';
  /** Mixtures of the two sides that were evaluated. */
  readonly evaluations: number;
  /** Change that the parts sum to, as powers of ten. */
  readonly change: number;
  /** Share of the sampled orders that have no value and were left out. */
  readonly leftOut: number;
  /** Largest first. */
  readonly parts: readonly Part[];
}

/** What draws of both sides say; an input that both have is drawn once, at the same quantile of each. */
export interface Noise {
  readonly samples: number;
  readonly seed: number;
  readonly method: 'sobol' | 'random';
  /** How often an interval of an estimate shall hold the truth. */
  readonly confidence: number;
  /** Inputs in doubt that both sides have, and those of one side only, about another thing included. */
  readonly shared: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Draws in which a side has no finite value. */
  readonly notFinite: number;
  /** Quantiles of log10(ratio of B / ratio of A), 5, 25, 50, 75 and 95 %. */
  readonly quantiles: readonly (Estimate & { readonly probability: number })[];
  readonly band: Band;
  /** How likely the ratio of B is below and above that of A. */
  readonly below: Estimate;
  readonly above: Estimate;
  /** How likely each side passes, and by how much more likely B does. */
  readonly passes: { readonly a: Estimate; readonly b: Estimate; readonly difference: Estimate };
}

/** The result of `emuprove compare`. Everything that is rendered is in it. */
export interface Comparison {
  readonly schemaVersion: '1.0';
  readonly kind: 'compare';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  /** Command that gives this result. */
  readonly command: string;
  /** What it comes to, in sentences; the first says what happens, the others how sure that is and why. */
  readonly summary: readonly string[];
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly choices: readonly ChoiceDifference[];
  readonly inputs: readonly InputDifference[];
  readonly files: readonly FileDifference[];
  readonly ratio: QuantityChange;
  /** Both sides of the ratio and what they are made of. */
  readonly quantities: readonly QuantityChange[];
  /** Of the ratio, and of each sub-test. */
  readonly tests: readonly TestChange[];
  /** By choice, where several differ; null where it can not be had: `notes` say why. */
  readonly byChoice: Attribution | null;
  /** By input; null where nothing differs or it can not be had. */
  readonly byInput: Attribution | null;
  readonly noise: Noise | null;
  readonly notes: readonly Warning[];
}
