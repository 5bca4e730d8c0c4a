import type { Stage } from '../datasets/types.ts';

/** How a milestone stands for a system. */
export type MilestoneStatus = 'met' | 'not-met' | 'not-comparable' | 'unknown';

/** A limit and the words around it: a row of datasets/milestones.csv. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** At most four characters. */
  readonly short: string;
  readonly group: string;
  /** Rule that scores it. */
  readonly rule: string;
  readonly condition: string;
  /** Limits by name, in the units of the columns: `overhead`, `proof_kb`, `verify_ms`, … */
  readonly limits: Readonly<Record<string, number>>;
  /** What has to be formally verified. */
  readonly part?: string;
  readonly source: string;
  readonly url?: string;
  readonly date?: string;
  readonly note?: string;
}

/** A system that is scored: a row of datasets/zkvms.csv. */
export interface System {
  readonly id: string;
  readonly name: string;
  /** Whose instructions it counts. */
  readonly isa: string;
  readonly isaName?: string;
  readonly field?: string;
  readonly proofSystem?: string;
  /** A smaller form of its final proof, of which size and time are not both in the figures. */
  readonly smallerProof?: string;
  readonly smallerProofSource?: string;
  /** Prover profiles that describe it. */
  readonly provers: readonly string[];
  readonly source: string;
  readonly url?: string;
  readonly note?: string;
}

/** One published measurement or statement: a row of datasets/zkvm_figures.csv. */
export interface PublishedFigure {
  readonly id: string;
  readonly system: string;
  readonly version: string;
  readonly workload: string;
  readonly programs?: string;
  readonly hardware?: string;
  readonly processor?: string;
  readonly devices?: number;
  readonly threads?: number;
  readonly precompiles?: string;
  readonly counts?: string;
  readonly zeroKnowledge?: string;
  readonly scope: string;
  readonly cycles?: number;
  readonly proveS?: number;
  readonly cyclesPerS?: number;
  /** `at-least`: over this rate; `at-most`: its verifier is slower than need be. */
  readonly bound?: string;
  readonly witnessKb?: number;
  readonly proofKb?: number;
  readonly verifyMs?: number;
  readonly memoryGb?: number;
  readonly securityBits?: number;
  readonly securityBasis?: string;
  readonly verified?: string;
  readonly unverified?: string;
  /** First part of which the maker says that it is not verified. */
  readonly unverifiedPart?: string;
  readonly stage: Stage;
  readonly rank: string;
  readonly date?: string;
  readonly source: string;
  readonly url?: string;
  readonly note?: string;
}

/** What one figure says about one milestone. */
export interface Bearing {
  /** `open`: it bears on the milestone and leaves it open; `silent`: it says nothing about it. */
  readonly outcome: 'met' | 'not-met' | 'open' | 'not-comparable' | 'silent';
  /** The figure in short, for a cell; empty where there is none. */
  readonly value: string;
  /** Why, as the end of a sentence that begins with the figure. */
  readonly why: string;
}

/** A verdict of this tool's model about a prover profile. */
export interface ModelVerdict {
  readonly prover: string;
  readonly scenario: string;
  readonly outcome: 'pass' | 'fail' | 'undecided';
  readonly value: number | null;
  readonly sentence: string;
  /** Command that gives it. */
  readonly command: string;
  /** What is free to choose and decides it, so that it is one of a chip and not of its prover. */
  readonly free?: string;
}

/** What a rule may look at beside the figure. */
export interface Question {
  readonly milestone: Milestone;
  readonly system: System;
  /** Instructions per second of the article's laptop. */
  readonly nativeRate: number;
  /** Factors by which a figure of a stage may be off. */
  readonly bands: ReadonlyMap<Stage, { readonly low: number; readonly high: number }>;
}

/** A rule for figures: pure, and all it says is in what it returns. */
export type FigureRule = (question: Question, figure: PublishedFigure) => Bearing;

/** A figure that was weighed for a cell. */
export interface Considered {
  /** Row of datasets/zkvm_figures.csv, or the command of a verdict of the model. */
  readonly figure: string;
  readonly outcome: Bearing['outcome'];
  readonly value: string;
  readonly why: string;
}

/** How one milestone stands for one system, and why. */
export interface MilestoneCell {
  readonly milestone: string;
  readonly status: MilestoneStatus;
  /** Whether it rests on a published figure, on this tool's model, or on nothing. */
  readonly basis: 'published' | 'model' | 'none';
  /** The figure that decides; null where none bears on it. */
  readonly figure: string | null;
  readonly value: string;
  readonly why: string;
  /** All figures that bear on it, the one that decides first. */
  readonly considered: readonly Considered[];
}

/** A figure and what became of it. */
export interface FigureUse {
  readonly figure: PublishedFigure;
  /** Milestones that it bears on. */
  readonly bearsOn: readonly string[];
  /** Why it bears on none. */
  readonly unused?: string;
}

/** A system with its row of the score. */
export interface ScoredSystem {
  readonly system: System;
  readonly cells: readonly MilestoneCell[];
  readonly figures: readonly FigureUse[];
}

/** The result of `emuprove phases`. Everything that is rendered is in it. */
export interface PhasesResult {
  readonly schemaVersion: '1.0';
  readonly kind: 'phases';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  /** Tables with the SHA-256 of their bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** System that was asked for, or null for all. */
  readonly of: string | null;
  readonly nativeRate: number;
  readonly milestones: readonly Milestone[];
  readonly systems: readonly ScoredSystem[];
  /** Cells by status. */
  readonly counts: Readonly<Record<MilestoneStatus, number>>;
  /** The score in one sentence. */
  readonly finding: string;
  /** Command that gives this result. */
  readonly command: string;
}
