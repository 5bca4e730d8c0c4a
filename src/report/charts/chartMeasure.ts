import type { DoubtHead, Subject } from '../../doubt/types.ts';
import { measureOf, type Measure } from '../measure.ts';
import { ratioName, ratioText } from './words.ts';

/** What a chart draws of a study, with the name of the ratio by its reading, and large numbers short. */
export function chartMeasure(
  report: Pick<DoubtHead, 'value' | 'limit' | 'scenario'> & { readonly of?: Subject },
): Measure {
  const measure = measureOf(report);
  const name = report.of === undefined ? ratioName(report.scenario.reading) : measure.name;
  return { ...measure, name, text: measure.unit === '' ? ratioText : measure.text };
}

/** The unit of a measure in the title of an axis. */
export function axisUnit({ unit }: Pick<Measure, 'unit'>): string {
  return unit === '' ? 'no unit' : unit;
}
