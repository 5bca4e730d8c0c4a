import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { countFormula } from '../../src/importers/proverTrace/countFormula.ts';
import { readProverTrace } from '../../src/importers/proverTrace/read.ts';
import type { ProverTrace } from '../../src/importers/proverTrace/types.ts';
import type { Builtin } from '../../src/builtin/builtin.ts';
import { InputError, type Issue } from '../../src/issues/issue.ts';
import { assemble } from '../../src/model/assemble.ts';
import { readProver } from '../../src/model/readProver.ts';
import { Instance } from '../../src/formula/instantiate.ts';
import { makeSystem } from '../support/makeSystem.ts';
import { runCli } from '../cli/runCli.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

const TEXT = readFileSync('src/importers/proverTrace/example.json', 'utf8');
const EXAMPLE = JSON.parse(TEXT) as ProverTrace;
const OPERATIONS = (builtin().datasets.get('operations')?.rows ?? []).map((row) => row.key);

const read = (trace: unknown): ReturnType<typeof readProverTrace> =>
  readProverTrace(typeof trace === 'string' ? trace : JSON.stringify(trace), OPERATIONS);

const issuesOf = (trace: unknown): readonly Issue[] => {
  try {
    read(trace);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
};

/** The example with something changed. */
const changed = (change: (trace: Mutable) => void): unknown => {
  const copy = JSON.parse(TEXT) as Mutable;
  change(copy);
  return copy;
};
/** One phase of a changed trace. */
const phaseOf = (trace: Mutable, segment: number, phase: number): Record<string, unknown> => {
  const found = trace.segments[segment]?.phases[phase];
  if (found === undefined) throw new Error(`segments.${segment}.phases.${phase}`);
  return found;
};
/** One segment of a changed trace. */
const segmentOf = (trace: Mutable, segment: number): Mutable['segments'][number] => {
  const found = trace.segments[segment];
  if (found === undefined) throw new Error(`segments.${segment}`);
  return found;
};
interface Mutable {
  [key: string]: unknown;
  prover: Record<string, unknown>;
  segments: {
    log2_cycles: unknown;
    working_set_bytes?: unknown;
    phases: Record<string, unknown>[];
  }[];
  states?: Record<string, unknown>;
}

/** What ships, with the profile of a trace beside it. */
const withProfile = (trace: unknown): Builtin => {
  const { profile, id } = read(trace);
  const document = readProver({ ok: true, text: profile, sha256: '' }, 'trace.yaml');
  return { ...builtin(), provers: new Map([...builtin().provers, [id, document]]) };
};

describe('a profile from a trace', () => {
  const parts = withProfile(EXAMPLE);

  it('fits the models', () => {
    expect(() => assemble(parts, 'example-prover', true)).not.toThrow();
  });

  it.each([18, 20])('has the counts of the trace at 2^%i', (size) => {
    const set = { log2_cycles: { value: size, stage: 'assumed' as const, source: 'test' } };
    const evaluation = loadScenario('default', { prover: 'example-prover', set }, parts).evaluate();
    const segment = EXAMPLE.segments.find((one) => one.log2_cycles === size);
    for (const { id, ops, bytes_read: bytesRead } of segment?.phases ?? []) {
      for (const [operation, count] of Object.entries(ops)) {
        expect(evaluation.number('kernel_ops', id, operation)).toBeCloseTo(count, 3);
      }
      expect(evaluation.number('kernel_bytes_read', id)).toBeCloseTo(bytesRead, 3);
    }
    expect(evaluation.number('working_set')).toBeCloseTo(segment?.working_set_bytes ?? NaN, 3);
  });

  it('has a verdict with the figures that it states', () => {
    const evaluation = loadScenario('default', { prover: 'example-prover' }, parts).evaluate();
    expect(evaluation.number('proof_bytes')).toBe(240_000);
    expect(evaluation.number('verify_time')).toBeCloseTo(0.008);
    expect(evaluation.number('aggregation_overhead')).toBe(0.5);
    expect(evaluation.outcome('passes', 'overhead')).toMatchObject({ status: 'known' });
  });

  it('stays undecided without them, and says what is missing', () => {
    const bare = changed((trace) => delete trace.states);
    const without = withProfile(bare);
    const evaluation = loadScenario('default', { prover: 'example-prover' }, without).evaluate();
    expect(evaluation.outcome('proof_bytes')).toMatchObject({ status: 'missing' });
    expect(evaluation.outcome('passes', 'overhead')).toMatchObject({ status: 'missing' });
    expect(read(bare).notices.join()).toContain('states.proof_kb');
  });

  it.each([17, 21])('refuses 2^%i, which was not counted', (size) => {
    const set = { log2_cycles: { value: size, stage: 'assumed' as const, source: 'test' } };
    expect(() =>
      loadScenario('default', { prover: 'example-prover', set }, parts).evaluate(),
    ).toThrowError(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: 'out-of-domain', expected: '18 to 20' })],
      }),
    );
  });

  it('of one size refuses every other, and says so', () => {
    const one = changed((trace) => trace.segments.pop());
    expect(read(one).notices[0]).toContain('one segment size, 2^18');
    expect(read(one).profile).toContain('refuses them');
    const set = { log2_cycles: { value: 20, stage: 'assumed' as const, source: 'test' } };
    const single = withProfile(one);
    expect(() =>
      loadScenario('default', { prover: 'example-prover', set }, single).evaluate(),
    ).toThrow();
    expect(
      loadScenario('default', { prover: 'example-prover' }, single)
        .evaluate()
        .number('log2_cycles'),
    ).toBe(18);
  });

  it('does not depend on the order of the segments', () => {
    expect(read(changed((trace) => trace.segments.reverse())).profile).toBe(read(EXAMPLE).profile);
  });

  it('keeps hostile words as words', () => {
    const words = '": !!js/function {a: [b, "c\n  prover: other\n# \u202e';
    const trace = changed(({ prover, segments }) => {
      prover['title'] = words;
      prover['meaning'] = words;
      prover['source'] = words;
      for (const { phases } of segments) for (const phase of phases) phase['title'] = words;
    });
    const document = readProver({ ok: true, text: read(trace).profile, sha256: '' }, 'x.yaml');
    expect([document.id, document.title]).toEqual(['example-prover', words]);
    expect(document.kernels[0]?.title).toBe(words);
  });
});

