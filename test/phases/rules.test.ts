import { describe, expect, it } from 'vitest';
import { FIGURE_RULES } from '../../src/phases/rules/index.ts';
import type {
  Bearing,
  Milestone,
  PublishedFigure,
  Question,
  System,
} from '../../src/phases/types.ts';

const milestone = (rule: string, limits: Record<string, number>, part?: string): Milestone => ({
  id: rule,
  title: rule,
  short: rule.slice(0, 4),
  group: 'speed',
  rule,
  condition: '',
  limits,
  source: 'test',
  ...(part === undefined ? {} : { part }),
});

const system = (isa: string): System => ({ id: 's', name: 'S', isa, provers: [], source: 'test' });

const figure = (given: Partial<PublishedFigure>): PublishedFigure => ({
  id: 'f',
  system: 's',
  version: '1',
  workload: 'w',
  scope: 'final',
  stage: 'measured',
  rank: 'primary',
  source: 'test',
  ...given,
});

/** What a rule says; 3e9 instructions per second is the article's laptop, and an estimate may be off by half. */
const ask = (
  of: Milestone,
  given: Partial<PublishedFigure>,
  isa = 'risc-v',
  more: Partial<System> = {},
): Bearing => {
  const question: Question = {
    milestone: of,
    system: { ...system(isa), ...more },
    nativeRate: 3e9,
    bands: new Map([['analytic', { low: 0.5, high: 1.5 }]]),
  };
  const rule = FIGURE_RULES.get(of.rule);
  if (rule === undefined) throw new Error(of.rule);
  return rule(question, figure(given));
};

type Case = [string, Partial<PublishedFigure>, Bearing['outcome'], string?];

describe('proof below witness', () => {
  const of = milestone('proof-below-witness', { witness_ratio: 1 });
  it.each<Case>([
    ['smaller', { proofKb: 99, witnessKb: 100 }, 'met'],
    ['as large as', { proofKb: 100, witnessKb: 100 }, 'not-comparable'],
    ['longer than a short input', { proofKb: 200, witnessKb: 2 }, 'not-comparable'],
    ['no input', { proofKb: 99 }, 'silent'],
    ['no proof', { witnessKb: 99 }, 'silent'],
    ['a segment', { proofKb: 99, witnessKb: 100, scope: 'segment' }, 'silent'],
  ])('%s', (_, given, outcome) => {
    expect(ask(of, given).outcome).toBe(outcome);
  });
});

describe('verifier below native', () => {
  const of = milestone('verifier-below-native', { native_ratio: 1 });
  // 3e8 instructions take 100 ms.
  it.each<Case>([
    ['as fast', { cycles: 3e8, verifyMs: 100 }, 'met'],
    ['slower on this statement', { cycles: 3e8, verifyMs: 100.1 }, 'not-comparable'],
    ['rows with padding', { cycles: 3e8, verifyMs: 1, counts: 'rows' }, 'not-comparable'],
    ['no size of the statement', { verifyMs: 1 }, 'silent'],
    ['nothing proved', { cycles: 3e8, verifyMs: 1, scope: 'execution' }, 'silent'],
    ['a segment', { cycles: 3e8, verifyMs: 1, scope: 'segment' }, 'silent'],
  ])('%s', (_, given, outcome) => {
    expect(ask(of, given).outcome).toBe(outcome);
  });
  it('says from which statement on it would be met', () => {
    expect(ask(of, { cycles: 1000, verifyMs: 10 }).why).toContain('30 million');
  });
  it('does not take instructions of another machine', () => {
    expect(ask(of, { cycles: 3e8, verifyMs: 1 }, 'other').outcome).toBe('not-comparable');
  });
});

