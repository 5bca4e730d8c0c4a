import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { evaluateScenario, type Evaluated } from '../result/build.ts';
import { reproduceStudy } from '../result/command.ts';
import { userNotices } from '../result/userData.ts';
import type { Reading, Scenario } from '../scenario/types.ts';
import { variantsOf } from '../scenario/variants.ts';
import { isConstant } from '../studies/distributions/summary.ts';
import type { Correlation } from '../studies/sampling/correlation.ts';
import { combine } from './combine.ts';
import { contendersOf, ranking, type Contenders, type Ranking } from './contenders.ts';
import { correlationsOf } from './correlation.ts';
import { describe, describeOutput } from './describe.ts';
import { notesOf, weakCoresOf } from './notes.ts';
import { wantedOutputs, type WantedOutput } from './outputs.ts';
import { settingText } from './settingText.ts';
import { subjectOf, type SubjectRequest } from './subject.ts';
import type { DoubtHead, Subject } from './types.ts';
import { uncertain, type Uncertain, type UncertainInput } from './uncertain.ts';

/** A scenario made ready for a study of its doubt. */
export interface Prepared extends Uncertain {
  /** Without doubt: the first of every choice. */
  readonly scenario: Scenario;
  readonly evaluated: Evaluated;
  /** The cores of its device that the verdict is also taken against. */
  readonly contenders: Contenders;
  /** What is in doubt in that scenario, by the names that inputs have without choices. */
  readonly plain: readonly UncertainInput[];
  /** What was asked for beside the headline. */
  readonly wanted: readonly WantedOutput[];
  /** What was asked for instead of the headline: the only output then. */
  readonly subject?: Subject;
  readonly head: DoubtHead;
  readonly correlation: Correlation | undefined;
  /** Key of the headline ratio, of the verdict, and of the ratio's own test. */
  readonly headline: string;
  readonly verdict: string;
  readonly ratio: string;
}

/** Truths that a study reports the probability of, beside the verdict. */
export const TRUTHS = ['proof_passes', 'verify_passes', 'latency_passes', 'memory_passes'] as const;

/** Keys of the headline ratio, of the verdict, and of the ratio's own test. */
export function keysOf(reading: Reading): Pick<Prepared, 'headline' | 'verdict' | 'ratio'> {
  return {
    headline: `reading_value[${reading}]`,
    verdict: `passes[${reading}]`,
    ratio: `reading_passes[${reading}]`,
  };
}

/** Keys of what every study looks at: a row of a study is left out where one of them has no value. */
export function studiedOutputs(reading: Reading): string[] {
  const { headline, verdict, ratio } = keysOf(reading);
  return [headline, 'proved_rate', 'native_rate', verdict, ratio, ...TRUTHS];
}

/** What is studied and how. */
export interface StudyRequest {
  /** Name of the command, for the line that reproduces the result. */
  readonly study: string;
  /** Its own options, for the same line. */
  readonly words?: readonly string[];
  /** Further outputs, as `proof_bytes` or `log10(latency)`. */
  readonly outputs?: readonly string[];
  /** A quantity to study instead of the headline and the verdict. */
  readonly about?: SubjectRequest | undefined;
  /** The scenario without doubt, where that has been evaluated already. */
  readonly built?: Evaluated & { readonly ranked: Ranking };
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
  const keys = keysOf(reading);
  const { built } = request;
  const rank = ranking(parts.datasets, built && { scenario, ranked: built.ranked });
  const variants = variantsOf(scenario).map(({ scenario: chosen, labels }) => {
    const known = chosen === scenario ? built : undefined;
    const evaluated = decided(known ?? evaluateScenario(parts, chosen, check), chosen, labels);
    const subject = request.about && subjectOf(evaluated, request.about);
    // Only the verdict knows of other cores.
    const ranked = subject === undefined ? rank(evaluated, chosen) : [];
    const contenders = contendersOf(evaluated, parts.datasets, chosen, ranked);
    const wanted = wantedOutputs(evaluated.model, request.outputs ?? []);
    const studied =
      subject === undefined
        ? [...studiedOutputs(reading), ...wanted.map(({ key }) => key)]
        : [subject.name];
    const outputs = [...new Set(studied)];
    const own = uncertain(evaluated, parts.datasets, chosen, outputs, contenders.near);
    return { ...own, evaluated, contenders, wanted, subject, scenario: chosen, labels };
  });
  const [first] = variants;
  if (first === undefined) throw new Error('no variant');
  const doubt = combine(variants, scenario.choices ?? {});
  const { evaluated, wanted, subject } = first;
  const { evaluation, model } = evaluated;
  const limit = evaluation.number('overhead_limit') ?? NaN;
  const varying = doubt.inputs.filter(({ distribution }) => !isConstant(distribution));
  const drawn = correlationsOf(
    scenario.correlations ?? [],
    varying.filter(({ rival }) => rival !== true).map(({ name }) => name),
    model,
  );
  const judged = subject === undefined ? variants : [];
  const weakCores = [...new Set(weakCoresOf(judged, limit))];
  const head: DoubtHead = {
    schemaVersion: '1.0',
    tool: { name: 'emuprove', version: parts.version },
    scenario: {
      id: scenario.id,
      title: scenario.title,
      reading,
      command: reproduceStudy(request.study, request.words ?? [], scenario, shipped, (name, set) =>
        settingText(name, set, first.inputs, model),
      ),
    },
    value: evaluation.number('reading_value', reading) ?? NaN,
    limit,
    notes: [
      ...userNotices(parts).map((notice) => `${notice}.`),
      ...notesOf(judged, limit),
      ...drawn.notes,
    ],
    ...(weakCores.length === 0 ? {} : { weakCores }),
    inputs: doubt.inputs.map(describe),
    outputs: doubt.model.outputs.map((name) => describeOutput(evaluated, name)),
    correlations: drawn.pairs.map(({ between, value }) => ({ between, value })),
  };
  return {
    ...doubt,
    ...keys,
    scenario: first.scenario,
    evaluated,
    contenders: first.contenders,
    plain: first.inputs,
    wanted,
    ...(subject === undefined ? {} : { subject }),
    head,
    correlation: drawn.correlation,
  };
}

/** A variant, whose verdict has to be known. */
function decided(evaluated: Evaluated, scenario: Scenario, labels: readonly string[]): Evaluated {
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
