import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { Scenario } from './types.ts';

/** What a scenario chooses by name; `unit.OPERATION` beside these. */
export const CHOICES = [
  'platform',
  'device',
  'node',
  'memory',
  'core',
  'prover',
  'aggregation',
] as const;

const AGGREGATIONS = ['none', 'recursive'];

/**
 * A scenario with one of its choices made otherwise. A platform brings its own device, and a device
 * chosen alone has no platform; a process makes an ASIC of it.
 *
 * @param name one of {@link CHOICES}, or `unit.OPERATION`
 * @param label name of a row, a profile or an aggregation; whether there is one is not checked here
 * @throws InputError for a name that is no choice, and for an unknown aggregation
 * @example withChoice(scenario, 'core', 'vexriscv-full-no-cache')
 */
export function withChoice(scenario: Scenario, name: string, label: string): Scenario {
  const elsewhere: { -readonly [K in keyof Scenario]: Scenario[K] } = { ...scenario };
  delete elsewhere.platform;
  delete elsewhere.device;
  delete elsewhere.technology;
  delete elsewhere.node;
  delete elsewhere.memory;
  switch (name) {
    case 'platform':
      return { ...elsewhere, platform: label };
    case 'device':
      return { ...elsewhere, device: label };
    case 'node':
      return {
        ...elsewhere,
        technology: 'asic',
        node: label,
        ...(scenario.memory === undefined ? {} : { memory: scenario.memory }),
      };
    case 'memory':
      if (scenario.technology !== 'asic') throw notAsic();
      return { ...scenario, memory: label };
    case 'core':
    case 'prover':
      return { ...scenario, [name]: label };
    case 'aggregation':
      if (!AGGREGATIONS.includes(label)) throw unknown('aggregation', label, AGGREGATIONS);
      return { ...scenario, aggregation: label as Scenario['aggregation'] };
    default:
      if (!name.startsWith('unit.')) throw unknown('choice', name, [...CHOICES, 'unit.OPERATION']);
      return { ...scenario, units: { ...scenario.units, [name.slice(5)]: label } };
  }
}

/** What a scenario chooses under a name; undefined where it leaves that to the defaults. */
export function choiceOf(scenario: Scenario, name: string): string | undefined {
  if (name.startsWith('unit.')) return scenario.units[name.slice(5)];
  return (CHOICES as readonly string[]).includes(name)
    ? scenario[name as (typeof CHOICES)[number]]
    : undefined;
}

function notAsic(): InputError {
  const message = 'only an ASIC has a choice of memory';
  return new InputError([
    { code: 'two-places', message, expected: 'technology: asic', path: 'memory' },
  ]);
}

function unknown(what: string, name: string, known: readonly string[]): InputError {
  const suggestion = nearest(name, known);
  return new InputError([
    {
      code: `unknown-${what}`,
      message: `there is no ${what} ${quote(name)}`,
      expected: `one of ${known.join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
