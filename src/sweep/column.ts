/** What a row of a column has. Codes from {@link MISSING} on are numbers of sets of missing inputs. */
export const KNOWN = 0;
/** It does not exist, as something on the way is not finite. */
export const INVALID = 1;
/** Only evaluating the row by itself can tell. */
export const UNSURE = 2;
/** Code of the first set of missing inputs. */
export const MISSING = 3;

/** One element of a quantity in some rows. */
export interface Column {
  /** Values in base units; truth values are 1 and 0. Whatever where the code is not KNOWN. */
  readonly values: Float64Array;
  /** A code for each row; undefined where every row has a value. */
  readonly codes: Int32Array | undefined;
}

/** Numbers sets of missing inputs, so that a row holds a number instead of names. */
export class MissingSets {
  readonly #codes = new Map<string, number>();
  readonly #sets: (readonly string[])[] = [];

  code(inputs: readonly string[]): number {
    const key = inputs.join(' ');
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = MISSING + this.#sets.push(inputs) - 1;
      this.#codes.set(key, code);
    }
    return code;
  }

  inputs(code: number): readonly string[] {
    return this.#sets[code - MISSING] ?? [];
  }
}
