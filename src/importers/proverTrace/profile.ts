import { stringify } from 'yaml';
import { countFormula, type Sample } from './countFormula.ts';
import type { ProverTrace, TracePhase, TraceSegment, TraceStates, TraceValue } from './types.ts';

/** Inputs of the models that a trace has no counts for; without a value the verdict stays undecided. */
const NOT_IN_A_TRACE = [
  ['security_bits', 'Security', 'ratio'],
  ['log_inv_rate', 'Inverse code rate, log2', 'ratio'],
  ['log2_interleave', 'Elements of a leaf, log2', 'ratio'],
  ['committed_words', 'Committed words of a segment', 'word'],
  ['committed_elements', 'Committed elements of a segment', 'element'],
  ['log2_elements', 'Committed elements of a segment, log2', 'ratio'],
  ['oracles', 'Committed oracles', 'ratio'],
] as const;

/** What the figures of a trace are called in the models, and their units. */
const STATES = {
  proof_kb: 'stated_proof_bytes',
  verify_ms: 'stated_verify_time',
  recursion_share: 'stated_recursion_share',
} as const satisfies Record<keyof TraceStates, string>;

/** A trace as the text of a file of `provers/`. */
export function profileOf(trace: ProverTrace): string {
  const { prover, states = {} } = trace;
  const segments = [...trace.segments].sort((a, b) => a.log2_cycles - b.log2_cycles);
  const source = `${prover.source}, counted by the prover`;
  const document = {
    prover: prover.id,
    version: '1.0.0',
    title: prover.title,
    meaning: `${prover.meaning} ${sizesText(segments)}`,
    source: prover.source,
    date: prover.date,
    operations: operationsOf(segments),
    ...(Object.keys(states).length === 0 ? {} : { states: statesOf(states, prover.date) }),
    parameters: {},
    quantities: {
      log2_cycles: sizeOf(segments, source),
      one_byte: {
        title: 'One byte',
        unit: 'byte',
        meaning: 'Gives counts of bytes their unit.',
        constant: 1,
      },
      ...Object.fromEntries(
        NOT_IN_A_TRACE.map(([name, title, unit]) => [name, open(name, title, unit)]),
      ),
      working_set: workingSet(segments),
    },
    kernels: kernelsOf(segments, source),
  };
  return stringify(document, { lineWidth: 110 });
}

/** At which sizes the counts hold. */
function sizesText(segments: readonly TraceSegment[]): string {
  const sizes = segments.map((segment) => `2^${segment.log2_cycles}`);
  return sizes.length === 1
    ? `Counted at segments of ${sizes.join()} instructions only: it says nothing about others, and refuses them.`
    : `Counted at segments of ${sizes.join(', ')} instructions; counts between them are interpolated, and beyond them there are none.`;
}

function sizeOf(segments: readonly TraceSegment[], source: string): object {
  const sizes = segments.map((segment) => segment.log2_cycles);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  return {
    title: 'Instructions of a segment, log2',
    unit: 'ratio',
    meaning: 'Only sizes that were counted, and those between them.',
    min: low,
    max: high,
    default: { design: true, value: high, low, high, stage: 'measured', source },
  };
}

function open(name: string, title: string, unit: string): object {
  return { title, unit, meaning: 'A trace does not say.', from: `profile.${name}` };
}

function operationsOf(segments: readonly TraceSegment[]): string[] {
  const [first] = segments;
  return [...new Set((first?.phases ?? []).flatMap(({ ops }) => Object.keys(ops)))];
}

function statesOf(states: TraceStates, date: string): object {
  return Object.fromEntries(
    (Object.entries(states) as [keyof TraceStates, TraceValue][]).map(([name, value]) => [
      STATES[name],
      { ...value, stage: 'measured', date },
    ]),
  );
}

function workingSet(segments: readonly TraceSegment[]): object {
  const samples = segments.flatMap((segment): Sample[] => {
    const { log2_cycles: size, working_set_bytes: count } = segment;
    return count === undefined ? [] : [{ size, count }];
  });
  if (samples.length === 0) return open('working_set', 'Working set of a segment', 'GB');
  return {
    title: 'Working set of a segment',
    unit: 'GB',
    meaning: 'Most memory that the prover held at once.',
    formula: countFormula(samples, 'one_byte'),
  };
}

function kernelsOf(segments: readonly TraceSegment[], source: string): object {
  const [first] = segments;
  return Object.fromEntries(
    (first?.phases ?? []).map((phase, i) => {
      const samples = (count: (of: TracePhase) => number): Sample[] =>
        segments.flatMap(({ log2_cycles: size, phases }) => {
          const of = phases[i];
          return of === undefined ? [] : [{ size, count: count(of) }];
        });
      return [
        phase.id,
        {
          title: phase.title,
          phase: phase.group,
          basis: 'measured',
          source,
          ops: Object.fromEntries(
            Object.keys(phase.ops).map((name) => [
              name,
              countFormula(samples(({ ops }) => ops[name] ?? 0)),
            ]),
          ),
          bytes_read: countFormula(
            samples((of) => of.bytes_read),
            'one_byte',
          ),
          bytes_written: countFormula(
            samples((of) => of.bytes_written),
            'one_byte',
          ),
        },
      ];
    }),
  );
}