describe('caps', () => {
  const of = milestone('caps', { proof_kb: 256, verify_ms: 16 });
  const proven = { securityBits: 100, securityBasis: 'proven' } as const;
  it.each<Case>([
    ['both at the limit, proven', { proofKb: 256, verifyMs: 16, ...proven }, 'met'],
    ['too large', { proofKb: 256.1, verifyMs: 1, ...proven }, 'not-met', 'proof'],
    ['too slow', { proofKb: 1, verifyMs: 16.1, ...proven }, 'not-met', 'verifying'],
    ['too large, time unknown', { proofKb: 300 }, 'not-met'],
    ['too slow, size unknown', { verifyMs: 17 }, 'not-met'],
    ['within, time unknown', { proofKb: 50, ...proven }, 'open', 'time to verify'],
    ['within, size unknown', { verifyMs: 5, ...proven }, 'open', 'size of the proof'],
    [
      'within, conjectured',
      { proofKb: 200, verifyMs: 10, securityBits: 96, securityBasis: 'conjectured' },
      'not-comparable',
      'conjectured',
    ],
    ['within, basis unknown', { proofKb: 200, verifyMs: 10, securityBits: 96 }, 'not-comparable'],
    ['within, security unknown', { proofKb: 200, verifyMs: 10 }, 'not-comparable', 'not stated'],
    ['of a segment', { proofKb: 300, scope: 'segment' }, 'not-comparable', 'recursed'],
    ['of a variant', { proofKb: 300, scope: 'experiment' }, 'not-comparable', 'not released'],
    [
      'too slow, but needlessly so',
      { verifyMs: 600, bound: 'at-most' },
      'open',
      'slower than need be',
    ],
    ['too large, and needlessly slow', { proofKb: 300, bound: 'at-most' }, 'not-met'],
    ['nothing of the kind', { cyclesPerS: 1 }, 'silent'],
    ['too large by formula', { proofKb: 500, stage: 'analytic' }, 'open', 'either side of 256 kB'],
    ['small by formula', { proofKb: 200, verifyMs: 1, stage: 'analytic', ...proven }, 'open'],
    ['too large by formula in any case', { proofKb: 513, stage: 'analytic' }, 'not-met'],
    [
      'small by formula in any case',
      { proofKb: 170, verifyMs: 1, stage: 'analytic', ...proven },
      'met',
    ],
  ])('%s', (_, given, outcome, why = '') => {
    const said = ask(of, given);
    expect(said.outcome).toBe(outcome);
    expect(said.why).toContain(why);
  });
  it('does not hold a large proof against a system that offers a smaller one', () => {
    const offers = { smallerProof: 'Groth16', smallerProofSource: 'its manual' };
    for (const given of [{ proofKb: 300 }, { verifyMs: 17 }]) {
      const said = ask(of, given, 'risc-v', offers);
      expect(said.outcome).toBe('not-comparable');
      expect(said.why).toContain('Groth16 (its manual)');
    }
    expect(ask(of, { proofKb: 200, verifyMs: 9, ...proven }, 'risc-v', offers).outcome).toBe('met');
  });
  it('does not take a circuit for an execution', () => {
    expect(ask(of, { proofKb: 1, verifyMs: 1, ...proven }, 'none').outcome).toBe('not-comparable');
  });
});

/** Speed 1 needs 3e9 / 100,000 = 30,000 instructions per second. */
const speedCases: Case[] = [
  ['one thread, several programs', {}, 'met'],
  ['at the limit', { cyclesPerS: 30_000 }, 'met'],
  ['one program only', { programs: 'one' }, 'open'],
  ['range of programs unknown', { programs: 'unknown' }, 'open'],
  ['before recursion', { scope: 'segment' }, 'open'],
  ['too slow on one thread', { cyclesPerS: 29_999 }, 'not-met'],
  ['fast on many threads', { threads: 8 }, 'not-comparable', 'threads'],
  ['too slow even on many threads', { threads: 8, cyclesPerS: 29_999 }, 'not-met'],
  ['precompiles not stated', { precompiles: 'unknown' }, 'not-comparable', 'precompiles'],
  [
    'rows, with precompiles, fast',
    { precompiles: 'handwritten', counts: 'rows' },
    'not-comparable',
  ],
  [
    'rows bound instructions from above',
    { precompiles: 'unknown', counts: 'rows', threads: 8, cyclesPerS: 9_000 },
    'not-met',
  ],
  [
    'a slow count of instructions with precompiles bounds nothing',
    { precompiles: 'handwritten', threads: 8, cyclesPerS: 9_000 },
    'not-comparable',
  ],
  ['fast rows', { counts: 'rows' }, 'not-comparable', 'padded'],
  ['several GPUs', { processor: 'gpu', devices: 64 }, 'not-comparable', '64 devices'],
  ['a slow GPU', { processor: 'gpu', devices: 1, cyclesPerS: 1 }, 'not-comparable'],
  ['a variant', { scope: 'experiment', cyclesPerS: 1 }, 'not-comparable', 'not released'],
  ['an FPGA', { processor: 'fpga' }, 'not-comparable', 'FPGA'],
  ['at least a slow rate', { bound: 'at-least', cyclesPerS: 1_000 }, 'open', 'lower bound'],
];

