import { packWords, unpackWords } from '../designs/words.ts';
import { rotateLeft64 } from './arithmetic.ts';

/** Lane (x, y) of a state of 25 lanes. */
const at = (x: number, y: number): number => (x % 5) + 5 * (y % 5);

/** Rotation of every lane (FIPS 202, 3.2.2). */
export const KECCAK_ROTATIONS: readonly number[] = rotations();

/** Round constants (FIPS 202, 3.2.5), from the linear feedback shift register. */
export const KECCAK_CONSTANTS: readonly bigint[] = constants();

/** One round of Keccak-f[1600]. */
export function keccakRound(state: bigint, constant: bigint): bigint {
  const lanes = unpackWords(state, 64, 25);
  const lane = (x: number, y: number): bigint => lanes[at(x, y)] ?? 0n;
  const columns = range5((x) => range5((y) => lane(x, y)).reduce((sum, value) => sum ^ value));
  const column = (x: number): bigint => columns[x % 5] ?? 0n;
  const moved: bigint[] = [];
  for (let x = 0; x < 5; x++) {
    for (let y = 0; y < 5; y++) {
      const theta = lane(x, y) ^ column(x + 4) ^ rotateLeft64(column(x + 1), 1);
      moved[at(y, 2 * x + 3 * y)] = rotateLeft64(theta, KECCAK_ROTATIONS[at(x, y)] ?? 0);
    }
  }
  const b = (x: number, y: number): bigint => moved[at(x, y)] ?? 0n;
  const out = lanes.map((_, index) => {
    const [x, y] = [index % 5, Math.floor(index / 5)];
    return b(x, y) ^ (BigInt.asUintN(64, ~b(x + 1, y)) & b(x + 2, y));
  });
  return packWords(out, 64) ^ constant;
}

/** The permutation Keccak-f[1600]. */
export function keccak(state: bigint): bigint {
  return KECCAK_CONSTANTS.reduce(keccakRound, state);
}

function range5<T>(of: (index: number) => T): T[] {
  return Array.from({ length: 5 }, (_, index) => of(index));
}

function rotations(): number[] {
  const offsets = new Array<number>(25).fill(0);
  let [x, y] = [1, 0];
  for (let t = 0; t < 24; t++) {
    offsets[at(x, y)] = (((t + 1) * (t + 2)) / 2) % 64;
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
  return offsets;
}

function constants(): bigint[] {
  let register = 1;
  return Array.from({ length: 24 }, () => {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if (register & 1) constant |= 1n << BigInt(2 ** j - 1);
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
    return constant;
  });
}