describe('emuprove import prover-trace', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'emuprove-trace-'));
  afterAll(() => {
    rmSync(scratch, { recursive: true });
  });
  const file = 'src/importers/proverTrace/example.json';
  const mine = join(scratch, 'mine');

  it('writes a profile that a scenario can name', async () => {
    const { code, err } = await runCli('import', 'prover-trace', file, '--datasets', mine);
    expect([code, err.includes('provers/example-prover.yaml')]).toEqual([0, true]);
    const evaluated = await runCli('evaluate', '--datasets', mine, '--prover', 'example-prover');
    expect(evaluated.code).toBe(0);
    expect(evaluated.out).toContain('240 kB');
  });

  it('replaces a profile only if it is told to', async () => {
    const again = ['import', 'prover-trace', file, '--datasets', mine];
    expect((await runCli(...again)).code).toBe(2);
    expect((await runCli(...again, '--replace')).code).toBe(0);
  });

  it('prints the profile where it has no directory, and names file and path of what is wrong', async () => {
    const { out } = await runCli('import', 'prover-trace', file);
    expect(out).toBe(read(EXAMPLE).profile);
    const wrong = join(scratch, 'wrong.json');
    writeFileSync(wrong, TEXT.replaceAll('gf128_mul', 'gf128_mull'));
    const { code, err } = await runCli('import', 'prover-trace', wrong);
    expect(code).toBe(2);
    expect(err).toContain(`${wrong}:segments.0.phases.0.ops.gf128_mull`);
    expect(err).toContain('gf128_mul');
  });

  it('takes one trace, and has one format', async () => {
    expect((await runCli('import', 'prover-trace', file, file)).code).toBe(2);
    expect((await runCli('import', 'prover-trace', file, '--format', 'json')).code).toBe(2);
  });
});

