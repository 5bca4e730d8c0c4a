/** One path of a Morris design through the grid of levels. */
export interface Trajectory {
  /** Level of every input at the start, from 0 to 1. */
  readonly start: readonly number[];
  /** Signed step of every input. */
  readonly steps: readonly number[];
  /** Inputs in the order in which they move. */
  readonly order: readonly number[];
}

/**
 * A random path on which every input moves once, by half the levels: Morris, "Factorial sampling
 * plans for preliminary computational experiments", Technometrics 33 (1991), section 3, with
 * `delta = levels / (2 (levels - 1))`, for which all levels are equally likely.
 *
 * @param uniforms - three numbers in (0, 1) an input: for its level, its direction, its turn
 * @param levels - number of levels, even
 * @returns the path
 * @example trajectory([0.1, 0.9, 0.5], 4) // => { start: [0], steps: [0.66…], order: [0] }
 */
export function trajectory(uniforms: readonly number[], levels: number): Trajectory {
  const size = uniforms.length / 3;
  const delta = levels / (2 * (levels - 1));
  const lower = uniforms.slice(0, size).map((u) => Math.floor((u * levels) / 2) / (levels - 1));
  const up = uniforms.slice(size, 2 * size).map((u) => u >= 0.5);
  const turns = uniforms.slice(2 * size);
  return {
    start: lower.map((level, i) => (up[i] ? level : level + delta)),
    steps: up.map((rises) => (rises ? delta : -delta)),
    order: turns.map((_, i) => i).sort((a, b) => (turns[a] as number) - (turns[b] as number)),
  };
}
