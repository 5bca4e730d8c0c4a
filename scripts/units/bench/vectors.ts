import { pack } from '../designs/words.ts';
import type { Random } from './random.ts';

/** Random inputs beside those with extreme operands. */
const RANDOM = 48;
/** Up to this many bits all inputs are tried. */
const EXHAUSTIVE = 10;

/**
 * Inputs for a circuit: all of them if there are few; else all operands, and each operand among random
 * ones, at 0, 1, the highest bit and all ones; and random ones.
 *
 * @param operands widths in bits of what x consists of, the lowest first
 */
export function vectors(operands: readonly number[], random: Random): bigint[] {
  const total = operands.reduce((sum, width) => sum + width, 0);
  if (total <= EXHAUSTIVE) return Array.from({ length: 2 ** total }, (_, x) => BigInt(x));
  const drawn = (): bigint[] => operands.map((width) => random.bits(width));
  const edges = [
    (): bigint => 0n,
    (): bigint => 1n,
    (width: number): bigint => 1n << BigInt(width - 1),
    (width: number): bigint => (1n << BigInt(width)) - 1n,
  ];
  const all = edges.map((edge) => operands.map(edge));
  const single = edges.flatMap((edge) =>
    operands.map((width, index) => drawn().with(index, edge(width))),
  );
  return [...all, ...single, ...Array.from({ length: RANDOM }, drawn)].map((values) =>
    pack(values, operands),
  );
}
