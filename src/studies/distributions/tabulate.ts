import { chebyshevCoefficients, chebyshevNodes } from './chebyshev.ts';
import { toPowers } from './toPowers.ts';

/** Halvings of the range towards each end, beyond which the function itself is called: 0.4 % of it. */
const OCTAVES = 8;
/** Pieces that each of these is cut into. */
const PARTS = 8;
const TERMS = 10;
/** Numbers that a piece takes: its centre, a free place, then coefficients. */
const STRIDE = TERMS + 2;
/** Where the coefficient of each power is: those that are summed side by side are neighbours. */
const PLACES = [2, 4, 6, 8, 3, 5, 7, 9, 10, 11] as const;
/** Cells of equal width, as many as the narrowest pieces would fill. */
const CELLS = 2 * PARTS * 2 ** OCTAVES;
/** Largest error of a piece that is used, relative to its largest value. */
const TOLERANCE = 1e-13;
/** Where it is checked: between the nodes, and at the ends. */
const CHECKS = [-1, -0.3, 0.59, 1];

/** A quantile function as polynomials, as plain data that can be sent to another thread. */
export interface QuantileTable {
  /**
   * For each cell of equal width, where in `powers` the piece that it lies in starts; 0 where the
   * function itself is to be called. One more for the end of the last cell.
   */
  readonly starts: Uint16Array;
  /** For each piece, its centre and the coefficients of powers of the distance from it, see `PLACES`. */
  readonly powers: Float64Array;
}

/** A column of probabilities turned into one of values, in place, from one row up to another. */
export type ColumnQuantile = (column: Float64Array, from: number, to: number) => void;

/**
 * Fits a smooth quantile function by a polynomial of degree 9 on each of 128 pieces, narrower by
 * halves towards the ends, where it may be singular. The singularity is 17 half widths away from
 * the centre of any piece, at which a Chebyshev series gains a factor of 34 a degree: the polynomial
 * is as good as the function. Where a check says otherwise, the function stays.
 *
 * @param q - quantile function, analytic inside 0 to 1
 * @returns the table
 */
export function tabulate(q: (u: number) => number): QuantileTable {
  const powers = new Float64Array((pieces.length + 1) * STRIDE);
  const failed = pieces.filter((piece) => !fitPiece(q, powers, piece));
  if (failed.length === 0) return { starts: allStarts, powers };
  const starts = allStarts.slice();
  for (const piece of failed) mark(starts, piece, 0);
  return { starts, powers };
}

/** One of the intervals on which there is a polynomial; its width is a power of two. */
interface Piece {
  readonly start: number;
  readonly centre: number;
  readonly half: number;
}

const pieces: readonly Piece[] = Array.from({ length: 2 * OCTAVES * PARTS }, (_, i) => {
  const half = 2 ** (-Math.floor(i / (2 * PARTS)) - 3) / PARTS;
  const centre = half * (2 * (PARTS + ((i >> 1) % PARTS)) + 1);
  // The first place is left free, as 0 stands for no piece.
  return { start: (i + 1) * STRIDE, centre: i % 2 === 0 ? centre : 1 - centre, half };
});

/** Where pieces start if all of them will do: nearly always, and then tables have it in common. */
const allStarts: Uint16Array = new Uint16Array(CELLS + 1);
for (const piece of pieces) mark(allStarts, piece, piece.start);

function mark(starts: Uint16Array, { centre, half }: Piece, start: number): void {
  starts.fill(start, (centre - half) * CELLS, (centre + half) * CELLS);
}

/** Writes the polynomial of a piece; false where it is not good enough. */
function fitPiece(
  q: (u: number) => number,
  powers: Float64Array,
  { start, centre, half }: Piece,
): boolean {
  const { nodes, matrix } = (interpolation ??= prepareInterpolation());
  const middle = q(centre);
  // What is added to the value in the middle is small, and so is what rounding does to it.
  const values = new Float64Array(TERMS);
  for (let k = 0; k < TERMS; k++) values[k] = q(centre + half * (nodes[k] as number)) - middle;
  const coefficients = new Float64Array(TERMS);
  for (let j = 0; j < TERMS; j++) {
    let sum = 0;
    for (let k = 0; k < TERMS; k++)
      sum += (matrix[j * TERMS + k] as number) * (values[k] as number);
    coefficients[j] = sum;
  }
  coefficients[0] = (coefficients[0] as number) + middle;
  const scale = Math.max(Math.abs(q(centre - half)), Math.abs(q(centre + half)));
  for (const t of CHECKS) {
    let value = 0;
    for (let j = TERMS - 1; j >= 0; j--) value = value * t + (coefficients[j] as number);
    if (!(Math.abs(value - q(centre + half * t)) <= TOLERANCE * scale)) return false;
  }
  powers[start] = centre;
  for (let j = 0, unit = 1; j < TERMS; j++, unit *= half) {
    // The half width is a power of two, so this is exact.
    powers[start + (PLACES[j] as number)] = (coefficients[j] as number) / unit;
  }
  return true;
}

/** Where values are taken from -1 to 1, and the matrix that makes coefficients of powers of them. */
interface Interpolation {
  readonly nodes: Float64Array;
  readonly matrix: Float64Array;
}

let interpolation: Interpolation | undefined;

function prepareInterpolation(): Interpolation {
  const matrix = new Float64Array(TERMS * TERMS);
  for (let k = 0; k < TERMS; k++) {
    const one = new Float64Array(TERMS);
    one[k] = 1;
    toPowers(chebyshevCoefficients(one)).forEach((c, j) => (matrix[j * TERMS + k] = c));
  }
  return { nodes: chebyshevNodes(TERMS), matrix };
}

/**
 * The function behind a table, for columns: the same to a relative 1e-13.
 *
 * @param table - from `tabulate`
 * @param q - the function that was tabulated, for what the table leaves out
 * @param offset - added to values, after
 * @param factor - they have been multiplied by this
 * @returns what turns probabilities into `offset + factor * q`
 */
export function tableQuantile(
  { starts, powers: p }: QuantileTable,
  q: (u: number) => number,
  offset: number,
  factor: number,
): ColumnQuantile {
  return (column, from, to) => {
    const cells = starts.length - 1;
    for (let row = from; row < to; row++) {
      const u = column[row] as number;
      const k = starts[(u * cells) | 0] as number;
      // What lies outside 0 to 1 is in no cell at all.
      if (!(k > 0)) {
        column[row] = offset + factor * q(u);
        continue;
      }
      const d = u - (p[k] as number);
      const d2 = d * d;
      const d4 = d2 * d2;
      // Neighbours are summed first (G. Estrin 1960), so that the processor need not wait for each.
      const low =
        (p[k + 2] as number) +
        (p[k + 4] as number) * d +
        ((p[k + 6] as number) + (p[k + 8] as number) * d) * d2;
      const middle =
        (p[k + 3] as number) +
        (p[k + 5] as number) * d +
        ((p[k + 7] as number) + (p[k + 9] as number) * d) * d2;
      const high = (p[k + 10] as number) + (p[k + 11] as number) * d;
      column[row] = offset + factor * (low + middle * d4 + high * d4 * d4);
    }
  };
}
