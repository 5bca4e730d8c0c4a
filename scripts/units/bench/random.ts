import { uniform } from '../../../perf/rows.ts';

/** Bits of one draw that are used. */
const DRAWN = 32;

/** Random bits that are the same in every run with the same seed. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = uniform(seed);
  }

  /** A uniform value of some bits. */
  bits(width: number): bigint {
    let value = 0n;
    for (let have = 0; have < width; have += DRAWN) {
      value = (value << BigInt(DRAWN)) | BigInt(Math.floor(this.#next() * 2 ** DRAWN));
    }
    return BigInt.asUintN(width, value);
  }
}
