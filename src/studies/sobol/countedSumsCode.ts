import { unsigned, type Bytes } from '../../wasm/encode.ts';
import { I32, simd, V128 } from '../../wasm/instructions.ts';
import { oneFunction } from '../../wasm/oneFunction.ts';

/** Parameters: addresses of two columns and of the counts, rows, and where the sums go. */
const [A, B, COUNTS, ROWS, SUMS] = [0, 1, 2, 3, 4];
/** Variables: a term of either column twice, two counts, and eight sums. */
const [P, Q, TWO, FIRST_SUM] = [5, 6, 7, 8];

const BYTES_OF_TWO = 16;
const [MUL, ADD] = [0xf2, 0xf0].map(simd) as [Bytes, Bytes];

/** `column += bytes` */
const advance = (pointer: number, bytes: number): Bytes => [
  ...[0x20, pointer, 0x41, bytes, 0x6a, 0x21, pointer],
];

/** Adds to two sums of each column: the terms times the counts of two resamples. */
const addTo = (half: number): Bytes => [
  ...[0x20, COUNTS, 0xfd, 0x00, 4, ...unsigned(half * BYTES_OF_TWO), 0x21, TWO],
  ...[P, Q].flatMap((term, column) => {
    const sum = FIRST_SUM + 2 * column + half;
    return [0x20, sum, 0x20, TWO, 0x20, term, ...MUL, ...ADD, 0x21, sum];
  }),
];

const CODE: Bytes = [
  ...[0x03, 0x40], // loop
  ...[0x20, A, 0xfd, 0x0a, 3, 0, 0x21, P], // load one number into both halves
  ...[0x20, B, 0xfd, 0x0a, 3, 0, 0x21, Q],
  ...addTo(0),
  ...addTo(1),
  ...advance(A, 8),
  ...advance(B, 8),
  ...advance(COUNTS, 2 * BYTES_OF_TWO),
  ...[0x20, ROWS, 0x41, 1, 0x6b, 0x22, ROWS, 0x0d, 0], // rows -= 1, while there are any
  0x0b,
  ...[0, 1, 2, 3].flatMap((k) => [
    ...[0x20, SUMS, 0x20, FIRST_SUM + k, 0xfd, 0x0b, 4, ...unsigned(k * BYTES_OF_TWO)],
  ]),
];

/**
 * A WebAssembly module with one function, `sum`: of two columns, their sums under four counts each, in the
 * order of the rows. Four counts of a row lie side by side, the sums are written column by column.
 */
export function countedSumsCode(): Uint8Array<ArrayBuffer> {
  return oneFunction({
    name: 'sum',
    parameters: [I32, I32, I32, I32, I32],
    variables: [[7, V128]],
    code: CODE,
  });
}
