import { describe, expect, it } from 'vitest';
import type { InputError } from '../../src/issues/issue.ts';
import { assemble } from '../../src/model/assemble.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

describe('what a profile states', () => {
  const [prover] = [builtin().provers.get('jolt-bn254')];
  if (prover === undefined) throw new Error('no profile');
  const stating = (name: string): (() => unknown) => {
    const states = { [name]: { value: 1, stage: 'assumed' as const, source: 'test' } };
    const provers = new Map([['a', { ...prover, id: 'a', states }]]);
    return () => assemble({ ...builtin(), provers }, 'a', true);
  };

  it('is an input that the models leave to it', () => {
    expect(stating('stated_verify_time')).not.toThrow();
  });

  it.each([
    ['stated_verify_tim', 'stated_verify_time'],
    ['overhead', undefined],
    ['hash_time', undefined],
    ['__proto__x', undefined],
  ])('%s is none', (name, suggestion) => {
    try {
      stating(name)();
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).issues).toMatchObject([
        { code: 'not-stated', ...(suggestion === undefined ? {} : { suggestion }) },
      ]);
    }
  });

  it('gives way to what a scenario sets', () => {
    const set = { stated_proof_bytes: { value: 300, stage: 'assumed' as const, source: 'test' } };
    const evaluation = loadScenario('default', { prover: 'jolt-bn254', set }).evaluate();
    expect(evaluation.number('proof_bytes')).toBe(300_000);
  });

  it('changes nothing where formulas describe the proofs', () => {
    // The headline of the default scenario, as models/README.md does it by hand.
    const evaluation = loadScenario('default').evaluate();
    expect(evaluation.number('overhead')).toBeCloseTo(3760.9, 0);
    expect(evaluation.derivation('proof_bytes').alternative?.text).toContain(
      'recursion_proof_bytes',
    );
  });
});

describe('the profile of Airbender', () => {
  const evaluation = loadScenario('default', { prover: 'airbender-m31' }).evaluate();
  const total = (operation: string): number =>
    (evaluation.model.system.sets.get('kernel')?.elements ?? []).reduce(
      (sum, { id }) => sum + (evaluation.number('kernel_ops', id, operation) ?? NaN),
      0,
    ) /
    2 ** 22;

  it('hashes what the columns of its circuit fill', () => {
    // 2 points a row; blocks of 16 columns and a node: witness 12 + 1, memory twice 2 + 1, lookups 10 + 1,
    // quotient 1 + 1; FRI by 16: (16 * 4 / 16 + 1) / 15.
    expect(total('blake2s_block')).toBeCloseTo(2 * (13 + 6 + 11 + 2 + 5 / 15), 6);
  });

  it('extends every column by two transforms of 22 layers', () => {
    // 4 / 2 products a butterfly and column, 11 butterflies a row and transform, 2 transforms.
    const columns = 192 + 2 * 30 + 160 + 4;
    const encoded = ['encode', 'lookup_encode', 'quotient_commit'].reduce(
      (sum, id) => sum + (evaluation.number('kernel_ops', id, 'm31_mul') ?? NaN),
      0,
    );
    expect(encoded / 2 ** 22).toBeCloseTo(columns * 2 * 11 * 2, 6);
  });

  it('is not decided: nobody published its final proof', () => {
    expect(evaluation.outcome('proof_bytes')).toEqual({
      status: 'missing',
      inputs: ['stated_proof_bytes'],
    });
    expect(evaluation.outcome('verify_time')).toEqual({
      status: 'missing',
      inputs: ['stated_verify_time'],
    });
    expect(evaluation.outcome('overhead')).toMatchObject({ status: 'known' });
    expect(evaluation.number('aggregation_overhead')).toBe(1.565);
  });

  it('holds the codewords of its columns', () => {
    // 2 points a row: 398 columns of 4 bytes, and 4 trees of 64 bytes.
    expect(evaluation.number('working_set')).toBeCloseTo(2 ** 23 * (398 * 4 + 4 * 64), 0);
  });
});

describe('the profile of Jolt', () => {
  it('has a rate without recursion only', () => {
    const recursive = loadScenario('default', { prover: 'jolt-bn254' }).evaluate();
    expect(recursive.outcome('overhead')).toEqual({
      status: 'missing',
      inputs: ['stated_recursion_share'],
    });
    const alone = loadScenario('default', { prover: 'jolt-bn254', aggregation: 'none' }).evaluate();
    expect(alone.outcome('overhead')).toMatchObject({ status: 'known' });
    expect(alone.number('proof_bytes')).toBe(50_000);
  });

  it('adds a point for every one-hot column and eight for every increment', () => {
    const evaluation = loadScenario('default', { prover: 'jolt-bn254' }).evaluate();
    const products = evaluation.number('kernel_ops', 'commit', 'curve_field_mul') ?? NaN;
    expect(products / 2 ** 22).toBeCloseTo((22 + 2 * 8) * 6, 6);
  });
});
