import fc from 'fast-check';
import type { Builder } from '../../src/formula/builder.ts';
import { compile, type Compiled } from '../../src/formula/compile.ts';
import { Instance } from '../../src/formula/instantiate.ts';
import type { Node } from '../../src/formula/ir.ts';
import type { System } from '../../src/formula/system.ts';
import { makeSystem, type ShortSet } from './makeSystem.ts';

/** Names that no generated code may contain. */
export const INPUTS: readonly string[] = ['secret_alpha', 'secret_beta', 'secret_gamma'];

/** The set that random reductions run over. */
export const SECRET_SET: Readonly<Record<string, ShortSet>> = {
  secret_set: {
    letter: 'e',
    elements: { secret_p: undefined, secret_q: undefined, secret_s: undefined },
  },
};

/** Values of `secret_weight`, which does not vary. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  secret_p: 0.3,
  secret_q: 2,
  secret_s: -7,
};

/** A system whose quantity `out` has the given formula of the three inputs. */
export function systemOf(formula: string): System {
  const [a = '', b = '', c = ''] = INPUTS;
  return makeSystem(
    {
      [a]: {},
      [b]: {},
      [c]: {},
      secret_weight: { over: ['secret_set'] },
      secret_values: {
        over: ['secret_set'],
        cases: { secret_p: a, secret_q: `${b} - 1`, secret_s: c },
      },
      out: { formula },
    },
    SECRET_SET,
  );
}

/** The node of `out` where the inputs are constants. */
export function folded(system: System, values: readonly number[]): Node {
  const instance = new Instance(system, (_key, name, [element = '']) => {
    const slot = INPUTS.indexOf(name);
    if (slot >= 0) return { value: values[slot] ?? NaN };
    return name === 'secret_weight' ? { value: WEIGHTS[element] ?? NaN } : undefined;
  });
  return instance.derive('out', []).node;
}

/** The node of `out` where the inputs vary; roots of one graph have a builder in common. */
export function open(system: System, builder?: Builder): Node {
  const instance = new Instance(
    system,
    (_key, name, [element = '']) => {
      const slot = INPUTS.indexOf(name);
      if (slot >= 0) return { slot };
      return name === 'secret_weight' ? { value: WEIGHTS[element] ?? NaN } : undefined;
    },
    builder,
  );
  return instance.derive('out', []).node;
}

/** `out` as functions of the inputs, or undefined where it has no value whatever they are. */
export function compiled(system: System): Compiled | undefined {
  const node = open(system);
  return node.kind === 'missing' || node.kind === 'invalid'
    ? undefined
    : compile([node], INPUTS.length, 0);
}

/** The number at a row, or undefined where there is none. */
export function byScalar({ scalar }: Compiled, row: readonly number[]): number | undefined {
  const out = new Float64Array(1);
  scalar(row, out);
  const [value = NaN] = out;
  return Number.isNaN(value) ? undefined : value;
}

/** The numbers of many rows, undefined where there is none, and how many are said to have none. */
export function byColumns(
  { columns }: Compiled,
  rows: readonly (readonly number[])[],
): { values: (number | undefined)[]; bad: number } {
  const inputs = INPUTS.map((_, slot) => Float64Array.from(rows, (row) => row[slot] ?? NaN));
  const out = new Float64Array(rows.length);
  const bad = columns(inputs, [out], 0, rows.length);
  return { values: [...out].map((value) => (Number.isNaN(value) ? undefined : value)), bad };
}

/** The number by folding, or undefined where there is none. */
export function byFolding(system: System, row: readonly number[]): number | undefined {
  const node = folded(system, row);
  return node.kind === 'const' ? node.value : undefined;
}

/** Values of inputs: everyday ones, and those at which arithmetic is hard. */
export const VALUE: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 70 }) },
  { weight: 1, arbitrary: fc.double({ min: 1e-300, max: 1e300, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 0.5, -1, 2 ** 41 + 1, 1e200, -1e200, 1e-200) },
);

/** Rows of inputs. */
export const ROWS: fc.Arbitrary<number[][]> = fc.array(
  fc.tuple(VALUE, VALUE, VALUE).map((row) => [...row]),
  { minLength: 1, maxLength: 12 },
);

const LITERALS = ['0', '1', '2', '0.5', '3', '7', '1e-3', '1e6', '3.0000000000001', '1.5'];
const WHOLE = ['0', '1', '2', '3', '5', '8', '17', '-1', '-2', '-5', '100'];

/** Random formulas with a number as their result. */
export const FORMULA: fc.Arbitrary<string> = fc.letrec<{ number: string; truth: string }>((tie) => {
  const number = tie('number');
  const truth = tie('truth');
  const leaf = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...INPUTS) },
    { weight: 2, arbitrary: fc.constantFrom(...LITERALS) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('secret_values[secret_q]', 'secret_weight[secret_s]'),
    },
  );
  const body = fc.oneof(
    fc.constantFrom('secret_values[e]', 'secret_weight[e]', 'secret_values[e] / secret_weight[e]'),
    number.map((n) => `(${n}) * secret_values[e]`),
    number.map((n) => `secret_weight[e] / (${n} + secret_values[e])`),
  );
  const condition = fc.oneof(
    fc.constantFrom('secret_weight[e] > 0', 'secret_values[e] > 0', 'secret_values[e] != 1'),
    number.map((n) => `secret_values[e] < ${n}`),
    truth,
  );
  const reduce = fc.constantFrom('sum_over', 'min_over', 'max_over', 'argmin_over', 'argmax_over');
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      {
        weight: 5,
        arbitrary: fc
          .tuple(number, fc.constantFrom('+', '-', '*', '/'), number)
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
      },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('min', 'max'), number, number)
          .map(([fn, a, b]) => `${fn}(${a}, ${b})`),
      },
      { weight: 1, arbitrary: number.map((a) => `(-${a})`) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('ceil', 'floor', 'abs', 'sqrt'), number)
          .map(([fn, a]) => `${fn}(${a})`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom('log2', 'log', 'exp', 'ceil_log2', 'floor_log2'), number)
          .map(([fn, a]) => `${fn}(${a})`),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(number, fc.constantFrom(...WHOLE)).map(([a, n]) => `((${a}) ^ (${n}))`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(number, fc.constantFrom('0.5', '1.25', '-0.75'))
          .map(([a, n]) => `(abs(${a}) ^ (${n}))`),
      },
      { weight: 1, arbitrary: number.map((a) => `(2 ^ (${a}))`) },
      {
        weight: 2,
        arbitrary: fc.tuple(truth, number, number).map(([t, a, b]) => `((${t}) ? ${a} : ${b})`),
      },
      { weight: 1, arbitrary: fc.tuple(reduce, body).map(([fn, a]) => `${fn}(e, ${a})`) },
      {
        weight: 1,
        arbitrary: fc.tuple(reduce, body, condition).map(([fn, a, c]) => `${fn}(e, ${a}, ${c})`),
      },
    ),
    truth: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 4,
        arbitrary: fc
          .tuple(number, fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number)
          .map(([a, op, b]) => `${a} ${op} ${b}`),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(truth, fc.constantFrom('and', 'or'), truth)
          .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      },
      { weight: 1, arbitrary: truth.map((a) => `not (${a})`) },
    ),
  };
}).number;