describe('what is wrong with a trace', () => {
  it.each<[string, unknown, Partial<Issue>]>([
    ['no JSON', '{"format": ', { code: 'report' }],
    ['no object', '[]', { code: 'report' }],
    [
      'another format',
      changed((trace) => (trace['format'] = 'something')),
      { path: 'format', received: '"something"', expected: '"emuprove-prover-trace"' },
    ],
    [
      'a misspelt operation',
      changed((trace) => (phaseOf(trace, 0, 0)['ops'] = { gf128_mull: 1 })),
      {
        code: 'unknown-operation',
        path: 'segments.0.phases.0.ops.gf128_mull',
        suggestion: 'gf128_mul',
      },
    ],
    [
      'a misspelt key',
      changed((trace) => (phaseOf(trace, 1, 1)['byte_read'] = 1)),
      { code: 'unknown-key', path: 'segments.1.phases.1.byte_read', suggestion: 'bytes_read' },
    ],
    [
      'a count below zero',
      changed((trace) => (phaseOf(trace, 0, 0)['bytes_read'] = -1)),
      { path: 'segments.0.phases.0.bytes_read', received: '-1', expected: '>=0' },
    ],
    [
      'a count as a text',
      changed((trace) => (phaseOf(trace, 0, 0)['ops'] = { gf128_mul: '1' })),
      { path: 'segments.0.phases.0.ops.gf128_mul', expected: 'number', received: '"1"' },
    ],
    [
      'a count that is too large',
      TEXT.replace('8388608', '1e400'),
      { path: 'segments.0.phases.0.ops.gf128_mul' },
    ],
    [
      'half an instruction',
      changed((trace) => (segmentOf(trace, 0).log2_cycles = 18.5)),
      { path: 'segments.0.log2_cycles' },
    ],
    [
      'a size that stands twice',
      changed((trace) => (segmentOf(trace, 1).log2_cycles = 18)),
      { code: 'duplicate', path: 'segments.1.log2_cycles' },
    ],
    [
      'a phase that stands twice',
      changed((trace) => (phaseOf(trace, 0, 1)['id'] = 'encode')),
      { code: 'duplicate', path: 'segments.0.phases.1.id' },
    ],
    [
      'a phase that is missing at one size',
      changed((trace) => segmentOf(trace, 1).phases.pop()),
      {
        code: 'segments-differ',
        path: 'segments.1.phases',
        expected: 'encode, merkle',
        received: 'encode',
      },
    ],
    [
      'an operation that is missing at one size',
      changed((trace) => (phaseOf(trace, 1, 0)['ops'] = { gf128_mul: 1 })),
      { code: 'segments-differ', path: 'segments.1.phases.0.ops' },
    ],
    [
      'a working set at one size only',
      changed((trace) => delete segmentOf(trace, 1).working_set_bytes),
      { code: 'missing-key', path: 'segments.1.working_set_bytes' },
    ],
    [
      'a range without its value',
      changed((trace) => ((trace.states ?? {})['verify_ms'] = { value: 8, low: 9, source: 'x' })),
      { code: 'range', path: 'states.verify_ms' },
    ],
    [
      'nothing counted',
      changed((trace) => {
        for (const { phases } of trace.segments)
          for (const phase of phases)
            Object.assign(phase, { ops: {}, bytes_read: 0, bytes_written: 0 });
      }),
      { code: 'no-work', path: 'segments.0.phases' },
    ],
    [
      'a key that objects have',
      TEXT.replace('"states": {', '"states": { "__proto__": { "value": 1 },'),
      { code: 'unknown-key', path: 'states.__proto__' },
    ],
    [
      'an id that leaves the folder',
      changed((trace) => (trace.prover['id'] = '../evil')),
      { path: 'prover.id' },
    ],
  ])('%s', (_, trace, issue) => {
    expect(issuesOf(trace)[0]).toMatchObject(issue);
  });

  it('is collected, not told one at a time', () => {
    const trace = changed((copy) => {
      phaseOf(copy, 0, 0)['ops'] = { gf128_mull: 1 };
      segmentOf(copy, 1).log2_cycles = 18;
    });
    expect(issuesOf(trace).length).toBeGreaterThan(1);
  });

  it('never is a crash', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(issuesOf(text).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('countFormula', () => {
  /** What a formula of a trace is at a size of the segment. */
  const at = (formula: string, size: number): number => {
    const system = makeSystem({ log2_cycles: {}, count: { formula } });
    const builder = new Instance(system, (_key, name) =>
      name === 'log2_cycles' ? { kind: 'value', value: size } : undefined,
    );
    const { node } = builder.derive('count', []);
    return node.kind === 'const' ? node.value : NaN;
  };

  it('goes through every sample, and stays between neighbours', () => {
    const samples = fc
      .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
      .chain((sizes) =>
        fc.tuple(
          ...sizes
            .sort((a, b) => a - b)
            .map((size) => fc.integer({ min: 0, max: 1e12 }).map((count) => ({ size, count }))),
        ),
      );
    fc.assert(
      fc.property(samples, (given) => {
        const formula = countFormula(given);
        for (const [i, { size, count }] of given.entries()) {
          expect(Math.abs(at(formula, size) - count)).toBeLessThanOrEqual(1e-9 * count + 1e-6);
          const next = given[i + 1];
          if (next === undefined) continue;
          const middle = at(formula, (size + next.size) / 2);
          expect(middle).toBeGreaterThanOrEqual(Math.min(count, next.count) * (1 - 1e-9));
          expect(middle).toBeLessThanOrEqual(Math.max(count, next.count) * (1 + 1e-9) + 1e-6);
        }
      }),
    );
  });

  it('keeps a count that grows like the segment in proportion to it', () => {
    const formula = countFormula([
      { size: 18, count: 2 ** 18 * 7 },
      { size: 22, count: 2 ** 22 * 7 },
    ]);
    expect(at(formula, 20)).toBeCloseTo(2 ** 20 * 7, 3);
  });
});
