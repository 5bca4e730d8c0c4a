import { InputError } from '../../../issues/issue.ts';
import { quote } from '../../../issues/quote.ts';
import type { Reading, Scenario, Setting } from '../../../scenario/types.ts';
import { withChoice } from '../../../scenario/withChoice.ts';
import { PICKS, type LiveState } from './state.ts';

const READINGS: readonly Reading[] = ['overhead', 'per_core', 'literal'];

/**
 * A scenario, changed as the options of a command line with the same picks and settings change it.
 * What is picked is in doubt no more.
 *
 * @throws InputError for a reading or an aggregation that there is not
 */
export function scenarioOf(base: Scenario, { picks, set }: LiveState): Scenario {
  let scenario = base;
  for (const name of PICKS) {
    const label = picks[name];
    if (label === undefined) continue;
    if (name === 'reading') scenario = { ...scenario, reading: readingOf(label) };
    else scenario = decided(withChoice(scenario, name, label), name);
  }
  const settings = [...set].map(([key, value]): [string, Setting] => [
    key,
    { value, stage: 'assumed', source: 'command line' },
  ]);
  return settings.length === 0
    ? scenario
    : { ...scenario, set: { ...scenario.set, ...Object.fromEntries(settings) } };
}

function decided(scenario: Scenario, name: string): Scenario {
  const { choices = {}, ...rest } = scenario;
  const left = Object.entries(choices).filter(([choice]) => choice !== name);
  return left.length === 0 ? rest : { ...rest, choices: Object.fromEntries(left) };
}

function readingOf(label: string): Reading {
  const reading = READINGS.find((known) => known === label);
  if (reading !== undefined) return reading;
  const message = `there is no reading ${quote(label)}`;
  const expected = `one of ${READINGS.join(', ')}`;
  throw new InputError([{ code: 'unknown-reading', message, expected }]);
}
