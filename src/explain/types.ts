import type { Figure, InputEntry } from '../result/types.ts';

/** One step of a derivation: a quantity, how it was computed, and from what. */
export interface ExplainNode extends Figure {
  readonly meaning: string;
  /** The formula that was used, as the model writes it. */
  readonly formula?: string;
  /** What the domain functions in it compute, and from which data. */
  readonly calls?: readonly string[];
  /** What choosing this formula among several means. */
  readonly note?: string;
  /** Whether that choice is an assumption. */
  readonly assumed?: boolean;
  /** Where the formula or default stands, e.g. `models/native.yaml: quantities.cores`. */
  readonly declared: string;
  /** Provenance, where the value was given and not computed. */
  readonly input?: InputEntry;
  readonly children: readonly ExplainNode[];
  /** Elements that were left out because of the depth, or stand elsewhere in the tree. */
  readonly omitted?: 'depth' | 'above';
}

/** The result of `emuprove explain`. */
export interface Explanation {
  readonly schemaVersion: '1.0';
  readonly kind: 'explanation';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly scenario: string;
  /** What the user's own data replaces; left out where there is nothing to say. */
  readonly notes?: readonly string[];
  readonly trees: readonly ExplainNode[];
}
