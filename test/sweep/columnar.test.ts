import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instance, type Binding } from '../../src/formula/instantiate.ts';
import type { Node } from '../../src/formula/ir.ts';
import type { System } from '../../src/formula/system.ts';
import type { Model } from '../../src/model/link.ts';
import { INVALID, KNOWN, UNSURE, type Column } from '../../src/sweep/column.ts';
import { Columnar } from '../../src/sweep/columnar.ts';
import { FORMULA, INPUTS, SECRET_SET, VALUE, WEIGHTS } from '../support/expressions.ts';
import { makeSystem } from '../support/makeSystem.ts';

const [A = '', B = '', C = ''] = INPUTS;

/** Formulas that build on each other: `mid` on inputs, `way` is one of two, `out` on all. */
function systemOf(mid: string, first: string, second: string, out: string): System {
  return makeSystem(
    {
      [A]: {},
      [B]: {},
      [C]: {},
      secret_weight: { over: ['secret_set'] },
      secret_values: {
        over: ['secret_set'],
        cases: { secret_p: A, secret_q: `${B} - 1`, secret_s: C },
      },
      mid: { formula: mid },
      way: { firstOf: [first.replaceAll(A, 'mid'), second] },
      out: { formula: out.replaceAll(B, 'way').replaceAll(C, 'mid') },
    },
    SECRET_SET,
  );
}

type Row = readonly (number | undefined)[];

function bind(name: string, [element = '']: readonly string[]): Binding {
  return name === 'secret_weight' ? { value: WEIGHTS[element] ?? NaN } : undefined;
}

/** Roots in one row, evaluated by itself. */
function single(system: System, row: Row, name: string): Node {
  const instance = new Instance(system, (_key, of, tuple) => {
    const value = row[INPUTS.indexOf(of)];
    return value === undefined ? bind(of, tuple) : { value };
  });
  return instance.derive(name, []).node;
}

const ROOTS = ['mid', 'way', 'out'];

/** Roots in all rows, evaluated together. */
function together(system: System, rows: readonly Row[]): { columnar: Columnar; found: Found } {
  const columnar = new Columnar(
    { system } as Model,
    new Set(INPUTS),
    bind,
    ROOTS.map((name) => ({ key: name, name, tuple: [] })),
  );
  const slot = (key: string): Column => {
    const values = rows.map((row) => row[INPUTS.indexOf(key)]);
    const code = columnar.missing.code([key]);
    return {
      values: Float64Array.from(values, (value) => value ?? NaN),
      codes: Int32Array.from(values, (value) => (value === undefined ? code : KNOWN)),
    };
  };
  return { columnar, found: columnar.evaluate(rows.length, slot) };
}

type Found = ReadonlyMap<string, Column>;

const rows = fc.array(
  fc.tuple(...INPUTS.map(() => fc.option(VALUE, { nil: undefined, freq: 3 }))),
  { minLength: 1, maxLength: 12 },
);

describe('a model in columns', () => {
  it('is what each row is by itself: values to the last bit, missing inputs, reasons', () => {
    let told = 0;
    let unsure = 0;
    fc.assert(
      fc.property(FORMULA, FORMULA, FORMULA, FORMULA, rows, (mid, first, second, out, all) => {
        const system = systemOf(mid, first, second, out);
        const { columnar, found } = together(system, all);
        for (const name of ROOTS) {
          const column = found.get(name);
          for (const [at, row] of all.entries()) {
            const expected = single(system, row, name);
            if (column === undefined) {
              // It depends on nothing that varies.
              const same = columnar.fixed({ key: name, name, tuple: [] });
              expect([same.kind, 'value' in same && same.value]).toEqual([
                expected.kind,
                'value' in expected && expected.value,
              ]);
              continue;
            }
            told++;
            const code = column.codes?.[at] ?? KNOWN;
            if (code === UNSURE) unsure++;
            else if (code === KNOWN) expect(column.values[at]).toBe(valueOf(expected));
            else if (code === INVALID) {
              const reason = columnar.reason({ key: name, name, tuple: [] }, found, at);
              expect(faultOf(reason)).toEqual(faultOf(expected));
              expect(expected.kind).toBe('invalid');
            } else {
              expect(expected.kind === 'missing' && expected.inputs).toEqual(
                columnar.missing.inputs(code),
              );
            }
          }
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
    // Rows that have to be evaluated by themselves are the exception.
    expect(unsure).toBeLessThan(told / 10);
  });

  it('uses a kernel again for rows that it has not seen', () => {
    const system = systemOf(`${A} > 0 ? ${B} : ${C}`, `mid / ${B}`, `${C} + 1`, `${A} + 0`);
    fc.assert(
      fc.property(rows, rows, (before, all) => {
        const columnar = new Columnar({ system } as Model, new Set(INPUTS), bind, [
          { key: 'way', name: 'way', tuple: [] },
        ]);
        const evaluate = (some: readonly Row[]): Column | undefined =>
          columnar
            .evaluate(some.length, (key) => {
              const code = columnar.missing.code([key]);
              const values = some.map((row) => row[INPUTS.indexOf(key)]);
              return {
                values: Float64Array.from(values, (value) => value ?? NaN),
                codes: Int32Array.from(values, (value) => (value === undefined ? code : KNOWN)),
              };
            })
            .get('way');
        evaluate(before);
        const column = evaluate(all);
        for (const [at, row] of all.entries()) {
          const expected = single(system, row, 'way');
          const code = column?.codes?.[at] ?? KNOWN;
          if (code === KNOWN) expect(column?.values[at]).toBe(valueOf(expected));
          else if (code !== UNSURE && code !== INVALID) {
            expect(columnar.missing.inputs(code)).toEqual(
              expected.kind === 'missing' ? expected.inputs : [],
            );
          } else if (code === INVALID) expect(expected.kind).toBe('invalid');
        }
      }),
    );
  });
});

function valueOf(node: Node): number | undefined {
  return node.kind === 'const' ? node.value : undefined;
}

function faultOf(node: Node): unknown {
  return node.kind === 'invalid' ? [node.reason, node.origin, node.position] : node.kind;
}
