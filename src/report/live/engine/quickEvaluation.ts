import { InputError } from '../../../issues/issue.ts';
import { elementKey } from '../../../formula/system.ts';
import { elementsNamed } from '../../../model/bind.ts';
import type { Evaluation, Outcome } from '../../../model/evaluate.ts';
import { specialiseInterpreted } from '../../../model/specialiseInterpreted.ts';
import type { Evaluated } from '../../../result/build.ts';
import { TESTS } from '../../../result/sections.ts';
import type { Scenario } from '../../../scenario/types.ts';
import { SIDES } from './liveVerdict.ts';

/** Values of inputs in base units, by key, over those of a scenario. */
export type Moved = ReadonlyMap<string, number>;

/** A scenario that is evaluated again and again with other values of a few inputs. */
export interface QuickEvaluation {
  /** Undefined where an input is none that can be moved, or something has no value. */
  readonly at: (moved: Moved) => Evaluation | undefined;
}

/**
 * Specialises what the page shows of a scenario to some inputs, so that moving one takes no time.
 *
 * @param vary keys of inputs
 */
export function quickEvaluation(
  { model, records, evaluation }: Evaluated,
  scenario: Scenario,
  vary: readonly string[],
): QuickEvaluation {
  const wanted = shown(evaluation);
  let compute: ReturnType<typeof specialiseInterpreted>;
  try {
    compute = specialiseInterpreted(model, records, scenario.set, vary, wanted);
  } catch (error) {
    // A value that is not known for every value of the inputs has to be looked for every time.
    if (error instanceof InputError) return { at: () => undefined };
    throw error;
  }
  const { inputs, base, outputs, scalar } = compute;
  const results = new Float64Array(outputs.length);
  return {
    at: (moved) => {
      const row = Float64Array.from(base);
      for (const [key, value] of moved) {
        const slot = inputs.indexOf(key);
        if (slot < 0) return undefined;
        row[slot] = value;
      }
      scalar(row, results);
      if (results.some((result) => Number.isNaN(result))) return undefined;
      return overlaid(evaluation, new Map(outputs.map((key, i) => [key, results[i] as number])));
    },
  };
}

/** Keys of what {@link liveVerdict} looks at, as far as it is known. */
function shown(evaluation: Evaluation): string[] {
  const names = [
    'overhead_limit',
    'reading_passes',
    'passes',
    'reading_value',
    'reading_value_integer',
    'reading_margin',
    ...TESTS.flatMap(({ passes, value, limit }) => [passes, value, limit]),
    ...SIDES.native,
    ...SIDES.proving,
  ];
  return names
    .flatMap((name) => elementsNamed(evaluation.model, name))
    .filter(({ quantity, tuple }) => {
      return evaluation.outcome(quantity.name, ...tuple).status === 'known';
    })
    .map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
}

/** An evaluation with other values of some elements. */
function overlaid(evaluation: Evaluation, values: ReadonlyMap<string, number>): Evaluation {
  const { model } = evaluation;
  const outcome = (name: string, ...tuple: string[]): Outcome => {
    const value = values.get(elementKey(name, tuple));
    if (value === undefined) return evaluation.outcome(name, ...tuple);
    const truth = model.quantities.get(name)?.unit === 'truth';
    return { status: 'known', value: truth ? value !== 0 : value };
  };
  return {
    ...evaluation,
    outcome,
    number: (name, ...tuple) => {
      const found = outcome(name, ...tuple);
      return found.status === 'known' && typeof found.value === 'number' ? found.value : undefined;
    },
  };
}
