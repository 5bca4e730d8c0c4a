import { breakEven } from '../studies/breakeven/breakEven.ts';
import type { BreakEvenRange } from '../studies/breakeven/change.ts';
import { scanRanges } from '../studies/breakeven/scanRanges.ts';
import { smallestChange } from '../studies/breakeven/smallestChange.ts';
import { aloneNote } from './aloneNote.ts';
import { alternatives } from './alternatives.ts';
import { resolveInputs } from './inputNames.ts';
import type { Prepared } from './prepare.ts';
import { reachOf } from './reach.ts';
import type { BreakEvenReport } from './types.ts';

/**
 * What each input would have to be for the ratio to meet its limit and for the verdict to flip, and
 * the smallest joint change that does both.
 *
 * @param together names of the inputs that may change jointly; none where there is no such question
 * @throws InputError for names that are no input
 */
export function breakEvenReport(
  prepared: Prepared,
  together: readonly string[] = [],
): BreakEvenReport {
  const { head, headline, verdict } = prepared;
  const { model, inputs, zero } = reachOf(prepared, [headline, verdict]);
  const ranges = inputs.map(
    ({ name: input, low, high, scale, whole, display }): BreakEvenRange => ({
      input,
      low,
      high,
      ...(scale === undefined ? {} : { scale }),
      ...(whole === undefined ? {} : { whole }),
      unit: display.scale,
    }),
  );
  const base = [...model.base];
  // What is 0 has no factor, so that a joint change of it has no length.
  const still = inputs.filter(({ base: own, scale }) => scale === undefined && !(own > 0));
  const named = resolveInputs(together, {
    inputs: inputs.filter((input) => !still.includes(input)),
    model: prepared.evaluated.model,
    otherwise: 'is nothing that the result depends on and a factor changes',
    zero: [...zero, ...still.map(({ name }) => name)],
  });
  const joint = ranges.filter(({ input }) => named.includes(input));
  // Both questions look at the same places.
  const scan = scanRanges({ model, base, ranges });
  const onRatio = { output: headline, threshold: head.limit } as const;
  const onVerdict = { output: verdict, threshold: 0.5, wanted: 'at least' } as const;
  return {
    kind: 'breakeven',
    ...head,
    notes: [...head.notes, ...aloneNote(prepared)],
    reach: inputs,
    zero,
    ratio: breakEven({ model, base, ranges, scan, ...onRatio }),
    verdict: breakEven({ model, base, ranges, scan, ...onVerdict }),
    alternatives: alternatives(prepared),
    ...(joint.length === 0
      ? {}
      : {
          together: {
            ratio: smallestChange({ model, base, ranges: joint, ...onRatio }),
            verdict: smallestChange({ model, base, ranges: joint, ...onVerdict }),
          },
        }),
  };
}
