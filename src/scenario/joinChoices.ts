import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Choices, Scenario } from './types.ts';
import { CHOICES } from './withChoice.ts';

/** Choices that stand for the same place: a board, a bare device, or the process of an ASIC. */
const PLACES: readonly string[] = ['platform', 'device', 'node'];

/** What a scenario or a command line chooses by name. */
export type ChosenByName = Partial<
  Pick<
    Scenario,
    'platform' | 'device' | 'node' | 'memory' | 'core' | 'prover' | 'aggregation' | 'units'
  >
>;

/**
 * Choices in doubt with those of a more derived scenario, or of the command line. What that names
 * without doubt is no longer in doubt; where it names something and says what else it may be, the
 * name stands first. A platform and a device stand for the same place, so that either ends the doubt
 * about the other.
 *
 * @throws InputError for a name that its own choice does not hold, and for a choice of both a platform
 *   and a device
 */
export function joinChoices(inherited: Choices, named: ChosenByName, own: Choices): Choices {
  const names = new Map<string, string | undefined>([
    ...CHOICES.map((name) => [name, named[name]] as const),
    ...Object.entries(named.units ?? {}).map(([of, unit]) => [`unit.${of}`, unit] as const),
  ]);
  const said = (name: string): boolean => names.get(name) !== undefined || Object.hasOwn(own, name);
  const place = PLACES.some(said);
  const joined = new Map(
    Object.entries(inherited).filter(([name]) => !said(name) && !(place && PLACES.includes(name))),
  );
  const issues: Issue[] = [];
  const places = PLACES.filter((name) => Object.hasOwn(own, name));
  if (places.length > 1) {
    const message = `only one of ${places.join(' and ')} can be in doubt: each is the whole place`;
    issues.push({ code: 'two-places', message, path: `choose.${places[1] ?? ''}` });
  }
  for (const [name, among] of Object.entries(own)) {
    const first = names.get(name);
    if (first !== undefined && !Object.hasOwn(among, first)) {
      const message = `the choice of ${name} does not hold the one that is named`;
      const expected = `${quote(first)} among them`;
      issues.push({ code: 'not-among', message, expected, path: `choose.${name}` });
      continue;
    }
    const { [first ?? '']: weight, ...others } = among;
    joined.set(
      name,
      first === undefined || weight === undefined ? among : { [first]: weight, ...others },
    );
  }
  if (issues.length > 0) throw new InputError(issues);
  return Object.fromEntries(joined);
}
