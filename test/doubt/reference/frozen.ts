import type { Builtin } from '../../../src/builtin/builtin.ts';
import { prepare, studiedOutputs, type Prepared } from '../../../src/doubt/prepare.ts';
import { uncertain } from '../../../src/doubt/uncertain.ts';
import { closure, usedInputs } from '../../../src/result/usedInputs.ts';
import { completeScenario } from '../../../src/scenario/complete.ts';
import type { ScenarioSource } from '../../../src/scenario/source.ts';
import type { Scenario } from '../../../src/scenario/types.ts';

/** An estimate of OpenTURNS with its standard error. */
export interface Measured {
  readonly value: number;
  readonly se: number;
}

/** What openturns.json holds; make.mjs writes it. */
export interface Reference {
  readonly made: Readonly<Record<string, string>>;
  /** The scenario with every input that it uses set to a number: rows may change, this does not. */
  readonly scenario: ScenarioSource;
  readonly inputs: readonly {
    readonly name: string;
    readonly base: number;
    readonly distribution: PertDistribution;
  }[];
  readonly outputs: readonly string[];
  /** Rows of inputs, and what the Python model makes of them: the fingerprint of the equations. */
  readonly points: {
    readonly inputs: readonly (readonly number[])[];
    readonly outputs: readonly (readonly number[])[];
  };
  readonly montecarlo: {
    readonly rows: number;
    readonly probabilities: readonly number[];
    /** Of log10 of the first output. */
    readonly log10: {
      readonly mean: Measured;
      readonly sd: Measured;
      readonly quantiles: readonly Measured[];
    };
    /** Of the outputs that are tests. */
    readonly truths: Readonly<Record<string, Measured>>;
  };
  readonly sobol: {
    readonly rows: number;
    /** By estimator and output (log10 of the first, and the verdict), in the order of the inputs. */
    readonly indices: Readonly<
      Record<
        string,
        Readonly<
          Record<
            string,
            { readonly first: readonly Measured[]; readonly total: readonly Measured[] }
          >
        >
      >
    >;
  };
}

/** The one kind of distribution that inputs of the shipped scenarios have. */
export interface PertDistribution {
  readonly kind: 'pert';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A scenario of its own, in which each input that some prepared scenario uses is a number. */
export function freeze(scenario: Scenario, prepared: Prepared): ScenarioSource {
  const { evaluation } = prepared.evaluated;
  const entries = usedInputs(evaluation, closure(evaluation, prepared.model.outputs));
  const doubts = new Map(prepared.inputs.map((input) => [input.name, pert(input.distribution)]));
  // What follows from the choice of rows can not be set, and follows again from the same rows.
  const free = entries.filter(({ origin }) => origin !== 'choice');
  const set = free.map(({ name, value, display: { scale } }) => {
    const doubt = doubts.get(name);
    // A measured number has no band of its stage.
    const setting =
      doubt === undefined
        ? { value: value / scale, stage: 'measured' as const }
        : { value: value / scale, low: doubt.low / scale, high: doubt.high / scale };
    return [name, setting] as const;
  });
  const { platform, device, core, prover, units, aggregation, reading } = scenario;
  return {
    scenario: 'frozen',
    title: `The scenario ${scenario.id} with its inputs as they were`,
    ...(platform === undefined ? {} : { platform }),
    ...(device === undefined ? {} : { device }),
    core,
    prover,
    units,
    aggregation,
    reading,
    set: Object.fromEntries(set),
  };
}

/**
 * Prepares the frozen scenario for studies, by today's equations, without its rivals: these come from
 * rows, which may change.
 */
export function prepareFrozen(parts: Builtin, source: ScenarioSource): Prepared {
  const scenario = completeScenario(source, parts.scenarios);
  const prepared = prepare(parts, scenario, undefined, true, { study: 'montecarlo' });
  const outputs = studiedOutputs(scenario.reading);
  const alone = uncertain(prepared.evaluated, parts.datasets, prepared.scenario, outputs);
  return { ...prepared, ...alone };
}

/** @throws Error for other kinds, which the script would have to learn */
export function pert(distribution: { readonly kind: string }): PertDistribution {
  if (distribution.kind === 'pert') return distribution as PertDistribution;
  throw new Error(`openturns_reference.py does not know ${distribution.kind}`);
}
