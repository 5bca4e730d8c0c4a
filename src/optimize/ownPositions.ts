import type { Evaluation } from '../model/evaluate.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Records, Scenario } from '../scenario/types.ts';
import { choiceOf } from '../scenario/withChoice.ts';
import type { Axis } from '../sweep/axis.ts';

/** What the scenario itself has on an axis. */
export interface OwnPlace {
  /** Position on the axis, or undefined where the axis does not go through it. */
  readonly position: number | undefined;
  /** As one would write it; undefined where it is not known. */
  readonly label: string | undefined;
}

/** Where the scenario itself stands on each axis. */
export function ownPlaces(
  axes: readonly Axis[],
  scenario: Scenario,
  records: Records,
  evaluation: Evaluation,
): OwnPlace[] {
  return axes.map((axis): OwnPlace => {
    if (axis.kind === 'choice') {
      const label = ownChoice(axis.name, scenario, records);
      const position = axis.labels.indexOf(label ?? '');
      return { label, position: position < 0 ? undefined : position };
    }
    const numbers = elementsNamed(evaluation.model, axis.name).map(({ quantity, tuple }) =>
      evaluation.number(quantity.name, ...tuple),
    );
    const [own] = numbers;
    if (own === undefined || numbers.some((number) => number !== own)) {
      return { label: undefined, position: undefined };
    }
    const position = axis.numbers.indexOf(own);
    const { unit, scale } = axis.display;
    const written = Number((own / scale).toPrecision(12));
    const label = unit === 'ratio' ? String(written) : `${written} ${unit}`;
    return {
      label: position < 0 ? label : axis.labels[position],
      position: position < 0 ? undefined : position,
    };
  });
}

function ownChoice(name: string, scenario: Scenario, records: Records): string | undefined {
  if (name === 'reading') return scenario.reading;
  const chosen = records.chosen[name]?.replace(/^\w+:/, '');
  return choiceOf(scenario, name) ?? chosen;
}
