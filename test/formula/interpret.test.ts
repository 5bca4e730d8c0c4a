import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Builder } from '../../src/formula/builder.ts';
import { compile } from '../../src/formula/compile.ts';
import { Instance } from '../../src/formula/instantiate.ts';
import { interpret } from '../../src/formula/interpret.ts';
import type { Value } from '../../src/formula/ir.ts';
import { lower } from '../../src/formula/lower.ts';
import { machine } from '../../src/formula/wasm/machine.ts';
import { machineCode } from '../../src/formula/wasm/machineCode.ts';
import { shareColumns } from '../../src/formula/shareColumns.ts';
import { FORMULA, INPUTS, open, ROWS, systemOf } from '../support/expressions.ts';
import { makeSystem } from '../support/makeSystem.ts';

/** The root of a formula of `secret_alpha`, `secret_beta` and `secret_gamma`; undefined where it has none. */
function rootOf(formula: string, builder?: Builder): Value | undefined {
  const node = open(systemOf(formula), builder);
  return node.kind === 'missing' || node.kind === 'invalid' ? undefined : node;
}

/** Columns of rows, so many times over that several blocks are needed, with an odd end. */
function columnsOf(rows: readonly (readonly number[])[], times: number): Float64Array[] {
  const all = Array.from({ length: times }, () => rows).flat();
  return INPUTS.map((_, slot) => Float64Array.from(all, (row) => row[slot] ?? NaN));
}

/** Bits of a column: tells -0 from 0, and one NaN is like another. */
function bits(column: Float64Array): string[] {
  const normal = column.map((value) => (Number.isNaN(value) ? NaN : value));
  return [...new BigUint64Array(normal.buffer)].map((word) => word.toString(16));
}

