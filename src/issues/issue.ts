/** Where in an untrusted input something was found. */
export interface Place {
  /** File name as the user gave it, or the built-in's path in the package. */
  readonly file?: string;
  /** 1-based line of the row in a CSV file (the header is line 1). */
  readonly row?: number;
  /** Column of a table, by its header. */
  readonly column?: string;
  /** Path in a YAML file, e.g. `quantities.cores.formula`. */
  readonly path?: string;
  /** 1-based character position inside a formula or a unit. */
  readonly position?: number;
}

/** One thing that is wrong with an input. Issues are collected, not thrown one at a time. */
export interface Issue extends Place {
  /** Stable identifier of the kind of issue, e.g. `unknown-name`. */
  readonly code: string;
  /** What is wrong, in one sentence without the place. */
  readonly message: string;
  /** What would have been right. */
  readonly expected?: string;
  /** What was found, shortened. */
  readonly received?: string;
  /** The nearest valid name. */
  readonly suggestion?: string;
}

/** Adds a place to issues that were found without knowing it; what they know already wins. */
export function placed(issues: readonly Issue[], place: Place): Issue[] {
  return issues.map((issue) => ({ ...place, ...issue }));
}

/**
 * Thrown where a caller asked for a value and the input allows none.
 *
 * @example
 * import { InputError, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * try {
 *   resolveScenario(await loadBuiltin(), 'defautl');
 * } catch (error) {
 *   if (!(error instanceof InputError)) throw error;
 *   for (const { code, suggestion } of error.issues) console.log(code, suggestion); // unknown-scenario default
 * }
 */
export class InputError extends Error {
  /** Everything that is wrong, in the order of the input. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => issue.message).join('\n'));
    this.name = 'InputError';
    this.issues = issues;
  }
}
