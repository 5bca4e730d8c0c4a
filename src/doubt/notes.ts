import type { Evaluated } from '../result/build.ts';
import { freeDie } from '../result/freeDie.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Contenders } from './contenders.ts';
import { grouped } from '../text/grouped.ts';

/** What a variant of a scenario is, for its notes. */
export interface Noted {
  readonly scenario: Scenario;
  readonly evaluated: Evaluated;
  readonly contenders: Contenders;
}

/**
 * What a reader of a study has to know beside its numbers: against which cores the verdict holds, whether
 * it is one of a chip more than of its prover, and which of its own cores are so weak that they pass only
 * beside these.
 *
 * @param variants every combination of the choices
 * @param limit of the ratio
 */
export function notesOf(variants: readonly Noted[], limit: number): string[] {
  const against = new Map<string, Set<string>>();
  for (const { contenders } of variants) {
    const designs = against.get(contenders.device) ?? new Set<string>();
    for (const { design } of contenders.near) designs.add(design);
    against.set(contenders.device, designs);
  }
  const included = [...against].flatMap(([device, designs]) =>
    designs.size === 0
      ? []
      : [
          `The verdict is also taken against ${listed([...designs].sort())}, the fastest of ${device}, as evaluate does.`,
        ],
  );
  const dies = variants.flatMap(({ evaluated, scenario }) => {
    const why = freeDie(evaluated.evaluation, scenario);
    return why === undefined ? [] : [`As it is, ${why}.`];
  });
  const weak = variants.flatMap((variant) => weakness(variant, limit));
  return [...included, ...new Set([...dies, ...weak])];
}

/** Cores of a scenario's own with which the ratio passes only beside a faster one. */
export function weakCoresOf(variants: readonly Noted[], limit: number): string[] {
  return variants.flatMap((variant) =>
    fastestBeyond(variant, limit) === undefined ? [] : [variant.scenario.core],
  );
}

function weakness(variant: Noted, limit: number): string[] {
  const fastest = fastestBeyond(variant, limit);
  if (fastest === undefined) return [];
  const round = grouped(Math.round(fastest.overhead));
  return [
    `With ${variant.scenario.core} the ratio is taken against a weak core; against ${fastest.design}, the best core of this device, it is ${round} and fails, and so does the verdict. Study that with --core ${fastest.design}.`,
  ];
}

/** The fastest core of the device, where the ratio fails against it and not against the own core. */
function fastestBeyond(
  { scenario, evaluated, contenders: { fastest } }: Noted,
  limit: number,
): { readonly design: string; readonly overhead: number } | undefined {
  const value = evaluated.evaluation.number('reading_value', scenario.reading) ?? Infinity;
  const overhead = fastest?.evaluation.number('overhead') ?? 0;
  if (fastest === undefined || value > limit || overhead <= limit) return undefined;
  return { design: fastest.design, overhead };
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
