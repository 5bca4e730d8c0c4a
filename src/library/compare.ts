import { compare as compareSides, type CompareOptions } from '../compare/compare.ts';
import { scenarioSide, type Side } from '../compare/side.ts';
import type { Comparison } from '../compare/types.ts';
import { STUDY_DEFAULTS } from '../doubt/defaults.ts';
import type { ResolvedScenario } from './resolveScenario.ts';

/**
 * What differs between two scenarios, and how much of the change of log10 of the ratio each
 * difference explains. The same object as `emuprove compare --format json`.
 *
 * @param a - what `resolveScenario` gave
 * @param b - likewise, on the same data
 * @param options - draws and seed of the band of doubt
 * @throws InputError for scenarios that can not be evaluated
 * @example
 * import { compare, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const data = await loadBuiltin();
 * const [one, other] = [resolveScenario(data), resolveScenario(data, 'prototyping')];
 * const { summary, byChoice } = await compare(one, other, { samples: 1024 });
 * console.log(summary, byChoice?.parts.length);
 */
export function compare(
  a: ResolvedScenario,
  b: ResolvedScenario,
  options: Partial<Omit<CompareOptions, 'command'>> = {},
): Promise<Comparison> {
  const sideOf = (one: ResolvedScenario): Side =>
    scenarioSide(one.builtin, one.scenario, one.shipped, !one.checked, one.scenario.id);
  const [first, second] = [sideOf(a), sideOf(b)];
  const saved = [first.command, second.command].map(
    (command, k) => `${command} --out ${'ab'[k]}.json`,
  );
  const command = [...saved, 'emuprove compare a.json b.json'].join(' && ');
  return compareSides(b.builtin, first, second, { ...STUDY_DEFAULTS.compare, ...options, command });
}
