import { keysOf } from '../doubt/prepare.ts';
import { independentDoubt, type DoubtOfSide } from './doubtOf.ts';
import type { PartNoiseBasis } from './inputNoise.ts';
import { pair } from './paired.ts';
import type { PairOfSides } from './pairOfSides.ts';
import { drawAll, withBand } from './partBand.ts';
import type { Attribution } from './types.ts';

/**
 * Adds to every part of an attribution to choices how sure it is, by the doubt of the scenarios in
 * which it alone has changed and in which it alone has not. The scenarios in between know no
 * correlations, and saved numbers have none in between: then there is nothing to add.
 *
 * @returns undefined where there is nothing to add, or nothing to add to
 * @throws InputError where one of these scenarios has no ratio
 */
export function withChoiceNoise(
  { parts, choices, sides }: PairOfSides,
  attribution: Attribution | undefined,
  { doubts, seed }: PartNoiseBasis,
): Attribution | undefined {
  const plain = sides.every(({ saved, scenario }) => !saved && scenario.correlations === undefined);
  if (!plain || attribution === undefined) return undefined;
  const names = choices.differences.map(({ name }) => name);
  const between = attribution.parts
    .flatMap((part) => [part.names, names.filter((name) => !part.names.includes(name))])
    .map((changed) => choices.mixture(new Set(changed)))
    .map((scenario) => independentDoubt(parts, scenario, [keysOf(scenario.reading).headline]));
  const all = [...doubts, ...between];
  const drawn = drawAll(pair(all), seed).map(([ratio]) => ratio?.map(Math.log10));
  const base = all.map((side) => Float64Array.of(Math.log10(withoutDoubt(side))));
  return {
    ...attribution,
    parts: attribution.parts.map((part, i) => {
      const [known = NaN] = averageEffect(base, i);
      return withBand(part, averageEffect(drawn, i), known);
    }),
  };
}

/** ((first - start) + (end - last)) / 2: on average of changing part `i` before all else and after. */
function averageEffect(drawn: readonly (Float64Array | undefined)[], i: number): Float64Array {
  const [start, end] = drawn;
  const [first, last] = drawn.slice(2 + 2 * i);
  if (start === undefined || end === undefined) return new Float64Array(0);
  return start.map((from, row) => {
    const [one = NaN, other = NaN, to = NaN] = [first?.[row], last?.[row], end[row]];
    return (one - from + to - other) / 2;
  });
}

/** The ratio of a side without doubt. */
function withoutDoubt({ model, inputs, wanted: [ratio = 0] }: DoubtOfSide): number {
  const outputs = model.outputs.map(() => new Float64Array(1));
  model.columns(
    inputs.map(({ base }) => Float64Array.of(base)),
    outputs,
    0,
    1,
  );
  return outputs[ratio]?.[0] ?? NaN;
}
