import type { Warning } from '../../../result/types.ts';
import type { Scenario } from '../../../scenario/types.ts';
import type { InputRow } from './inputRow.ts';
import type { LiveVerdict } from './liveVerdict.ts';
import type { Spread } from './spread.ts';
import type { LiveState } from './state.ts';

/** What the page shows of a state. Parts that are not computed yet are undefined. */
export interface LiveView {
  readonly state: LiveState;
  /** What is wrong with it; then little else is there. */
  readonly errors: readonly string[];
  readonly scenario?: Scenario;
  /** The command line that gives the same. */
  readonly command?: string;
  /** The one that gives the same spread. */
  readonly studyCommand?: string;
  readonly verdict?: LiveVerdict;
  /** Null where there is none: the verdict is undecided. */
  readonly spread?: Spread | null;
  /** The inputs to move: those that matter most, those that are set, those that are missing. */
  readonly rows?: readonly InputRow[];
  /** Values of these in base units, by key. */
  readonly values?: ReadonlyMap<string, number>;
  /** Names and titles of every input that the result depends on. */
  readonly names?: readonly { readonly name: string; readonly title: string }[];
  /** What a reader has to know of this state. */
  readonly warnings?: readonly Warning[];
}
