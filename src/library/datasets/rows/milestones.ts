// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `milestones.csv`: a milestone of the roadmap. */
export interface MilestonesRow {
  /** the milestone */
  readonly id: string;
  /** what it is called */
  readonly title: string;
  /** at most four characters, for narrow tables */
  readonly short: string;
  /** part of the roadmap it belongs to */
  readonly group: 'succinctness' | 'speed' | 'memory' | 'security';
  /** rule that scores it, a file of src/phases/rules/ */
  readonly rule:
    | 'proof-below-witness'
    | 'verifier-below-native'
    | 'caps'
    | 'thread-speed'
    | 'device-model'
    | 'asic'
    | 'precompiled-speed'
    | 'thread-memory'
    | 'verified-part';
  /** what it demands, in our words */
  readonly condition: string;
  /** how many times slower than native proving may be; in ratio */
  readonly overhead?: number;
  /** greatest size of the final proof; in kB */
  readonly proof_kb?: number;
  /** longest verification; in ms */
  readonly verify_ms?: number;
  /** proof over witness, which has to be below this; in ratio */
  readonly witness_ratio?: number;
  /** verification over native execution, at most this; in ratio */
  readonly native_ratio?: number;
  /** memory of the prover, which has to be below this; in GB */
  readonly memory_gb?: number;
  /** what has to be formally verified */
  readonly part?: 'protocol' | 'verifier' | 'prover';
  /** how the row was obtained: assumed, analytic, synthesis, routed or measured */
  readonly stage: Stage;
  /** primary: maker, author or own measurement; secondary: somebody's transcription */
  readonly rank: 'primary' | 'secondary';
  /** date of the source: year, year-month or year-month-day */
  readonly date?: string;
  /** the document, repository or measurement the row comes from */
  readonly source: string;
  /** where to read it; several addresses are separated by spaces */
  readonly source_url?: string;
  /** what was derived and how, disagreements, and what the source says besides */
  readonly note?: string;
}
