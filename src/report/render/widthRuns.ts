import type { AdvanceWidths } from './advanceWidths.ts';

/** Advance widths of a font as numbers alone: a twentieth of the font file. */
export interface FontRuns {
  readonly unitsPerEm: number;
  /** In turns, a code point and the width of all from there to the next one. */
  readonly runs: readonly number[];
}

/** The highest code point of Unicode. */
const LAST = 0x10ffff;

/** Widths as runs of code points that are equally wide. */
export function toRuns({ unitsPerEm, width }: AdvanceWidths): FontRuns {
  const runs: number[] = [];
  for (let codePoint = 0; codePoint <= LAST; codePoint += 1) {
    const own = width(codePoint);
    if (own !== runs.at(-1)) runs.push(codePoint, own);
  }
  return { unitsPerEm, runs };
}

/** The inverse of {@link toRuns}. */
export function fromRuns({ unitsPerEm, runs }: FontRuns): AdvanceWidths {
  return {
    unitsPerEm,
    width: (codePoint) => {
      let [low, high] = [0, runs.length / 2 - 1];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((runs[2 * middle] as number) <= codePoint) low = middle;
        else high = middle - 1;
      }
      return runs[2 * low + 1] as number;
    },
  };
}
