import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { evaluateScenario, type Evaluated } from '../result/build.ts';
import { reproduce } from '../result/command.ts';
import type { Scenario } from '../scenario/types.ts';
import { firstVariant, variantsOf } from '../scenario/variants.ts';
import type { Correlation } from '../studies/sampling/correlation.ts';
import { combine } from './combine.ts';
import { correlationOf } from './correlation.ts';
import { describe, describeOutput } from './describe.ts';
import { notesOf } from './notes.ts';
import type { DoubtHead } from './types.ts';
import { uncertain, type Uncertain } from './uncertain.ts';

/** A scenario made ready for a study of its doubt. */
export interface Prepared extends Uncertain {
  /** Without doubt: the first of every choice. */
  readonly scenario: Scenario;
  readonly evaluated: Evaluated;
  readonly head: DoubtHead;
  readonly correlation: Correlation | undefined;
  /** Key of the headline ratio, of the verdict, and of the ratio's own test. */
  readonly headline: string;
  readonly verdict: string;
  readonly ratio: string;
}

/** Truths that a study reports the probability of, beside the verdict. */
export const TRUTHS = ['proof_passes', 'verify_passes', 'latency_passes', 'memory_passes'] as const;

/** What is studied and how. */
export interface StudyRequest {
  /** Name of the command, for the line that reproduces the result. */
  readonly study: string;
  /** Further outputs, as names of quantities. */
  readonly outputs?: readonly string[];
}

/**
 * Prepares a scenario for studies of the headline, the verdict and what they are made of.
 *
 * @param check whether to check the models first
 * @throws InputError where the verdict is undecided: what is missing has no doubt to study
 */
export function prepare(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  request: StudyRequest,
): Prepared {
  const { reading } = scenario;
  const headline = `reading_value[${reading}]`;
  const verdict = `passes[${reading}]`;
  const ratio = `reading_passes[${reading}]`;
  const common = [headline, 'proved_rate', 'native_rate', verdict, ratio, ...TRUTHS];
  const outputs = [...new Set([...common, ...(request.outputs ?? [])])];
  const variants = variantsOf(scenario).map(({ scenario: chosen, labels }) => {
    const evaluated = decided(parts, chosen, check, labels);
    return { ...uncertain(evaluated, parts.datasets, chosen, outputs), evaluated, labels };
  });
  const doubt = combine(variants, scenario.choices ?? {});
  const evaluated = variants[0]?.evaluated;
  if (evaluated === undefined) throw new Error('no variant');
  const { evaluation } = evaluated;
  const limit = evaluation.number('overhead_limit') ?? NaN;
  const head: DoubtHead = {
    schemaVersion: '1.0',
    tool: { name: 'emuprove', version: parts.version },
    scenario: {
      id: scenario.id,
      title: scenario.title,
      reading,
      command: reproduce(scenario, shipped).replace('evaluate', request.study),
    },
    value: evaluation.number('reading_value', reading) ?? NaN,
    limit,
    notes: notesOf(parts, firstVariant(scenario), evaluated, limit),
    inputs: doubt.inputs.map(describe),
    outputs: doubt.model.outputs.map((name) => describeOutput(evaluated, name)),
    correlations: (scenario.correlations ?? []).map(({ between, value }) => ({ between, value })),
  };
  const varying = doubt.inputs.map(({ name }) => name);
  const correlation = correlationOf(scenario.correlations ?? [], varying);
  const chosen = firstVariant(scenario);
  return { ...doubt, scenario: chosen, evaluated, head, correlation, headline, verdict, ratio };
}

/** Evaluates a variant whose verdict is known. */
function decided(
  parts: Builtin,
  scenario: Scenario,
  check: boolean,
  labels: readonly string[],
): Evaluated {
  const evaluated = evaluateScenario(parts, scenario, check);
  const outcome = evaluated.evaluation.outcome('passes', scenario.reading);
  if (outcome.status !== 'missing') return evaluated;
  const whose = labels.length === 0 ? '' : ` with ${labels.join(', ')}`;
  const message = `the verdict${whose} is undecided: no value for ${outcome.inputs.join(', ')}`;
  throw new InputError([{ code: 'undecided', message, expected: '--set with these values' }]);
}

/**
 * For studies that draw or move every input by itself.
 *
 * @throws InputError where inputs are drawn together
 */
export function refuseCorrelation({ correlation }: Pick<Prepared, 'correlation'>): void {
  if (correlation === undefined) return;
  const message = `this study takes inputs for independent, and ${correlation.inputs.join(', ')} are not`;
  const expected = 'no correlations, or montecarlo, which draws them together';
  throw new InputError([{ code: 'correlated', message, expected, path: 'correlate' }]);
}
