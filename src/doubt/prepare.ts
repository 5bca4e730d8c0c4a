import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { evaluateScenario, type Evaluated } from '../result/build.ts';
import { reproduce } from '../result/command.ts';
import type { Scenario } from '../scenario/types.ts';
import { p05, p95 } from '../studies/distributions/summary.ts';
import type { DoubtHead, DoubtInput } from './types.ts';
import { uncertain, type Uncertain, type UncertainInput } from './uncertain.ts';

/** A scenario made ready for a study of its doubt. */
export interface Prepared extends Uncertain {
  readonly evaluated: Evaluated;
  readonly head: DoubtHead;
  /** Key of the headline ratio, and of the verdict on it. */
  readonly headline: string;
  readonly verdict: string;
}

/** Truths that a study reports the probability of, beside the verdict. */
export const TRUTHS = ['proof_passes', 'verify_passes', 'latency_passes', 'memory_passes'] as const;

/**
 * Prepares a scenario for studies of the headline, the verdict and what they are made of.
 *
 * @param study name of the command, for the line that reproduces the result
 * @throws InputError where the verdict is undecided: what is missing has no doubt to study
 */
export function prepare(
  parts: Builtin,
  scenario: Scenario,
  shipped: Scenario | undefined,
  check: boolean,
  study: string,
): Prepared {
  const evaluated = evaluateScenario(parts, scenario, check);
  const { evaluation } = evaluated;
  const outcome = evaluation.outcome('passes', scenario.reading);
  if (outcome.status === 'missing') {
    const message = `the verdict is undecided: no value for ${outcome.inputs.join(', ')}`;
    throw new InputError([{ code: 'undecided', message, expected: '--set with these values' }]);
  }
  const headline = `reading_value[${scenario.reading}]`;
  const verdict = `passes[${scenario.reading}]`;
  const ratio = `reading_passes[${scenario.reading}]`;
  const outputs = [headline, 'proved_rate', 'native_rate', verdict, ratio, ...TRUTHS];
  const doubt = uncertain(evaluated, parts.datasets, scenario, outputs);
  const head: DoubtHead = {
    schemaVersion: '1.0',
    tool: { name: 'emuprove', version: parts.version },
    scenario: {
      id: scenario.id,
      title: scenario.title,
      reading: scenario.reading,
      command: reproduce(scenario, shipped).replace('evaluate', study),
    },
    value: evaluation.number('reading_value', scenario.reading) ?? NaN,
    limit: evaluation.number('overhead_limit') ?? NaN,
    inputs: doubt.inputs.map(describe),
  };
  return { ...doubt, evaluated, head, headline, verdict };
}

function describe({ name, base, distribution, basis, entry }: UncertainInput): DoubtInput {
  const { title, unit, display, stage } = entry;
  return {
    name,
    title,
    base,
    p05: p05(distribution),
    p95: p95(distribution),
    unit,
    display,
    stage,
    basis,
  };
}