describe('interpret', () => {
  it('has WebAssembly here, in a module that browsers take at once', () => {
    expect(machine()).toBeDefined();
    // Some refuse to compile more than 4 KiB without a promise.
    expect(machineCode().length).toBeLessThan(4096);
  });

  it('starts again after a call that failed', () => {
    for (const native of [true, false]) {
      const root = rootOf('secret_alpha + 10 * secret_beta') as Value;
      const { columns } = interpret([root], { remember: true, native });
      const [x, y, none] = [Float64Array.of(1), Float64Array.of(2), new Float64Array(1)];
      const output = new Float64Array(1);
      columns([x, y, none], [output], 0, 1);
      expect(() => columns([Float64Array.of(5)], [output], 0, 1)).toThrow(RangeError);
      columns([Float64Array.of(5), y, none], [output], 0, 1);
      expect(output[0]).toBe(25);
    }
  });

  it('equals the compiled functions to the last bit on random formulas', () => {
    fc.assert(
      fc.property(FORMULA, FORMULA, ROWS, fc.constantFrom(1, 60), (one, other, rows, times) => {
        const builder = new Builder();
        const both = [one, other].map((formula) => rootOf(formula, builder));
        const roots = both.filter((root) => root !== undefined);
        if (roots.length === 0) return;
        const compiled = compile(roots, INPUTS.length, 0);
        const plain = interpret(roots, { native: false });
        const inputs = columnsOf(rows, times);
        const count = rows.length * times;
        const [expected, ...found] = [compiled, interpret(roots), plain].map((functions) => {
          const outputs = roots.map(() => new Float64Array(count).fill(7));
          const bad = functions.columns(inputs, outputs, 0, count);
          return { bad, outputs: outputs.map(bits) };
        });
        for (const one of found) expect(one).toEqual(expected);
        for (const row of rows) {
          const [a, ...others] = [compiled, interpret(roots), plain].map((functions) => {
            const outputs = new Float64Array(roots.length);
            functions.scalar(row, outputs);
            return bits(outputs);
          });
          for (const one of others) expect(one).toEqual(a);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same bits where it remembers, whatever moves from row to row', () => {
    fc.assert(
      fc.property(
        FORMULA,
        ROWS,
        fc.array(fc.tuple(fc.nat(2), fc.nat(700)), { maxLength: 6 }),
        (formula, rows, moves) => {
          const root = rootOf(formula);
          const [base, ...others] = rows;
          if (root === undefined || base === undefined) return;
          const plain = interpret([root]);
          const remembering = [true, false].map((native) =>
            interpret([root], { remember: true, native }),
          );
          // One input at a time takes values of other rows, over stretches of any length.
          const all = moves.flatMap(([slot, length]) =>
            Array.from({ length }, (_, k) =>
              base.with(slot, others[k % Math.max(1, others.length)]?.[slot] ?? 0),
            ),
          );
          const inputs = columnsOf(all, 1);
          for (const end of [all.length, Math.ceil(all.length / 3), all.length]) {
            const [expected, ...found] = [plain, ...remembering].map(({ columns }) => {
              const output = new Float64Array(all.length);
              return { bad: columns(inputs, [output], 0, end), output: bits(output) };
            });
            for (const one of found) expect(one).toEqual(expected);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not mind others that compute in between', () => {
    const formulas = ['secret_alpha * 3 + secret_beta', 'secret_alpha - 2 * secret_gamma ^ 2'];
    const all = [true, false].flatMap((remember) =>
      formulas.map((formula) => interpret([rootOf(formula) as Value], { remember })),
    );
    const run = ({ columns }: (typeof all)[number], rows: number): Float64Array => {
      const output = new Float64Array(rows);
      const inputs = INPUTS.map((_, k) => Float64Array.from({ length: rows }, (__, i) => i + k));
      columns(inputs, [output], 0, rows);
      return output;
    };
    const alone = all.map((one) => run(one, 600));
    // Of many rows and few, so that what one remembers is another's columns.
    for (const rows of [600, 5, 600, 300]) {
      expect(all.map((one) => run(one, rows))).toEqual(alone.map((own) => own.slice(0, rows)));
    }
  });

  it('writes the rows that are asked for, and no others', () => {
    const root = rootOf('secret_alpha / secret_beta');
    if (root === undefined) throw new Error('no root');
    const inputs = columnsOf([[6, 3, 0]], 1000);
    const output = new Float64Array(1000).fill(7);
    expect(interpret([root]).columns(inputs, [output], 300, 900)).toBe(0);
    expect([...output].filter((value) => value === 2)).toHaveLength(600);
    expect([output[299], output[300], output[899], output[900]]).toEqual([7, 2, 2, 7]);
  });

  it('counts the rows without a value, and only these', () => {
    const root = rootOf('secret_alpha > 0 ? 1 / secret_beta : 5');
    if (root === undefined) throw new Error('no root');
    const inputs = columnsOf(
      [
        [1, 0, 0],
        [0, 0, 0],
        [1, 4, 0],
      ],
      200,
    );
    const output = new Float64Array(600);
    expect(interpret([root]).columns(inputs, [output], 0, 600)).toBe(200);
    expect([...output.subarray(0, 3)]).toEqual([NaN, 5, 0.25]);
  });

  it('gives outputs that do not vary, and none', () => {
    const root = rootOf('2 + 3');
    if (root === undefined) throw new Error('no root');
    const output = new Float64Array(3);
    expect(interpret([root]).columns([], [output], 0, 3)).toBe(0);
    expect([...output]).toEqual([5, 5, 5]);
    expect(interpret([]).columns([], [], 0, 3)).toBe(0);
  });

  it('calls functions of any number of arguments', () => {
    const domain = (name: string, arity: number) => ({
      name,
      args: Array.from({ length: arity }, () => new Map<string, number>()),
      result: new Map<string, number>(),
      apply: (...args: number[]) => args.reduce((sum, arg, i) => sum + arg * 10 ** i, 0),
      meaning: '',
    });
    const functions = [1, 2, 3, 4].map((arity) => domain(`digits${arity}`, arity));
    const formula = 'digits1(a) + digits2(a, 1) + digits3(a, 1, 2) + digits4(a, 1, 2, 3)';
    const system = makeSystem({ a: {}, out: { formula } }, {}, functions);
    const { node } = new Instance(system, (key) => (key === 'a' ? { slot: 0 } : undefined)).derive(
      'out',
      [],
    );
    if (node.kind !== 'op') throw new Error('no operation');
    const output = new Float64Array(1);
    interpret([node]).columns([Float64Array.of(4)], [output], 0, 1);
    expect(output[0]).toBe(4 + 14 + 214 + 3214);
  });

  it('refuses a column that is not there', () => {
    const root = rootOf('secret_alpha + secret_gamma');
    if (root === undefined) throw new Error('no root');
    const run = (): number =>
      interpret([root]).columns([new Float64Array(1)], [new Float64Array(1)], 0, 1);
    expect(run).toThrow(RangeError);
  });
});

describe('shareColumns', () => {
  it('never gives away a column that is still to be read', () => {
    fc.assert(
      fc.property(FORMULA, (formula) => {
        const root = rootOf(formula);
        if (root === undefined) return;
        const program = lower([root]);
        const { of } = shareColumns(program);
        const holds = new Map<number | undefined, number>();
        for (const register of [...program.constants.keys(), ...program.inputs.keys()]) {
          holds.set(of.get(register), register);
        }
        for (const { out, args } of program.steps) {
          for (const arg of args) expect(holds.get(of.get(arg))).toBe(arg);
          holds.set(of.get(out), out);
        }
        for (const result of program.results) expect(holds.get(of.get(result))).toBe(result);
      }),
    );
  });

  it('needs few columns for a long chain', () => {
    const formula = Array.from({ length: 60 }, (_, i) => `secret_alpha * ${i + 2}`).join(' + ');
    const root = rootOf(formula);
    if (root === undefined) throw new Error('no root');
    const program = lower([root]);
    const fixed = program.constants.size + program.inputs.size;
    expect(program.steps.length).toBeGreaterThan(100);
    expect(shareColumns(program).count - fixed).toBeLessThan(8);
  });
});
