import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { SCENARIO_OPTIONS } from './options.ts';
import type { ScenarioArgs } from './scenarioArgs.ts';

/** Choices that have an option of their own, in the order in which they are said again. */
export const CHOICES = [
  'platform',
  'device',
  'technology',
  'node',
  'memory',
  'core',
  'prover',
  'aggregation',
  'reading',
] as const;

/**
 * Reads a change of a scenario as one word: `core=serv-tile`, `unit.sha256_block=some-unit`, or a
 * quantity such as `fill.lut=0.6`.
 *
 * @param option for messages
 * @throws InputError where it is none of these
 */
export function parseChange(option: string, text: string): ScenarioArgs {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (name === '' || value === '') {
    const expected = 'such as core=serv-tile or fill.lut=0.6';
    const message = `${option} takes name=value`;
    throw new InputError([{ code: 'usage', message, expected, received: quote(text) }]);
  }
  const choice = CHOICES.find((known) => known === name);
  if (choice !== undefined) {
    const { choices = [value] } = SCENARIO_OPTIONS[choice] as { choices?: readonly string[] };
    if (choices.includes(value)) return { [choice]: value };
    const message = `there is no ${choice} ${quote(value)}`;
    throw new InputError([{ code: 'usage', message, expected: `one of ${choices.join(', ')}` }]);
  }
  if (name.startsWith('unit.')) return { unit: [`${name.slice(5)}=${value}`] };
  return { set: [`${name}=${value}`] };
}
