// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `zkvm_figures.csv`: one published measurement or statement about a system. */
export interface ZkvmFiguresRow {
  /** system, version and what was measured */
  readonly id: string;
  /** the system; a row of `zkvms` */
  readonly system: string;
  /** version, as far as the source states one */
  readonly version: string;
  /** what was proved, verified or looked at */
  readonly workload: string;
  /** whether the figure is of one program or of a range; blank: not stated */
  readonly programs?: 'one' | 'several';
  /** machine in the words of the source; blank: not stated */
  readonly hardware?: string;
  /** what proved or verified; host: executed only */
  readonly processor?: 'cpu' | 'gpu' | 'fpga' | 'host';
  /** GPUs or FPGAs */
  readonly devices?: number;
  /** CPU threads; the cores of the machine where the source only says that all of it was used */
  readonly threads?: number;
  /** accelerated operations in the workload; verified: synthesised automatically and formally verified */
  readonly precompiles?: 'none' | 'handwritten' | 'verified' | 'unknown';
  /** what cycles counts: instructions of the program, or rows of the trace with padding and precompiles */
  readonly counts?: 'instructions' | 'rows';
  /** whether the proof is zero-knowledge; blank: not stated */
  readonly zero_knowledge?: 'yes' | 'no';
  /** final: all that a verifier sees; segment: before recursion; experiment: of a variant that is not released; execution: nothing was proved; audit: about verification of the system */
  readonly scope: 'final' | 'segment' | 'execution' | 'experiment' | 'audit';
  /** size of the statement; in cycle */
  readonly cycles?: number;
  /** time to prove; in s */
  readonly prove_s?: number;
  /** proved rate of the whole machine; in cycle/s */
  readonly cycles_per_s?: number;
  /** at-least: the source says over this rate; at-most: the source says that its verifier is slower than need be */
  readonly bound?: 'at-least' | 'at-most';
  /** private input of the statement; in kB */
  readonly witness_kb?: number;
  /** size of the proof; in kB */
  readonly proof_kb?: number;
  /** time to verify; in ms */
  readonly verify_ms?: number;
  /** peak memory of the prover; in GB */
  readonly memory_gb?: number;
  /** bits of security */
  readonly security_bits?: number;
  /** whether these bits rest on a theorem or a conjecture about the code; blank: not stated */
  readonly security_basis?: 'proven' | 'conjectured';
  /** the last part that is formally verified as a whole; instructions: constraints of instructions only */
  readonly verified?: 'instructions' | 'protocol' | 'verifier' | 'prover';
  /** first part of which the maker itself says that it is not verified; blank: the source is somebody else's, or does not say */
  readonly unverified_part?: 'protocol' | 'verifier' | 'prover';
  /** what the same source says is not verified */
  readonly unverified?: string;
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
