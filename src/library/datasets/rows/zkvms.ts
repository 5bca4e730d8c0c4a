// Generated from datasets/columns.yaml by npm run row-types.
import type { Stage } from '../../../datasets/types.ts';

/** A row of `zkvms.csv`: a system that the roadmap is scored for. */
export interface ZkvmsRow {
  /** the system */
  readonly id: string;
  /** name of the system */
  readonly name: string;
  /** whose instructions it counts; none: a proof system without a virtual machine */
  readonly isa: 'risc-v' | 'other' | 'none';
  /** instruction set in the words of the source */
  readonly isa_name?: string;
  /** field that it works over */
  readonly field?: string;
  /** what its proofs are made of */
  readonly proof_system?: string;
  /** prover profiles of models/provers/ that describe it, separated by spaces */
  readonly provers?: string;
  /** a smaller form of its final proof that it offers, of which size and time are not both in zkvm_figures */
  readonly smaller_proof?: string;
  /** where smaller_proof comes from */
  readonly smaller_proof_source?: string;
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
