import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  friShape,
  paddedLog2,
  type FriShape,
  type FriShapeInput,
} from '../../src/proof/friShape.ts';
import { udrQueries } from './reference/queries.ts';

/**
 * `fri-vectors.csv`: FRI shapes and sizes from the project's research re-implementation (Python) of
 * binius-zk/binius64 at 7ad579a1 (2026-08-22) and d8bfbd6 (2025-09-28), made before this code.
 * Where `validated_by` is set, the size is also a published proof less its interactive part.
 */
const VECTORS: Record<string, string>[] = parse(
  readFileSync(new URL('./fri-vectors.csv', import.meta.url), 'utf8'),
  { columns: true },
);

/**
 * `fri_shapes` of the same research: rate 1/2, 96 bits, arities with the batch first. Adds sizes
 * the CSV leaves out (16, 17, 24, 30).
 */
const SHAPES_RATE_HALF_96 = [
  [12, [3], 9, 69_184],
  [14, [3, 3], 8, 121_184],
  [16, [4, 3], 9, 173_920],
  [17, [4, 3], 10, 205_152],
  [18, [4, 3, 3], 8, 240_768],
  [20, [4, 4, 3], 9, 308_352],
  [22, [4, 4, 3, 3], 8, 390_048],
  [24, [4, 4, 4, 3], 9, 472_480],
  [26, [4, 4, 4, 3, 3], 8, 569_024],
  [28, [4, 4, 4, 4, 3], 9, 666_304],
  [30, [4, 4, 4, 4, 3, 3], 8, 777_696],
] as const;

function shapeOf(input: FriShapeInput): FriShape {
  const shape = friShape(input);
  if (shape === undefined) throw new Error(`no shape for ${JSON.stringify(input)}`);
  return shape;
}

function optimal(log2Elements: number, logInvRate: number, queries: number): FriShape {
  return shapeOf({ log2Elements, logInvRate, queries, strategy: 'optimal' });
}

const rate = fc.integer({ min: 1, max: 10 });
const queryCount = fc.integer({ min: 1, max: 2000 });
const size = fc.integer({ min: 0, max: 48 });
const strategy = fc.constantFrom('optimal' as const, 'constant' as const);

describe('friShape against the vectors', () => {
  it('has vectors of both versions', () => {
    const ofVersion = (name: string): number =>
      VECTORS.filter((row) => row['model']?.startsWith(name)).length;
    expect(VECTORS).toHaveLength(97);
    expect(ofVersion('binius64@d8bfbd6')).toBe(16);
    expect(ofVersion('binius64@7ad579a1')).toBe(81);
  });

  it.each(VECTORS)(
    '$model, $lambda_bits bits, rate 2^-$log_inv_rate, 2^$l_log2_elements',
    (row) => {
      const logInvRate = Number(row['log_inv_rate']);
      const queries = udrQueries(Number(row['lambda_bits']), logInvRate, 0);
      const shape = shapeOf({
        log2Elements: Number(row['l_log2_elements']),
        logInvRate,
        queries,
        strategy: row['model']?.startsWith('binius64@d8bfbd6') ? 'constant' : 'optimal',
      });
      expect({
        queries: String(queries),
        arities: shape.arities.join(' '),
        terminal: String(shape.log2TerminalCodeword),
        bytes: String(shape.bytes),
      }).toEqual({
        queries: row['queries_udr'],
        arities: row['arities_incl_batch'],
        terminal: row['log2_terminal_codeword'],
        bytes: row['fri_bytes'],
      });
    },
  );

  it.each(SHAPES_RATE_HALF_96)(
    '2^%i at rate 1/2 and 232 queries',
    (l, arities, terminal, bytes) => {
      const shape = optimal(l, 1, 232);
      expect(shape.arities).toEqual(arities);
      expect(shape.terminalLogDim).toBe(terminal);
      expect(shape.bytes).toBe(bytes);
    },
  );
});

