import { growTo, instantiate } from '../../wasm/webAssembly.ts';
import { grayCodeState } from './grayCode.ts';
import { scrambleFactor } from './owenScramble.ts';
import { scrambleCode } from './scrambleCode.ts';

/** Rows that are computed at once. */
const ROWS = 4;

/** Bytes of 32 directions, and of one that is read after the last row and used by none. */
const DIRECTIONS = 33 * Int32Array.BYTES_PER_ELEMENT;
/** Where fractions are written: after the directions, on a boundary of 16 bytes. */
const COLUMN = 144;

type Fill = (
  column: Float64Array,
  directions: Int32Array,
  from: number,
  seed: number,
  shift: number,
) => boolean;

let made: { readonly fill: Fill | undefined } | undefined;

/**
 * Fills a whole column as `fillScrambled` does, to the bit, by WebAssembly.
 *
 * @returns false where that can not be: without WebAssembly or room, or for rows that are no multiple of four
 */
export function nativeScramble(
  ...[column, directions, from, seed, shift]: Parameters<Fill>
): boolean {
  if (column.length === 0 || column.length % ROWS !== 0 || from % ROWS !== 0) return false;
  const { fill } = (made ??= { fill: makeFill() });
  return fill?.(column, directions, from, seed, shift) === true;
}

function makeFill(): Fill | undefined {
  const found = instantiate(scrambleCode());
  if (found === undefined) return undefined;
  const { memory, exports } = found;
  const run = exports['fill'] as (...words: number[]) => void;
  return (column, directions, from, seed, shift) => {
    if (!growTo(memory, COLUMN + column.byteLength)) return false;
    const own = new Int32Array(memory.buffer, 0, DIRECTIONS / Int32Array.BYTES_PER_ELEMENT);
    own.fill(0);
    own.set(directions);
    const state = grayCodeState(directions, from);
    run(column.length, COLUMN, 0, state, from + ROWS, seed, scrambleFactor(seed), shift);
    column.set(new Float64Array(memory.buffer, COLUMN, column.length));
    return true;
  };
}
