import { growTo, instantiate } from '../../wasm/webAssembly.ts';
import { countedSumsCode } from './countedSumsCode.ts';

/** Resamples whose counts lie side by side. */
export const TOGETHER = 4;

/** Sums of pairs of columns over rows that count several times. To be used before the next are made. */
export interface CountedSums {
  /**
   * Where to write how often rows count, 0 at first: resample `4 g + k` counts row `r` as often as it says
   * at `4 (g rows + r) + k`.
   */
  readonly counts: Float64Array;
  /**
   * Sums two columns under the counts of each group.
   *
   * @returns resample `4 g + k` has the sum of the first column at `8 g + k`, that of the second one at
   *   `8 g + 4 + k`; overwritten by the next call
   */
  readonly sum: (a: Float64Array, b: Float64Array) => Float64Array;
}

/**
 * Sums of columns of so many rows, the quickest way that there is room for. All add in the order of the
 * rows, so that they have the same bits.
 *
 * @param rows - of a column
 * @param groups - of {@link TOGETHER} resamples
 * @param native - false to do without WebAssembly
 */
export function countedSums(rows: number, groups: number, native = true): CountedSums {
  return (native ? nativeSums(rows, groups) : undefined) ?? plainSums(rows, groups);
}

const BYTES = Float64Array.BYTES_PER_ELEMENT;

type Made = NonNullable<ReturnType<typeof instantiate>>;

/** All sums of this thread share a memory. */
let made: { readonly module: Made | undefined } | undefined;

/** Sums by WebAssembly; nothing where there is none, or no room. */
export function nativeSums(rows: number, groups: number): CountedSums | undefined {
  const { module } = (made ??= { module: instantiate(countedSumsCode()) });
  const [own, all, results] = [2 * rows, TOGETHER * rows * groups, 2 * TOGETHER * groups];
  if (module === undefined || !growTo(module.memory, (own + all + results) * BYTES)) {
    return undefined;
  }
  const { buffer } = module.memory;
  const sum = module.exports['sum'] as (...words: number[]) => void;
  const columns = new Float64Array(buffer, 0, own);
  const counts = new Float64Array(buffer, own * BYTES, all).fill(0);
  const sums = new Float64Array(buffer, (own + all) * BYTES, results);
  return {
    counts,
    sum: (a, b) => {
      columns.set(a);
      columns.set(b, rows);
      for (let group = 0; group < groups; group++) {
        const from = counts.byteOffset + group * TOGETHER * rows * BYTES;
        sum(0, rows * BYTES, from, rows, sums.byteOffset + group * 2 * TOGETHER * BYTES);
      }
      return sums;
    },
  };
}

/** The same without it. */
function plainSums(rows: number, groups: number): CountedSums {
  const counts = new Float64Array(TOGETHER * rows * groups);
  const sums = new Float64Array(2 * TOGETHER * groups);
  return {
    counts,
    sum: (a, b) => {
      for (let group = 0; group < groups; group++) sumPair(a, b, counts, group, sums);
      return sums;
    },
  };
}

/** Eight sums in one pass keep the processor, not memory, busy. */
function sumPair(
  a: Float64Array,
  b: Float64Array,
  counts: Float64Array,
  group: number,
  into: Float64Array,
): void {
  let [a0, a1, a2, a3] = [0, 0, 0, 0];
  let [b0, b1, b2, b3] = [0, 0, 0, 0];
  let at = group * TOGETHER * a.length;
  for (let row = 0; row < a.length; row++, at += TOGETHER) {
    const [p, q] = [a[row] as number, b[row] as number];
    a0 += (counts[at] as number) * p;
    b0 += (counts[at] as number) * q;
    a1 += (counts[at + 1] as number) * p;
    b1 += (counts[at + 1] as number) * q;
    a2 += (counts[at + 2] as number) * p;
    b2 += (counts[at + 2] as number) * q;
    a3 += (counts[at + 3] as number) * p;
    b3 += (counts[at + 3] as number) * q;
  }
  into.set([a0, a1, a2, a3, b0, b1, b2, b3], group * 2 * TOGETHER);
}
