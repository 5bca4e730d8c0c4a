import { byChoice } from './byChoice.ts';
import { byInput, type ByInput } from './byInput.ts';
import type { PairOfSides } from './pairOfSides.ts';
import { figureOf } from './quantities.ts';
import type { Side } from './side.ts';
import type { Attribution } from './types.ts';

/** What the change of the ratio comes from, seen in two ways. */
export interface Attributions {
  readonly byInput: ByInput | undefined;
  readonly byChoice: Attribution | undefined;
}

/** Attributes the change of the ratio to inputs and to choices, as far as that can be had. */
export function attributionsOf(pair: PairOfSides): Attributions {
  const { parts, sides, numbers, choices, common, headline, rates, comparable } = pair;
  const [a, b] = sides;
  const [ours, theirs] = numbers;
  if (!comparable) return { byInput: undefined, byChoice: undefined };
  const outputs = ({ result }: Side): (number | null)[] => [
    result.verdict.value,
    ...rates.map((name) => {
      const value = figureOf(result, name)?.value;
      return typeof value === 'number' ? value : null;
    }),
  ];
  const inputs =
    common && ours && theirs && headline !== undefined
      ? byInput(ours, theirs, common, [headline, ...rates])
      : undefined;
  return {
    byInput: inputs,
    byChoice:
      inputs !== undefined && onlySettings(pair)
        ? undefined
        : byChoice(parts, a, b, choices, outputs),
  };
}

/** Whether choices say no more than inputs do: every one of them sets a quantity. */
function onlySettings({ sides, choices }: PairOfSides): boolean {
  return (
    sides.every(({ saved }) => !saved) &&
    choices.differences.every(
      ({ name, concerns }) => concerns === 'doubt' || name.startsWith('set.'),
    )
  );
}
