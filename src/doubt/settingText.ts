import type { Model } from '../model/link.ts';
import type { Setting } from '../scenario/types.ts';
import { isDistributionText } from '../studies/distributions/parse.ts';
import { inputsNamed } from './inputNames.ts';
import type { UncertainInput } from './uncertain.ts';

/**
 * What `--set` has to say so that a setting is in the same doubt again: the command line knows no
 * range beside a value and no stage but that of an assumption.
 *
 * @param inputs what is in doubt in the scenario
 * @example settingText('wrapper', { value: 0.3, low: 0.2, high: 0.5, stage: 'routed', source: 's' }, inputs, model)
 * // => 'pert(0.2, 0.3, 0.5)'
 */
export function settingText(
  name: string,
  { value, low, high, stage, said }: Setting,
  inputs: readonly UncertainInput[],
  model: Model,
): string {
  const plain = stage === 'assumed' && low === undefined && high === undefined;
  const stated = typeof value === 'string' && isDistributionText(value);
  if (said !== undefined || plain || stated) return String(said ?? value);
  const names = inputs.map((input) => input.name);
  const [found] = inputsNamed(name, names, model).found;
  const input = inputs.find((candidate) => candidate.name === found);
  if (input?.distribution.kind !== 'pert') return `constant(${value})`;
  const { unit, scale } = input.entry.display;
  const text = (number: number): string => `${number / scale}${unit === 'ratio' ? '' : ` ${unit}`}`;
  const { distribution } = input;
  return `pert(${[distribution.low, distribution.mode, distribution.high].map(text).join(', ')})`;
}
