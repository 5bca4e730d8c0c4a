import { InputError } from '../issues/issue.ts';
import { breakEven, type BreakEvenOptions } from '../studies/breakeven/breakEven.ts';
import type { BreakEvenRange } from '../studies/breakeven/change.ts';
import { scanRanges } from '../studies/breakeven/scanRanges.ts';
import { smallestChange } from '../studies/breakeven/smallestChange.ts';
import { aloneNote } from './aloneNote.ts';
import { alternatives } from './alternatives.ts';
import { resolveInputs } from './inputNames.ts';
import type { Prepared } from './prepare.ts';
import { reachOf } from './reach.ts';
import type { BreakEvenReport, DoubtHead, QuantityBreakEvenReport } from './types.ts';

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
  const { told, scanned, joint } = search(prepared, [headline, verdict], together);
  const onRatio = { output: headline, threshold: head.limit } as const;
  const onVerdict = { output: verdict, threshold: 0.5, wanted: 'at least' } as const;
  return {
    kind: 'breakeven',
    ...told,
    ratio: breakEven({ ...scanned, ...onRatio }),
    verdict: breakEven({ ...scanned, ...onVerdict }),
    alternatives: alternatives(prepared, (at) => ({
      ratio: at(headline),
      passes: at(verdict) === 1,
    })),
    ...(joint === undefined
      ? {}
      : {
          together: {
            ratio: smallestChange({ ...joint, ...onRatio }),
            verdict: smallestChange({ ...joint, ...onVerdict }),
          },
        }),
  };
}

/**
 * What each input would have to be for the subject of a study to meet its limit, and the smallest
 * joint change that does so.
 *
 * @param prepared with a subject
 * @param together as for the ratio
 * @throws InputError for a subject without a limit, and as for the ratio
 */
export function quantityBreakEvenReport(
  prepared: Prepared,
  together: readonly string[] = [],
): QuantityBreakEvenReport {
  const { subject } = prepared;
  if (subject === undefined) throw new Error('no subject');
  const { name: output, limit: threshold, unit, display } = subject;
  if (threshold === undefined) {
    const message = `the break-even of ${output} needs a limit: what it shall be at most`;
    const expected = `--limit with a number${unit === '1' ? '' : ` of ${display.unit}, or with a unit`}`;
    throw new InputError([{ code: 'usage', message, expected }]);
  }
  const { told, scanned, joint } = search(prepared, [output], together);
  const question = { output, threshold } as const;
  return {
    kind: 'quantity-breakeven',
    ...told,
    of: { ...subject, limit: threshold },
    result: breakEven({ ...scanned, ...question }),
    alternatives: alternatives(prepared, (at) => ({
      value: at(output),
      meets: at(output) <= threshold,
    })),
    ...(joint === undefined ? {} : { together: smallestChange({ ...joint, ...question }) }),
  };
}

/** Where break-even looks, for all of its questions. */
function search(
  prepared: Prepared,
  outputs: readonly string[],
  together: readonly string[],
): {
  readonly told: DoubtHead & Pick<BreakEvenReport, 'reach' | 'zero'>;
  readonly scanned: Pick<BreakEvenOptions, 'model' | 'base' | 'ranges' | 'scan'>;
  /** The same for a joint change; undefined where there is no such question. */
  readonly joint: Pick<BreakEvenOptions, 'model' | 'base' | 'ranges'> | undefined;
} {
  const { head } = prepared;
  const { model, inputs, zero } = reachOf(prepared, outputs);
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
  return {
    told: { ...head, notes: [...head.notes, ...aloneNote(prepared)], reach: inputs, zero },
    // All questions look at the same places.
    scanned: { model, base, ranges, scan: scanRanges({ model, base, ranges }) },
    joint: joint.length === 0 ? undefined : { model, base, ranges: joint },
  };
}