describe('friShape against the upstream unit tests', () => {
  const upstream = {
    logInvRate: 2,
    queries: 128,
    strategy: 'optimal',
    tieBreak: 'larger',
  } as const;

  it('folds 2^24 by 4, 4, 4, 4 with the larger of tied arities', () => {
    // binius-zk/binius64@7ad579a1:crates/iop/src/fri/common.rs, test_with_strategy_min_proof_size
    expect(shapeOf({ ...upstream, log2Elements: 24 }).arities).toEqual([4, 4, 4, 4]);
  });

  it('spends one root more with the smaller, the rule of the vectors', () => {
    const smaller = optimal(24, 2, 128);
    const larger = shapeOf({ ...upstream, log2Elements: 24 });
    expect(smaller.arities).toEqual([4, 4, 3, 3, 3]);
    expect(smaller.bytes - larger.bytes).toBe(32);
  });
});

describe('friShape in general', () => {
  it('folds exactly the committed message', () => {
    fc.assert(
      fc.property(size, rate, queryCount, strategy, (l, logInvRate, queries, name) => {
        const shape = shapeOf({ log2Elements: l, logInvRate, queries, strategy: name });
        const folded = shape.arities.reduce((sum, arity) => sum + arity, 0);
        expect(folded + shape.terminalLogDim).toBe(l);
        expect(shape.log2TerminalCodeword).toBe(shape.terminalLogDim + logInvRate);
        expect(shape.layers.at(-1)?.treeDepth).toBe(shape.log2TerminalCodeword);
        expect(shape.layers.every((layer) => layer.capDepth <= layer.treeDepth)).toBe(true);
      }),
    );
  });

  it('is no larger with optimal than with constant arities, roots aside', () => {
    fc.assert(
      fc.property(size, rate, fc.integer({ min: 32, max: 2000 }), (l, logInvRate, queries) => {
        const body = (shape: FriShape, roots: number): number => shape.bytes - 32 * roots;
        const best = optimal(l, logInvRate, queries);
        const fixed = shapeOf({ log2Elements: l, logInvRate, queries, strategy: 'constant' });
        expect(body(best, best.arities.length + 1)).toBeLessThanOrEqual(
          body(fixed, fixed.arities.length),
        );
      }),
    );
  });

  it('batches a small message whole with the constant strategy, as upstream estimates', () => {
    const shape = shapeOf({ log2Elements: 7, logInvRate: 1, queries: 232, strategy: 'constant' });
    expect(shape.arities).toEqual([7]);
    expect(shape.terminalLogDim).toBe(0);
  });

  it('always opens the trace, even one smaller in clear', () => {
    expect(optimal(0, 1, 232).arities).toEqual([0]);
  });

  it('does not change its input', () => {
    const input = Object.freeze({
      log2Elements: 17.5,
      logInvRate: 1,
      queries: 231.5,
      strategy: 'optimal',
    });
    expect(friShape(input as FriShapeInput)).toEqual(optimal(18, 1, 232));
  });

  it.each([
    [-1, 1, 232],
    [64.5, 1, 232],
    [Number.NaN, 1, 232],
    [Infinity, 1, 232],
    [20, -1, 232],
    [20, 65, 232],
    [20, 1.5, 232],
    [20, Number.NaN, 232],
    [20, 1, 0],
    [20, 1, -5],
    [20, 1, 2 ** 32 + 1],
    [20, 1, Infinity],
    [20, 1, Number.NaN],
  ])('has none for l %d, rate 2^-%d, %d queries', (log2Elements, logInvRate, queries) => {
    for (const name of ['optimal', 'constant'] as const) {
      expect(friShape({ log2Elements, logInvRate, queries, strategy: name })).toBeUndefined();
    }
  });
});

describe('paddedLog2', () => {
  it('rounds up, but not floating-point noise', () => {
    expect([0, 20, 20.1, 19.000_000_1, 64].map(paddedLog2)).toEqual([0, 20, 21, 20, 64]);
    expect(paddedLog2(20 + 1e-14)).toBe(20);
    expect(Object.is(paddedLog2(-0), 0)).toBe(true);
  });

  it.each([-1e-9, 64.000_001, Number.NaN, Infinity, -Infinity])('gives NaN for %d', (value) => {
    expect(paddedLog2(value)).toBeNaN();
  });
});
