import type { Builtin } from '../builtin/builtin.ts';
import { userWarnings } from '../result/userData.ts';
import type { OnProgress } from '../studies/montecarlo/montecarlo.ts';
import { attributionsOf } from './attributions.ts';
import { drawBoth } from './drawn.ts';
import { fileDifferences, inputDifferences } from './inputs.ts';
import type { NoiseOptions } from './noise.ts';
import { notesOf } from './notes.ts';
import { pairOfSides } from './pairOfSides.ts';
import { quantityChanges, ratioChange, testChanges } from './quantities.ts';
import type { Side } from './side.ts';
import { summaryOf } from './summary.ts';
import type { ComparedSide, Comparison } from './types.ts';

/** What may be asked of a comparison. */
export interface CompareOptions extends NoiseOptions {
  /** Command that gives this result, for the result to say. */
  readonly command: string;
}

/**
 * Compares two sides: what differs, what each difference explains of the change of the ratio, how
 * sure that is, and what becomes of the verdict.
 *
 * @throws InputError for samples and seeds that make no sense
 */
export async function compare(
  parts: Builtin,
  a: Side,
  b: Side,
  options: CompareOptions,
  onProgress?: OnProgress,
): Promise<Comparison> {
  const pair = pairOfSides(parts, a, b);
  const choices = pair.choices.differences;
  const inputs = inputDifferences(a.result, b.result);
  const files = fileDifferences(a.result, b.result);
  const same = choices.length + inputs.length + files.length === 0;
  const attributions = attributionsOf(pair);
  const drawn = same
    ? { noise: null, byInput: null, byChoice: null }
    : await drawBoth(pair, attributions, options, onProgress);
  const found = {
    a: comparedSide(a),
    b: comparedSide(b),
    choices,
    inputs,
    files,
    ratio: ratioChange(a.result, b.result),
    quantities: quantityChanges(a.result, b.result),
    tests: testChanges(a.result, b.result),
    byChoice: drawn.byChoice,
    byInput: drawn.byInput,
    noise: drawn.noise,
  };
  const notes = [
    ...userWarnings(parts),
    ...notesOf(pair, found, 'why' in drawn ? drawn.why : undefined),
  ];
  return {
    schemaVersion: '1.0',
    kind: 'compare',
    tool: { name: 'emuprove', version: parts.version },
    command: options.command,
    summary: summaryOf(found),
    ...found,
    notes,
  };
}

function comparedSide({ label, saved, command, result }: Side): ComparedSide {
  const { tool, scenario, verdict } = result;
  return {
    label,
    saved,
    version: tool.version,
    id: scenario.id,
    title: scenario.title,
    reading: scenario.reading,
    command,
    outcome: verdict.outcome,
    sentence: verdict.sentence,
    value: verdict.value,
    limit: verdict.limit,
  };
}