describe('speed on one thread', () => {
  const of = milestone('thread-speed', { overhead: 100_000 });
  const good: Partial<PublishedFigure> = {
    processor: 'cpu',
    threads: 1,
    precompiles: 'none',
    counts: 'instructions',
    programs: 'several',
    hardware: 'a laptop',
    cyclesPerS: 40_000,
  };
  it.each(speedCases)('%s', (_, given, outcome, why = '') => {
    const said = ask(of, { ...good, ...given });
    expect(said.outcome).toBe(outcome);
    expect(said.why).toContain(why);
  });
  it('needs a machine, a count of threads and a rate', () => {
    const without = (key: keyof PublishedFigure): Partial<PublishedFigure> =>
      Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));
    const [nowhere, unknown] = [without('hardware'), without('threads')];
    const rateless = without('cyclesPerS');
    expect(ask(of, nowhere)).toMatchObject({ outcome: 'not-comparable' });
    expect(ask(of, unknown)).toMatchObject({ outcome: 'not-comparable' });
    expect(ask(of, rateless)).toMatchObject({ outcome: 'silent' });
  });
  it('does not take instructions of another machine', () => {
    expect(ask(of, good, 'other').outcome).toBe('not-comparable');
  });
  it('takes verified precompiles for Speed 3 only', () => {
    const third = milestone('precompiled-speed', { overhead: 1_000 });
    const given = { ...good, precompiles: 'verified', cyclesPerS: 3e6 };
    expect(ask(third, given).outcome).toBe('met');
    expect(ask(of, given).outcome).toBe('not-comparable');
    expect(ask(third, { ...given, precompiles: 'handwritten' }).outcome).toBe('not-comparable');
  });
  it('finds Speed 3 missed only by what has the precompiles that it allows', () => {
    const third = milestone('precompiled-speed', { overhead: 1_000 });
    const slow = { ...good, cyclesPerS: 2.9e6 };
    expect(ask(third, { ...slow, precompiles: 'verified' }).outcome).toBe('not-met');
    expect(ask(third, { ...slow, precompiles: 'none' })).toMatchObject({
      outcome: 'not-comparable',
      value: '2.9 MHz',
    });
    expect(ask(third, { ...slow, precompiles: 'unknown', counts: 'rows' }).outcome).toBe(
      'not-comparable',
    );
    expect(ask(third, { ...good, precompiles: 'none', cyclesPerS: 3e6 }).outcome).toBe('met');
  });
  it('asks for speed, memory and zero knowledge in one figure', () => {
    const memory = milestone('thread-memory', { overhead: 100_000, memory_gb: 2 });
    const given = { ...good, memoryGb: 1.9, zeroKnowledge: 'yes' };
    expect(ask(memory, given).outcome).toBe('met');
    expect(ask(memory, { ...given, memoryGb: 2 }).outcome).toBe('not-comparable');
    expect(ask(memory, { ...given, zeroKnowledge: 'no' }).outcome).toBe('open');
    expect(ask(memory, { ...given, threads: 8 }).outcome).toBe('not-comparable');
    expect(ask(memory, { ...given, cyclesPerS: 1_000 }).outcome).toBe('not-met');
    expect(ask(memory, { ...given, programs: 'one' }).outcome).toBe('open');
    expect(ask(memory, { ...given, processor: 'gpu' }).outcome).toBe('not-comparable');
    const { memoryGb, ...rest } = given;
    expect([memoryGb, ask(memory, rest).outcome]).toEqual([1.9, 'silent']);
  });
});

describe('formal verification', () => {
  const of = (part: string): Milestone => milestone('verified-part', {}, part);
  it.each<[string, string, string | undefined, Bearing['outcome'], string]>([
    ['protocol', 'protocol', undefined, 'met', 'formally verified'],
    ['protocol', 'prover', undefined, 'met', 'formally verified'],
    ['protocol', 'protocol', 'prover', 'met', 'formally verified'],
    ['verifier', 'protocol', undefined, 'open', 'this part only'],
    ['verifier', 'protocol', 'verifier', 'not-met', 'the verifier is not yet'],
    ['protocol', 'instructions', undefined, 'open', 'this part only: recursion'],
    ['protocol', 'instructions', 'protocol', 'not-met', 'the protocol is not yet: recursion'],
    // A protocol that is not verified yet says nothing of what somebody did about the verifier.
    ['verifier', 'instructions', 'protocol', 'open', 'nothing of the verifier'],
    ['protocol', 'nonsense', undefined, 'silent', ''],
  ])('of the %s, where the %s is and the %s is not', (part, verified, not, outcome, why) => {
    const given = {
      scope: 'audit',
      verified,
      unverified: 'recursion',
      ...(not === undefined ? {} : { unverifiedPart: not }),
    };
    const said = ask(of(part), given);
    expect(said.outcome).toBe(outcome);
    expect(said.why).toContain(why);
  });
  it('is said by an audit only', () => {
    expect(ask(of('protocol'), { verified: 'prover' }).outcome).toBe('silent');
  });
});
