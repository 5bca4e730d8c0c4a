/**
 * What `emuprove import prover-trace` reads: the operations that a prover counted, phase by phase,
 * at one or several sizes of a segment.
 */
export interface ProverTrace {
  readonly format: 'emuprove-prover-trace';
  readonly version: '1.0';
  readonly prover: TraceProver;
  /** Each size once; counts between two sizes are interpolated, beyond them there are none. */
  readonly segments: readonly TraceSegment[];
  /** What is known of the final proof and of recursion, where the prover's team publishes it. */
  readonly states?: TraceStates;
}

/** What the profile is called and where its counts come from. */
export interface TraceProver {
  /** Name for `--prover`: small letters, digits, `.` and `-`. */
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** Repository and commit, or document, that was run. */
  readonly source: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
}

/** The counts of one segment. */
export interface TraceSegment {
  /** Instructions of the segment, log2; a whole number. */
  readonly log2_cycles: number;
  /** Most memory that the prover held at once, in bytes. */
  readonly working_set_bytes?: number;
  /** The same phases in every segment. */
  readonly phases: readonly TracePhase[];
}

/** One phase of the prover. */
export interface TracePhase {
  /** Small letters, digits and `_`. */
  readonly id: string;
  readonly title: string;
  /** Group of phases for charts: `commit`, `constraints`, `memory`, `opening`, … */
  readonly group: string;
  /** Operations of datasets/operations.csv by their id, over the whole segment. */
  readonly ops: Readonly<Record<string, number>>;
  /** Bytes read from and written to memory, over the whole segment. */
  readonly bytes_read: number;
  readonly bytes_written: number;
}

/** Published figures for which the profile has no counts. */
export interface TraceStates {
  /** Size of the final proof in kB (1,000 bytes). */
  readonly proof_kb?: TraceValue;
  /** Time to verify it, in ms, on one thread of a standard CPU. */
  readonly verify_ms?: TraceValue;
  /** Work of recursion relative to that of the segments. */
  readonly recursion_share?: TraceValue;
}

/** A published figure. */
export interface TraceValue {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly source: string;
}
