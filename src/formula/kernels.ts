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
 * What every operation but a call does, in rows that have a value. A row without one holds what is not
 * finite, and keeps doing so: arithmetic sees to that by itself, but for what is divided by, and where an
 * operand would be lost, `x * 0` is added, which is 0 for finite x and NaN otherwise. Only the branch
 * that is taken has to have a value, and a false (true) operand decides an `and` (`or`) by itself.
 *
 * Each is a loop of its own, which V8 compiles to a few machine instructions a row. Those that models
 * use most do four rows a turn: the end of a turn takes as long as a multiplication.
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
    for (let i = 0; i < n; i++) {
      const y = b[i] as number;
      out[i] = (a[i] as number) / y + y * 0;
    }
  },
  neg: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = -(a[i] as number);
  },
  lt: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = (x < y ? 1 : 0) + (x * 0 + y * 0);
    }
  },
  le: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = (x <= y ? 1 : 0) + (x * 0 + y * 0);
    }
  },
  eq: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = (x === y ? 1 : 0) + (x * 0 + y * 0);
    }
  },
  select: (n, out, a, b, c) => {
    for (let i = 0; i < n; i++) {
      const test = a[i] as number;
      out[i] = ((test !== 0 ? b[i] : c[i]) as number) + test * 0;
    }
  },
  and: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = x === 0 || y === 0 ? 0 : x * 0 + y * 0 + 1;
    }
  },
  or: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = isTrue(x) || isTrue(y) ? 1 : x * 0 + y * 0;
    }
  },
  not: (n, out, a) => {
    for (let i = 0; i < n; i++) {
      const x = a[i] as number;
      out[i] = (x === 0 ? 1 : 0) + x * 0;
    }
  },
};

/** Whether a truth value is known, and true. */
function isTrue(x: number): boolean {
  return x !== 0 && Number.isFinite(x);
}

/** Functions that are shorter than a call. */
export const SHORT: Readonly<Record<string, Kernel>> = {
  min: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = (x < y ? x : y) + (x * 0 + y * 0);
    }
  },
  max: (n, out, a, b) => {
    for (let i = 0; i < n; i++) {
      const [x, y] = [a[i] as number, b[i] as number];
      out[i] = (x > y ? x : y) + (x * 0 + y * 0);
    }
  },
  abs: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = Math.abs(a[i] as number);
  },
  sqrt: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = Math.sqrt(a[i] as number);
  },
  ceil: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = Math.ceil(a[i] as number);
  },
  floor: (n, out, a) => {
    for (let i = 0; i < n; i++) out[i] = Math.floor(a[i] as number);
  },
  exp2: (n, out, a) => {
    for (let i = 0; i < n; i++) {
      const y = a[i] as number;
      const whole = y === (y | 0) && y > -1075 && y < 1024;
      out[i] = (whole ? (POWERS_OF_TWO[y + 1074] as number) : exp2(y)) + y * 0;
    }
  },
};

/** 0 where four columns have a value, and NaN where one of them has none. */
export const allValid: Kernel = (n, out, a, b, c, d) => {
  for (let i = 0; i < n; i++) {
    const first = (a[i] as number) * 0 + (b[i] as number) * 0;
    out[i] = first + (c[i] as number) * 0 + (d[i] as number) * 0;
  }
};

/**
 * The kernel of an operation.
 *
 * @throws Error for a function that no check has seen
 */
export function kernelOf({ op, fn, domain, args }: OpNode): Kernel {
  if (op !== 'call') return KERNELS[op];
  const short = Object.hasOwn(SHORT, fn) ? SHORT[fn] : undefined;
  if (short !== undefined) return short;
  const apply = FUNCTIONS.get(fn)?.apply ?? domain?.apply;
  if (apply === undefined || args.length > 4) throw new Error(`unchecked function ${fn}`);
  return callKernel(apply, args.length);
}

function callKernel(apply: (...args: number[]) => number, arity: number): Kernel {
  switch (arity) {
    case 1:
      return (n, out, a) => {
        for (let i = 0; i < n; i++) {
          const x = a[i] as number;
          out[i] = apply(x) + x * 0;
        }
      };
    case 2:
      return (n, out, a, b) => {
        for (let i = 0; i < n; i++) {
          const [x, y] = [a[i] as number, b[i] as number];
          out[i] = apply(x, y) + (x * 0 + y * 0);
        }
      };
    case 3:
      return (n, out, a, b, c) => {
        for (let i = 0; i < n; i++) {
          const [x, y, z] = [a[i] as number, b[i] as number, c[i] as number];
          out[i] = apply(x, y, z) + (x * 0 + y * 0 + z * 0);
        }
      };
    default:
      return (n, out, a, b, c, d) => {
        for (let i = 0; i < n; i++) {
          const [x, y, z, w] = [a[i] as number, b[i] as number, c[i] as number, d[i] as number];
          out[i] = apply(x, y, z, w) + (x * 0 + y * 0 + z * 0 + w * 0);
        }
      };
  }
}
