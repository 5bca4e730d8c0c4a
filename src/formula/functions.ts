import { NONE, raise, same, type Dimension } from './dimension.ts';
import { ceilLog2, exp2, floorLog2, power, POWERS_OF_TWO } from './intrinsics.ts';

/** Type of an expression: a truth value, a number of some dimension, or the number 0 (any). */
export type Type = 'truth' | 'zero' | Dimension;

/** A function of the formula language. */
export interface FormulaFunction {
  readonly arity: number;
  /** Type of the result, or a sentence saying what is wrong with the arguments. */
  readonly type: (args: readonly Type[]) => Type | string;
  /** The function itself; also what generated code calls. */
  readonly apply: (...args: number[]) => number;
  /** Generated code, where a call would be slower than an expression. */
  readonly emit?: (...args: string[]) => string;
  /** What that code mentions, by the name it uses. */
  readonly helpers?: readonly (readonly [string, unknown])[];
}

const plain = (args: readonly Type[]): Type | string =>
  args.every((arg) => arg === 'zero' || (arg !== 'truth' && same(arg, NONE)))
    ? NONE
    : 'the arguments must be plain numbers';

const keep = (args: readonly Type[]): Type | string =>
  args[0] === 'truth' ? 'the argument must be a number' : (args[0] ?? NONE);

const alike = (args: readonly Type[]): Type | string => {
  const known = args.filter((arg) => arg !== 'zero');
  const [first] = known;
  if (known.includes('truth')) return 'the arguments must be numbers';
  if (first === undefined) return 'zero';
  return known.every((arg) => same(arg as Dimension, first as Dimension))
    ? first
    : 'the arguments must have the same unit';
};

/**
 * The functions that a formula can call, besides reductions and registered domain functions.
 * `exp2` and `power` are what `2^x` and `x^y` become.
 */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  // Not Math.min: the comparison is quicker, NaN is left to the guard, and -0 is as good as 0.
  ['min', { arity: 2, type: alike, apply: min, emit: (a, b) => `(${a}<${b}?${a}:${b})` }],
  ['max', { arity: 2, type: alike, apply: max, emit: (a, b) => `(${a}>${b}?${a}:${b})` }],
  ['abs', { arity: 1, type: keep, apply: Math.abs, emit: (x) => `Math.abs(${x})` }],
  ['floor', { arity: 1, type: keep, apply: Math.floor, emit: (x) => `Math.floor(${x})` }],
  ['ceil', { arity: 1, type: keep, apply: Math.ceil, emit: (x) => `Math.ceil(${x})` }],
  [
    'sqrt',
    {
      arity: 1,
      type: ([arg]) =>
        arg === 'truth' ? 'the argument must be a number' : sqrtType(arg ?? 'zero'),
      apply: Math.sqrt,
      emit: (x) => `Math.sqrt(${x})`,
    },
  ],
  ['exp', { arity: 1, type: plain, apply: Math.exp, emit: (x) => `Math.exp(${x})` }],
  ['log', { arity: 1, type: plain, apply: Math.log, emit: (x) => `Math.log(${x})` }],
  ['log2', { arity: 1, type: plain, apply: Math.log2, emit: (x) => `Math.log2(${x})` }],
  ['log10', { arity: 1, type: plain, apply: Math.log10, emit: (x) => `Math.log10(${x})` }],
  ['ceil_log2', { arity: 1, type: plain, apply: ceilLog2 }],
  ['floor_log2', { arity: 1, type: plain, apply: floorLog2 }],
  [
    'exp2',
    {
      arity: 1,
      type: plain,
      apply: exp2,
      // Nearly every exponent is whole: log2 of a size that is padded to a power of two.
      emit: (y) => `(${y}===(${y}|0)&&${y}>-1075&&${y}<1024?P2[${y}+1074]:exp2(${y}))`,
      helpers: [
        ['P2', POWERS_OF_TWO],
        ['exp2', exp2],
      ],
    },
  ],
  ['power', { arity: 2, type: plain, apply: power }],
]);

function min(a: number, b: number): number {
  return a < b ? a : b;
}

function max(a: number, b: number): number {
  return a > b ? a : b;
}

function sqrtType(arg: 'zero' | Dimension): Type {
  return arg === 'zero' ? 'zero' : raise(arg, 0.5);
}
