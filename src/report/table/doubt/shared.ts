import type { DoubtHead, DoubtInput } from '../../../doubt/types.ts';
import { formatNumber, quantityText } from '../../format.ts';
import type { Block } from '../blocks.ts';

/** Inputs that a table shows; all of them are in the machine formats. */
export const SHOWN = 20;

/** What an input is called; its own name where it has no title. */
export function titleOf(
  inputs: readonly Pick<DoubtInput, 'name' | 'title'>[],
  name: string,
): string {
  const title = inputs.find((input) => input.name === name)?.title ?? name;
  // What belongs to one choice only says to which.
  const at = name.indexOf('@');
  return at < 0 ? title : `${title} (${name.slice(at + 1)})`;
}

/** A value of an input in its unit, or what it stands for. */
export function valueText(
  inputs: readonly (Pick<DoubtInput, 'name' | 'display'> & Pick<Partial<DoubtInput>, 'labels'>)[],
  name: string,
  value: number,
): string {
  const input = inputs.find((candidate) => candidate.name === name);
  if (input === undefined) return formatNumber(value);
  return input.labels?.[value] ?? quantityText(value, input.display);
}

/** A probability with a decimal: its interval is often narrower than a percent. */
export function probabilityText(probability: number): string {
  return `${(100 * probability).toFixed(1)} %`;
}

/** What an output is called. */
export function outputTitle({ outputs }: DoubtHead, name: string): string {
  return outputs.find((output) => output.name === name)?.title ?? name;
}

/** How many rows a table leaves out. */
export function rest(total: number): Block[] {
  return total > SHOWN
    ? [{ kind: 'text', text: `and ${total - SHOWN} more that move it less` }]
    : [];
}
