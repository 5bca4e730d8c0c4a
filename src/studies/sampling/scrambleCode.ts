import type { Bytes } from '../../wasm/encode.ts';
import { get, I32, i32, set, simd, V128 } from '../../wasm/instructions.ts';
import { oneFunction } from '../../wasm/oneFunction.ts';
import { LK_FACTORS } from './owenScramble.ts';

/** Parameters: rows, where to write, of the directions, then words. */
const [N, OUT, DIRECTIONS, STATE, NEXT, SEED, FACTOR, SHIFT] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Variables: what four rows differ by, and a word of each of them. */
const [STEPS, X] = [8, 9];

const [ADD_I32, SUB_I32, XOR_I32, SHIFT_LEFT, ABOVE] = [0x6a, 0x6b, 0x73, 0x74, 0x4a];
const [ADD, MUL, XOR, AND, OR] = [0xae, 0xb5, 0x51, 0x4e, 0x50].map(simd) as [
  ...[Bytes, Bytes, Bytes, Bytes, Bytes],
];
const [SWIZZLE, SHUFFLE, SHIFT_RIGHT] = [0x0e, 0x0d, 0xad].map(simd) as [Bytes, Bytes, Bytes];
const [TO_F64, ADD_F64, MUL_F64] = [0xff, 0xf0, 0xf2].map(simd) as [Bytes, Bytes, Bytes];

/** Sixteen bytes. */
const bytes = (make: (k: number) => number): Bytes => Array.from({ length: 16 }, (_, k) => make(k));
const constant = (value: Bytes): Bytes => [0xfd, 0x0c, ...value];
/** A word in all four places. */
const words = (word: number): Bytes =>
  constant([...new Uint8Array(Int32Array.of(word, word, word, word).buffer)]);
/** A number in both places. */
const numbers = (number: number): Bytes =>
  constant([...new Uint8Array(Float64Array.of(number, number).buffer)]);
const splat = (variable: number): Bytes => [...get(variable), ...simd(0x11)];

/** `x ^= x * factor` */
const mix = (factor: number): Bytes =>
  set(X, [...get(X), ...get(X), ...words(factor), ...MUL, ...XOR]);

const reversed = (nibble: number): number =>
  [0, 1, 2, 3].reduce((sum, bit) => sum | (((nibble >> bit) & 1) << (3 - bit)), 0);
const LOW_HALVES = words(0x0f0f0f0f);
/** Mirrors the bits of each byte by halves of it, then the bytes of each word. */
const MIRROR: Bytes = set(X, [
  ...constant(bytes((k) => reversed(k) << 4)),
  ...[...get(X), ...LOW_HALVES, ...AND, ...SWIZZLE],
  ...constant(bytes(reversed)),
  ...[...get(X), ...i32(4), ...SHIFT_RIGHT, ...LOW_HALVES, ...AND, ...SWIZZLE],
  ...OR,
  ...[...get(X), ...SHUFFLE, ...bytes((k) => (k & 12) + 3 - (k & 3))],
]);

/** Writes two of the words as fractions: the middle of the cell of 2^-32. */
const write = (at: number, two: Bytes): Bytes => [
  ...get(OUT),
  ...[...two, ...TO_F64, ...numbers(0.5), ...ADD_F64, ...numbers(2 ** -32), ...MUL_F64],
  ...[0xfd, 0x0b, 4, at],
];
const UPPER: Bytes = [...get(X), ...get(X), ...SHUFFLE, ...bytes((k) => 8 + (k & 7))];

const direction = (k: Bytes): Bytes => [
  ...[...get(DIRECTIONS), ...k, ...i32(2), SHIFT_LEFT, ADD_I32],
  ...[0x28, 2, 0],
];
const TRAILING_ZEROS = 0x68;

const CODE: Bytes = [
  ...[0x03, 0x40], // loop
  ...set(X, [...splat(STATE), ...get(STEPS), ...XOR]),
  // See owenScramble.
  ...mix(LK_FACTORS[0]),
  ...set(X, [...get(X), ...splat(SEED), ...ADD, ...splat(FACTOR), ...MUL]),
  ...mix(LK_FACTORS[1]),
  ...mix(LK_FACTORS[2]),
  ...set(X, [...get(X), ...splat(SHIFT), ...XOR]),
  ...MIRROR,
  ...write(0, get(X)),
  ...write(16, UPPER),
  // The fourth row of four is a step of the second direction from the first.
  ...set(STATE, [...get(STATE), ...direction(i32(1)), XOR_I32]),
  ...set(STATE, [...get(STATE), ...direction([...get(NEXT), TRAILING_ZEROS]), XOR_I32]),
  ...set(NEXT, [...get(NEXT), ...i32(4), ADD_I32]),
  ...set(OUT, [...get(OUT), ...i32(32), ADD_I32]),
  ...set(N, [...get(N), ...i32(4), SUB_I32]),
  ...[...get(N), ...i32(0), ABOVE, 0x0d, 0],
  0x0b,
];

/** What rows 1, 2 and 3 of four differ by from row 0: directions 0, both of 0 and 1, and 1. */
const FIRST_STEPS: Bytes = set(STEPS, [
  ...constant(bytes(() => 0)),
  ...[...direction(i32(0)), ...simd(0x1c), 1],
  ...[...direction(i32(0)), ...direction(i32(1)), XOR_I32, ...simd(0x1c), 2],
  ...[...direction(i32(1)), ...simd(0x1c), 3],
]);

/**
 * A WebAssembly module with one function, `fill`: what `fillScrambled` does, for a multiple of four rows
 * from a multiple of four on. `next` is four more than the first row.
 */
export function scrambleCode(): Uint8Array<ArrayBuffer> {
  return oneFunction({
    name: 'fill',
    parameters: Array<number>(8).fill(I32),
    variables: [[2, V128]],
    code: [...FIRST_STEPS, ...CODE],
  });
}
