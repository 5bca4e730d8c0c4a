import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../scripts/units/bench/random.ts';
import { parseSimulation, simulate } from '../../scripts/units/bench/simulate.ts';
import { testBench } from '../../scripts/units/bench/testBench.ts';
import { DESIGNS } from '../../scripts/units/designs/all.ts';
import type { Design } from '../../scripts/units/designs/design.ts';
import { fieldDesigns } from '../../scripts/units/designs/fieldDesigns.ts';
import { multiply } from '../../scripts/units/designs/multiply.ts';
import { pack, packWords, unpack } from '../../scripts/units/designs/words.ts';
import { polynomialField } from '../../scripts/units/fields/polynomialField.ts';
import { faults, verilogModules } from './verilogModules.ts';

const hasIcarus = spawnSync('iverilog', ['-V']).error === undefined;

/** One definition: a field that the kit does not know. */
const toy = polynomialField({ id: 'toy', title: 'GF(2^3), x^3+x+1', modulus: 0b1011n, leaf: 2 });

describe('a new field', () => {
  const designs = [
    ...fieldDesigns(toy),
    multiply(toy, { operands: true, products: [3], result: true }),
  ];

  it('comes with designs from one definition', () => {
    expect(designs.map(({ id }) => id)).toEqual([
      'mul-toy',
      'sq-toy',
      'cmul-toy',
      'inv-toy',
      'mul-toy-3stage',
    ]);
  });

  it('multiplies as its table says', () => {
    // x * x^2 = x^3 = x + 1; (x + 1)(x^2 + 1) = x^3 + x^2 + x + 1 = x^2.
    expect(toy.multiply(0b010n, 0b100n)).toBe(0b011n);
    expect(toy.multiply(0b011n, 0b101n)).toBe(0b100n);
  });

  it('becomes sound Verilog', () => {
    for (const design of designs) expect(faults(design.verilog())).toEqual([]);
    const [product] = designs;
    expect(product?.verilog()).toContain('assign r[0]=(a[0]&b[0]);');
    expect(verilogModules(product?.verilog() ?? '').map(({ name }) => name)).toEqual([
      'clmul_3_leaf2',
      'toy_reduce',
      'toy_mul',
      'top',
    ]);
  });

  it('has registers only behind partial products that there are', () => {
    const pipeline = { operands: false, products: [2], result: false };
    expect(() => multiply(toy, pipeline)).toThrow('no partial products of 2 bits');
  });

  it('is tried with every pair of operands', () => {
    const trace = designs[0]?.trace(new Random(1)) ?? [];
    expect(trace).toHaveLength(64);
    expect(trace[0b100_010]).toEqual({ x: 0b100_010n, expected: 0b011n });
  });

  it.skipIf(!hasIcarus)('is what its model says (needs iverilog)', async () => {
    for (const design of designs) {
      const { seen, wrong } = await inDirectory((at) => simulate(design, at, 1));
      expect([design.id, wrong]).toEqual([design.id, 0]);
      expect(seen).toBe(2 ** design.width.input);
    }
  });

  it.skipIf(!hasIcarus)('is found out if it is not (needs iverilog)', async () => {
    const other = polynomialField({ id: 'toy', title: '', modulus: 0b1101n, leaf: 2 });
    const wrongly: Design = { ...multiply(toy), verilog: multiply(other).verilog };
    const { wrong } = await inDirectory((at) => simulate(wrongly, at, 1));
    expect(wrong).toBeGreaterThan(0);
  });
});

describe('all designs', () => {
  it('have names of their own that are fit for files', () => {
    const ids = DESIGNS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(DESIGNS.filter(({ width }) => width.output < 100).map((design) => [design.id, design]))(
    '%s is sound Verilog with the ports that the bench connects',
    (_, design) => {
      const source = design.verilog();
      expect(faults(source)).toEqual([]);
      const top = verilogModules(source).at(-1);
      expect([top?.name, top?.ports]).toEqual([
        'top',
        design.clocked ? ['clk', 'x', 'y'] : ['x', 'y'],
      ]);
      expect([top?.widths.get('x'), top?.widths.get('y')]).toEqual([
        design.width.input,
        design.width.output,
      ]);
    },
  );

  it('expect their results when the registers let them through', () => {
    const pipelined = multiply(toy, { operands: true, products: [3], result: true });
    const trace = pipelined.trace(new Random(1));
    expect(trace.slice(0, 3).map(({ expected }) => expected)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(trace[3]?.expected).toBe(0n);
    expect(trace.at(-1)?.expected).toBe(toy.multiply(7n, 7n));
  });
});

describe('operands', () => {
  it('lie beside each other and can be taken apart', () => {
    const values = fc.array(fc.bigInt({ min: 0n, max: 255n }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(values, fc.nat(9), (list, extra) => {
        const widths = list.map((_, i) => 8 + ((i * extra) % 5));
        expect(unpack(pack(list, widths), widths)).toEqual(list);
        expect(packWords(list, 8)).toBe(
          pack(
            list,
            list.map(() => 8),
          ),
        );
      }),
    );
  });
});

describe('the test bench', () => {
  it('reads look, output and input in one line a step', () => {
    const design = multiply(toy);
    const { vectors } = testBench(design, [{ x: 5n, expected: 2n }, { x: 6n }], 'v.hex');
    expect(vectors).toBe(`${((1n << 9n) | (2n << 6n) | 5n).toString(16)}\n6\n`);
  });

  it('gives the same vectors for the same seed, and others for another one', () => {
    const inputs = (seed: number): bigint[] =>
      (DESIGNS[0]?.trace(new Random(seed)) ?? []).map(({ x }) => x);
    expect(inputs(1)).toEqual(inputs(1));
    expect(inputs(1)).not.toEqual(inputs(2));
  });

  it('is read back, and silence is an error', () => {
    expect(parseSimulation('WARNING: x\nRESULT 60 2\n')).toEqual({ seen: 60, wrong: 2 });
    expect(() => parseSimulation('VVP stopped\n')).toThrow('printed no result');
  });
});

async function inDirectory<T>(run: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'units-'));
  try {
    return await run(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
