import type { EvaluationResult, Figure } from '../../src/result/types.ts';
import { RESULT } from './fixture.ts';

/** A result with other values of some quantities. */
function withQuantities(
  result: EvaluationResult,
  values: Readonly<Record<string, Partial<Figure>>>,
): EvaluationResult {
  return {
    ...result,
    quantities: result.quantities.map((figure) => ({ ...figure, ...values[figure.name] })),
  };
}

/** The prover is eight times as slow, so that the overhead is over its limit. */
export const FAILING: EvaluationResult = {
  ...withQuantities(RESULT, {
    proved_rate: { value: 2_246_442 },
    segment_rate: { value: 3_453_691 },
    'resource_rate[lut]': { value: 3_453_691 },
  }),
  verdict: {
    ...RESULT.verdict,
    outcome: 'fail',
    sentence: 'Fails: 30,087 FPGAs to prove in real time what one of them runs.',
    value: 30_087.22,
    margin: -0.47838,
  },
  readings: RESULT.readings.map((reading) => ({
    ...reading,
    value: { ...reading.value, value: 8 * Number(reading.value.value) },
    ...(reading.id === 'overhead' ? { outcome: 'fail', ratioOutcome: 'fail' } : {}),
  })),
};

/** Memory runs out before any resource of the fabric. */
export const MEMORY_BOUND: EvaluationResult = withQuantities(RESULT, {
  prove_bound: { value: 1, element: 'memory' },
  'limit_rate[memory]': { value: 11_166_000 },
  segment_rate: { value: 11_166_000 },
  proved_rate: { value: 7_263_000 },
});

/** Nothing is known: what a result looks like whose platform lacks what the model needs. */
export const UNDECIDED: EvaluationResult = {
  ...RESULT,
  verdict: {
    ...RESULT.verdict,
    outcome: 'undecided',
    sentence: 'Undecided: no value for memory_bandwidth.',
    value: null,
    margin: null,
    missing: ['memory_bandwidth'],
  },
  readings: RESULT.readings.map((reading) => ({
    ...reading,
    outcome: 'undecided',
    ratioOutcome: 'undecided',
    value: unknown(reading.value),
    integer: unknown(reading.integer),
    margin: unknown(reading.margin),
  })),
  tests: RESULT.tests.map((test) => ({
    ...test,
    outcome: 'undecided',
    value: unknown(test.value),
    margin: null,
  })),
  proving: RESULT.proving.map(unknown),
  phases: RESULT.phases.map((phase) => ({ ...phase, need: {}, share: {} })),
  emulation: {},
  rival: { best: [], compared: 0, unknown: 229, overhead: null },
  warnings: [],
  quantities: [],
};

function unknown(figure: Figure): Figure {
  const { name, title, unit, display } = figure;
  return { name, title, unit, display, value: null, missing: ['memory_bandwidth'] };
}
