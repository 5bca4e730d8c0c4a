import { unsigned, type Bytes } from '../../wasm/encode.ts';
import { F64, get, I32, i32, set, simd, V128 } from '../../wasm/instructions.ts';
import { oneFunction } from '../../wasm/oneFunction.ts';

/** Where a piece of a table has its numbers, in bytes: see `tabulate.ts`. */
const CENTRE = 0;
const PAIRS = 16;
const HIGH = 80;

/** Parameters: rows, addresses of the column, of the table's parts and of a list, then numbers. */
const [N, COLUMN, STARTS, POWERS, LIST, OFFSET, FACTOR, CELLS] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Variables. */
const [CELL, PIECE, ROW, FOUND, U, D, D2, D4, BOTH] = [8, 9, 10, 11, 12, 13, 14, 15, 16];

const [ADD_I32, SHIFT_LEFT, NOT_ABOVE, BELOW] = [0x6a, 0x74, 0x4d, 0x49];
const loadF64 = (address: Bytes, at: number): Bytes => [...address, 0x2b, 3, ...unsigned(at)];
const add = (x: Bytes, y: Bytes): Bytes => [...x, ...y, 0xa0];
const sub = (x: Bytes, y: Bytes): Bytes => [...x, ...y, 0xa1];
const mul = (x: Bytes, y: Bytes): Bytes => [...x, ...y, 0xa2];
/** Two numbers of the piece at hand. */
const pair = (k: number): Bytes => [...get(PIECE), 0xfd, 0, 4, ...unsigned(PAIRS + 16 * k)];
const splat = (x: Bytes): Bytes => [...x, ...simd(0x14)];
const add2 = (x: Bytes, y: Bytes): Bytes => [...x, ...y, ...simd(0xf0)];
const mul2 = (x: Bytes, y: Bytes): Bytes => [...x, ...y, ...simd(0xf2)];
const lane = (k: number): Bytes => [...get(BOTH), ...simd(0x21), k];
const toWhole: Bytes = [0xfc, 2];

/** Terms 0 to 3 and 4 to 7 side by side, then all together: the same sums as those of `tableQuantile`. */
const POLYNOMIAL: Bytes = [
  ...set(D, sub(get(U), loadF64(get(PIECE), CENTRE))),
  ...set(D2, mul(get(D), get(D))),
  ...set(D4, mul(get(D2), get(D2))),
  ...set(
    BOTH,
    add2(
      add2(pair(0), mul2(pair(1), splat(get(D)))),
      mul2(add2(pair(2), mul2(pair(3), splat(get(D)))), splat(get(D2))),
    ),
  ),
  ...add(
    add(lane(0), mul(lane(1), get(D4))),
    mul(
      mul(add(loadF64(get(PIECE), HIGH), mul(loadF64(get(PIECE), HIGH + 8), get(D))), get(D4)),
      get(D4),
    ),
  ),
];

const CODE: Bytes = [
  ...[0x03, 0x40], // loop
  ...set(U, loadF64(get(COLUMN), 0)),
  ...set(CELL, [...mul(get(U), get(CELLS)), ...toWhole]),
  ...set(PIECE, i32(0)),
  // What is outside 0 to 1 is in no cell.
  ...[...get(CELL), ...get(CELLS), ...toWhole, NOT_ABOVE, 0x04, 0x40],
  ...set(PIECE, [...get(STARTS), ...get(CELL), ...i32(1), SHIFT_LEFT, ADD_I32, 0x2f, 1, 0]),
  0x0b,
  ...[...get(PIECE), 0x04, 0x40], // if there is a piece
  ...set(PIECE, [...get(POWERS), ...get(PIECE), ...i32(3), SHIFT_LEFT, ADD_I32]),
  ...get(COLUMN),
  ...add(get(OFFSET), [...get(FACTOR), ...POLYNOMIAL, 0xa2]),
  ...[0x39, 3, 0], // store
  0x05, // else list the row
  ...[...get(LIST), ...get(FOUND), ...i32(2), SHIFT_LEFT, ADD_I32, ...get(ROW), 0x36, 2, 0],
  ...set(FOUND, [...get(FOUND), ...i32(1), ADD_I32]),
  0x0b,
  ...set(COLUMN, [...get(COLUMN), ...i32(8), ADD_I32]),
  ...set(ROW, [...get(ROW), ...i32(1), ADD_I32]),
  ...[...get(ROW), ...get(N), BELOW, 0x0d, 0],
  0x0b,
  ...get(FOUND),
];

/**
 * A WebAssembly module with one function, `transform`: what `tableQuantile` does to a column, but for rows
 * that are in no piece of the table. It lists these, leaves them as they are, and returns how many there are.
 */
export function tableCode(): Uint8Array<ArrayBuffer> {
  return oneFunction({
    name: 'transform',
    parameters: [I32, I32, I32, I32, I32, F64, F64, F64],
    results: [I32],
    variables: [
      [4, I32],
      [4, F64],
      [1, V128],
    ],
    code: CODE,
  });
}
