import { unsigned, type Bytes } from '../../wasm/encode.ts';
import { simd } from '../../wasm/instructions.ts';

/** Bytes before the rows of a column: whether it has changed. They keep rows on a boundary of 16 bytes. */
export const HEADER = 16;

/** Rows that a turn of a loop computes: two registers of two numbers. */
const TURN = 4;
const BYTES_OF_TWO_ROWS = 16;

/** What a kernel is called with: rows, the columns, and a number that only calls of the host look at. */
const [N, OUT, A, B, C, D] = [0, 1, 2, 3, 4, 5];

/** Operations on two numbers at once, by their codes in the WebAssembly specification. */
const [EQ, NE, LT, LE] = [simd(0x47), simd(0x48), simd(0x49), simd(0x4b)];
const [BOTH, WITHOUT, EITHER, CHOOSE] = [simd(0x4e), simd(0x4f), simd(0x50), simd(0x52)];
const [ABS, NEG, SQRT, CEIL, FLOOR] = [simd(0xec), simd(0xed), simd(0xef), simd(0x74), simd(0x75)];
const [ADD, SUB, MUL, DIV] = [simd(0xf0), simd(0xf1), simd(0xf2), simd(0xf3)];

/** Both of two numbers the same. */
function both(value: number): Bytes {
  const bytes = new Uint8Array(Float64Array.of(value, value).buffer);
  return [0xfd, 0x0c, ...bytes];
}

const ZERO = both(0);
const ONE = both(1);

/** Two rows of a column, from which byte of it on. */
type Rows = (column: number) => Bytes;

const add = (x: Bytes, y: Bytes): Bytes => [...x, ...y, ...ADD];
const and = (p: Bytes, q: Bytes): Bytes => [...p, ...q, ...BOTH];
const or = (p: Bytes, q: Bytes): Bytes => [...p, ...q, ...EITHER];
const isZero = (x: Bytes): Bytes => [...x, ...ZERO, ...EQ];
const isNotZero = (x: Bytes): Bytes => [...x, ...ZERO, ...NE];
/** 1 where all bits are set and 0 where none is. */
const truth = (mask: Bytes): Bytes => and(mask, ONE);
/** 0 for what is finite, and NaN otherwise. */
const valid = (x: Bytes): Bytes => [...x, ...ZERO, ...MUL];
const isTrue = (x: Bytes): Bytes => and(isNotZero(x), isZero(valid(x)));
const valid2 = (rows: Rows): Bytes => add(valid(rows(A)), valid(rows(B)));
const compare = (rows: Rows, by: Bytes): Bytes =>
  add(truth([...rows(A), ...rows(B), ...by]), valid2(rows));

/** What each kernel computes of two rows, by its name in `kernels.ts`: the same to the bit. */
const EXPRESSIONS = {
  add: (rows) => add(rows(A), rows(B)),
  sub: (rows) => [...rows(A), ...rows(B), ...SUB],
  mul: (rows) => [...rows(A), ...rows(B), ...MUL],
  div: (rows) => add([...rows(A), ...rows(B), ...DIV], valid(rows(B))),
  neg: (rows) => [...rows(A), ...NEG],
  lt: (rows) => compare(rows, LT),
  le: (rows) => compare(rows, LE),
  eq: (rows) => compare(rows, EQ),
  select: (rows) => add([...rows(B), ...rows(C), ...isNotZero(rows(A)), ...CHOOSE], valid(rows(A))),
  and: (rows) => [...add(valid2(rows), ONE), ...or(isZero(rows(A)), isZero(rows(B))), ...WITHOUT],
  or: (rows) => [...ONE, ...valid2(rows), ...or(isTrue(rows(A)), isTrue(rows(B))), ...CHOOSE],
  not: (rows) => add(truth(isZero(rows(A))), valid(rows(A))),
  min: (rows) =>
    add([...rows(A), ...rows(B), ...rows(A), ...rows(B), ...LT, ...CHOOSE], valid2(rows)),
  max: (rows) =>
    add([...rows(A), ...rows(B), ...rows(B), ...rows(A), ...LT, ...CHOOSE], valid2(rows)),
  abs: (rows) => [...rows(A), ...ABS],
  sqrt: (rows) => [...rows(A), ...SQRT],
  ceil: (rows) => [...rows(A), ...CEIL],
  floor: (rows) => [...rows(A), ...FLOOR],
  allValid: (rows) => add(add(valid2(rows), valid(rows(C))), valid(rows(D))),
} satisfies Record<string, (rows: Rows) => Bytes>;

/** Names of the kernels that there is code for. */
export const NATIVE = Object.keys(EXPRESSIONS) as readonly (keyof typeof EXPRESSIONS)[];

/** Code of a kernel: a loop over its rows, four at a time. */
export function kernelCode(kernel: keyof typeof EXPRESSIONS): Bytes {
  const two = (offset: number): Bytes => {
    const at = unsigned(offset);
    const rows: Rows = (column) => [0x20, column, 0xfd, 0x00, 4, ...at];
    return [0x20, OUT, ...EXPRESSIONS[kernel](rows), 0xfd, 0x0b, 4, ...at];
  };
  const next = [OUT, A, B, C, D].flatMap((column) => [
    ...[0x20, column, 0x41, 2 * BYTES_OF_TWO_ROWS, 0x6a, 0x21, column],
  ]);
  return [
    ...[0x03, 0x40], // loop
    ...two(HEADER),
    ...two(HEADER + BYTES_OF_TWO_ROWS),
    ...next,
    ...[0x20, N, 0x41, TURN, 0x6b, 0x22, N], // n -= 4
    ...[0x41, 0, 0x4a, 0x0d, 0], // while n > 0
    0x0b,
  ];
}
