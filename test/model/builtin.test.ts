import { describe, expect, it } from 'vitest';
import { fromSnapshot, toSnapshot } from '../../src/builtin/builtin.ts';
import { readFiles } from '../../src/builtin/readFiles.ts';
import type { InputError } from '../../src/issues/issue.ts';
import { assemble } from '../../src/model/assemble.ts';
import { elementsOf } from '../../src/model/evaluate.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

const PROVERS = [...builtin().provers.keys()];
const SCENARIOS = [...builtin().scenarios.keys()];

describe('what ships with the package', () => {
  it.each(PROVERS)('the models and prover %s fit together', (prover) => {
    expect(() => assemble(builtin(), prover, true)).not.toThrow();
  });

  it('holds the provers and scenarios that the documentation names', () => {
    expect(PROVERS).toEqual(
      expect.arrayContaining(['binius64-rv', 'binius64-rv-universal', 'binius-m3-petravm']),
    );
    expect(SCENARIOS).toEqual(
      expect.arrayContaining(['default', 'cloud-f2', 'small-board', 'prototyping']),
    );
  });

  it('survives being written as JSON and read back', () => {
    const again = fromSnapshot(
      JSON.parse(JSON.stringify(toSnapshot(builtin()))) as ReturnType<typeof toSnapshot>,
    );
    const outcome = (parts: typeof again): unknown =>
      loadScenario('default', {}, parts).evaluate().outcome('overhead');
    expect(outcome(again)).toEqual(outcome(builtin()));
  });

  it('is the same however often it is read', () => {
    expect(toSnapshot(readFiles('.'))).toEqual(toSnapshot(builtin()));
  });

  it.each(SCENARIOS)('scenario %s has a verdict in its reading', (id) => {
    const { scenario, evaluate } = loadScenario(id);
    const evaluation = evaluate();
    for (const name of [
      'cores',
      'native_rate',
      'proved_rate',
      'overhead',
      'proof_bytes',
      'verify_time',
      'latency',
    ]) {
      expect([name, evaluation.outcome(name)]).toMatchObject([name, { status: 'known' }]);
      expect([name, (evaluation.number(name) ?? 0) > 0]).toEqual([name, true]);
    }
    expect(evaluation.outcome('reading_value', scenario.reading)).toMatchObject({
      status: 'known',
    });
    expect(evaluation.outcome('passes', scenario.reading)).toMatchObject({ status: 'known' });
  });

  it.each(SCENARIOS)('scenario %s has nothing that is not a finite number', (id) => {
    const { model, evaluate } = loadScenario(id);
    const evaluation = evaluate();
    for (const { key, quantity, tuple } of elementsOf(model)) {
      const outcome = evaluation.outcome(quantity.name, ...tuple);
      if (outcome.status !== 'known' || typeof outcome.value === 'boolean') continue;
      expect([key, Number.isFinite(outcome.value)]).toEqual([key, true]);
    }
  });

  it('every quantity says what it means, and every assumption has a source', () => {
    for (const prover of PROVERS) {
      for (const { name, title, meaning, defaults = {} } of assemble(
        builtin(),
        prover,
        false,
      ).quantities.values()) {
        expect([name, title !== '' && meaning !== '']).toEqual([name, true]);
        for (const { source, value, low = value, high = value } of Object.values(defaults)) {
          expect([name, source !== '', low <= value && value <= high]).toEqual([name, true, true]);
        }
      }
    }
  });

  it('suggests the nearest prover', () => {
    try {
      assemble(builtin(), 'binius64', false);
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).issues).toMatchObject([
        { code: 'unknown-prover', suggestion: 'binius64-rv', path: 'prover' },
      ]);
    }
  });

  it('refuses a prover that extends itself', () => {
    const [prover] = builtin().provers.values();
    if (prover === undefined) throw new Error('no prover');
    const provers = new Map([
      ['a', { ...prover, id: 'a', extends: 'b' }],
      ['b', { ...prover, id: 'b', extends: 'a' }],
    ]);
    expect(() => assemble({ ...builtin(), provers }, 'a', false)).toThrow('extends itself');
  });
});

describe('counts per instruction', () => {
  const counts = (
    prover: string,
  ): { ops: Record<string, number>; read: number; written: number } => {
    const { model, evaluate } = loadScenario('default', { prover });
    const evaluation = evaluate();
    const value = (name: string, element: string): number =>
      evaluation.number(name, element) ?? NaN;
    const elements = (id: string): string[] =>
      (model.system.sets.get(id)?.elements ?? []).map((element) => element.id);
    const cycles = evaluation.number('segment_cycles') ?? NaN;
    const total = (name: string): number =>
      elements('kernel').reduce((sum, kernel) => sum + value(name, kernel), 0) / cycles;
    return {
      ops: Object.fromEntries(
        elements('operation').map((operation) => [operation, value('ops', operation)]),
      ),
      read: total('kernel_bytes_read'),
      written: total('kernel_bytes_written'),
    };
  };

  // The numbers below were evaluated independently in Python from the same readings of the published
  // code (2026-11), and are given to the digits to which they were printed.
  it.each([
    ['gf128_mul', 695.2, 0.05],
    ['sha256_block', 8.3, 0.06],
    ['gf8_mul', 768, 0.5],
    ['lut512', 144, 0.5],
    ['lut128', 1270.9, 0.05],
    ['xor_bits', 294_128, 294],
  ])('binius64-rv: %s %d', (operation, expected, within) => {
    expect(Math.abs((counts('binius64-rv').ops[operation] ?? NaN) - expected)).toBeLessThanOrEqual(
      within,
    );
  });

  it('binius64-rv: 10,983 bytes', () => {
    const { read, written } = counts('binius64-rv');
    expect(Math.abs(read + written - 10_983) / 10_983).toBeLessThanOrEqual(1e-3);
  });

  it('binius64-rv-universal: 3241.1 products', () => {
    expect(
      Math.abs((counts('binius64-rv-universal').ops['gf128_mul'] ?? NaN) - 3241.1),
    ).toBeLessThanOrEqual(0.1);
  });

  it.each([
    ['gf128_mul', 227.7, 0.05],
    ['gf128_tower_mul', 83.2, 0.05],
    ['gf32_mul', 199.2, 0.05],
    ['gf8_mul', 1365, 0.5],
    ['lut128', 514.8, 0.05],
    ['groestl_perm', 4.6, 0.0501],
  ])('binius-m3-petravm: %s %d', (operation, expected, within) => {
    expect(
      Math.abs((counts('binius-m3-petravm').ops[operation] ?? NaN) - expected),
    ).toBeLessThanOrEqual(within);
  });

  it('binius-m3-petravm: 5,628 bytes read and 2,757 written', () => {
    const { read, written } = counts('binius-m3-petravm');
    expect(Math.round(read)).toBe(5_628);
    expect(Math.round(written)).toBe(2_757);
  });
});
