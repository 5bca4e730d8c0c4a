import { FUNCTIONS } from './functions.ts';
import { POWERS_OF_TWO, exp2 } from './intrinsics.ts';
import type { OpNode } from './ir.ts';

/** A column of numbers; truth values are 1 and 0. */
export type Column = Float64Array;

/** Columns have a multiple of this many rows. */
export const STRIDE = 4;

/**
 * Computes the first `n` rows of a column from those of others, and perhaps some more, up to a
 * multiple of {@link STRIDE}. The result may be written over an operand: a row is read before it is
 * written.
 */
export type Kernel = (n: number, out: Column, a: Column, b: Column, c: Column, d: Column) => void;

/**
 * What every operation but a call does. Each is a loop of its own, which V8 compiles to a few machine
 * instructions a row. Those that models use most do four rows a turn: the end of a turn takes as long
 * as a multiplication.
 */
export const KERNELS: Readonly<Record<Exclude<OpNode['op'], 'call'>, Kernel>> = {
  add: (n, out, a, b) => {
    for (let i = 0; i < n; i += STRIDE) {
      out[i] = (a[i] as number) + (b[i] as number);
      out[i + 1] = (a[i + 1] as number) + (b[i + 1] as number);
      out[i + 2] = (a[i + 2] as number) + (b[i + 2] as number);
      out[i + 3] = (a[i + 3] as number) + (b[i + 3] as number);
    }
  },
  sub: (n, out, a, b) => {
    for (let i = 0; i < n; i += STRIDE) {
      out[i] = (a[i] as number) - (b[i] as number);
      out[i + 1] = (a[i + 1] as number) - (b[i + 1] as number);
      out[i + 2] = (a[i + 2] as number) - (b[i + 2] as number);
      out[i + 3] = (a[i + 3] as number) - (b[i + 3] as number);
    }
  },
  mul: (n, out, a, b) => {
    for (let i = 0; i < n; i += STRIDE) {
      out[i] = (a[i] as number) * (b[i] as number);
      out[i + 1] = (a[i + 1] as number) * (b[i + 1] as number);
      out[i + 2] = (a[i + 2] as number) * (b[i + 2] as number);
      out[i + 3] = (a[i + 3] as number) * (b[i + 3] as number);
    }
  },
  div: (n, out, a, b) => {
    for (let i = 0; i < n; i += STRIDE) {
      out[i] = (a[i] as number) / (b[i] as number);
      out[i + 1] = (a[i + 1] as number) / (b[i + 1] as number);
      out[i + 2] = (a[i + 2] as number) / (b[i + 2] as number);
      out[i + 3] = (a[i + 3] as number) / (b[i + 3] as number);
    }
  },
  lt: (n, out, a, b) => {
    for (let i = 0; i < n; i += STRIDE) {
      out[i] = (a[i] as number) < (b[i] as number) ? 1 : 0;
      out[i + 1] = (a[i + 1] as number) < (b[i + 1] as number) ? 1 : 0;
      out[i + 2] = (a[i + 2] as number) < (b[i + 2] as number) ? 1 : 0;
      out[i + 3] = (a[i + 3] as number) < (b[i + 3] as number) ? 1 : 0;
    }
  },
  select: (n, out, a, b, c) => {
    for (let i = 0; i < n; i += STRIDE) {
      out[i] = (a[i] !== 0 ? b[i] : c[i]) as number;
      out[i + 1] = (a[i + 1] !== 0 ? b[i + 1] : c[i + 1]) as number;
      out[i + 2] = (a[i + 2] !== 0 ? b[i + 2] : c[i + 2]) as number;
      out[i + 3] = (a[i + 3] !== 0 ? b[i + 3] : c[i + 3]) as number;
    }
  },
  neg: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = -(a[i] as number);
  },
  le: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = (a[i] as number) <= (b[i] as number) ? 1 : 0;
  },
  eq: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] === b[i] ? 1 : 0;
  },
  and: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] !== 0 && b[i] !== 0 ? 1 : 0;
  },
  or: (n, out, a, b) => {
    for (let i = 0; i < n; i++) out[i] = a[i] !== 0 || b[i] !== 0 ? 1 : 0;
  },
  not: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = a[i] === 0 ? 1 : 0;
  },
};

/** Functions that are shorter than a call. */
const SHORT: ReadonlyMap<string, Kernel> = new Map<string, Kernel>([
  [
    'min',
    (n, out, a, b) => {
      for (let i = 0; i < n; i++) {
        const x = a[i] as number;
        const y = b[i] as number;
        out[i] = x < y ? x : y;
      }
    },
  ],
  [
    'max',
    (n, out, a, b) => {
      for (let i = 0; i < n; i++) {
        const x = a[i] as number;
        const y = b[i] as number;
        out[i] = x > y ? x : y;
      }
    },
  ],
  [
    'exp2',
    (n, out, a) => {
      for (let i = 0; i < n; i++) {
        const y = a[i] as number;
        const whole = y === (y | 0) && y > -1075 && y < 1024;
        out[i] = whole ? (POWERS_OF_TWO[y + 1074] as number) : exp2(y);
      }
    },
  ],
]);

/**
 * The kernel of an operation.
 *
 * @throws Error for a function that no check has seen
 */
export function kernelOf({ op, fn, domain, args }: OpNode): Kernel {
  if (op !== 'call') return KERNELS[op];
  const short = SHORT.get(fn);
  if (short !== undefined) return short;
  const apply = FUNCTIONS.get(fn)?.apply ?? domain?.apply;
  if (apply === undefined || args.length > 4) throw new Error(`unchecked function ${fn}`);
  return callKernel(apply, args.length);
}

function callKernel(apply: (...args: number[]) => number, arity: number): Kernel {
  switch (arity) {
    case 1:
      return (n, out, a) => {
        for (let i = 0; i < n; i++) out[i] = apply(a[i] as number);
      };
    case 2:
      return (n, out, a, b) => {
        for (let i = 0; i < n; i++) out[i] = apply(a[i] as number, b[i] as number);
      };
    case 3:
      return (n, out, a, b, c) => {
        for (let i = 0; i < n; i++) {
          out[i] = apply(a[i] as number, b[i] as number, c[i] as number);
        }
      };
    default:
      return (n, out, a, b, c, d) => {
        for (let i = 0; i < n; i++) {
          out[i] = apply(a[i] as number, b[i] as number, c[i] as number, d[i] as number);
        }
      };
  }
}

/**
 * Validity is 0 where there is a value and NaN elsewhere. This is that of four columns together: x * 0
 * is 0 for finite x and NaN otherwise.
 */
export const allValid: Kernel = (n, out, a, b, c, d) => {
  for (let i = 0; i < n; i++) {
    const first = (a[i] as number) * 0 + (b[i] as number) * 0;
    out[i] = first + (c[i] as number) * 0 + (d[i] as number) * 0;
  }
};

/** Validity of `a and b` from the operands and their validity, `c` and `d`: a false one decides. */
export const andValid: Kernel = (n, out, a, b, c, d) => {
  for (let i = 0; i < n; i++) {
    const decided = (c[i] === 0 && a[i] === 0) || (d[i] === 0 && b[i] === 0);
    out[i] = decided ? 0 : (c[i] as number) + (d[i] as number);
  }
};

/** The same of `a or b`: a true one decides. */
export const orValid: Kernel = (n, out, a, b, c, d) => {
  for (let i = 0; i < n; i++) {
    const decided = (c[i] === 0 && a[i] !== 0) || (d[i] === 0 && b[i] !== 0);
    out[i] = decided ? 0 : (c[i] as number) + (d[i] as number);
  }
};
