import type { Datasets } from '../../../datasets/types.ts';
import { bandsOf, distributionOf } from '../../../doubt/distributionOf.ts';
import { elementUnit } from '../../../formula/elementUnit.ts';
import { elementKey } from '../../../formula/system.ts';
import { elementsNamed } from '../../../model/bind.ts';
import { evaluateModel } from '../../../model/evaluate.ts';
import type { Model } from '../../../model/link.ts';
import { supportOf } from '../../../scenario/parseRange.ts';
import type { Records, Setting } from '../../../scenario/types.ts';
import { usedInputs } from '../../../result/usedInputs.ts';

/** An input that can be moved: numbers in base units. */
export interface InputRow {
  readonly key: string;
  readonly title: string;
  readonly display: { readonly unit: string; readonly scale: number };
  /** Value in the report's scenario with these picks; undefined where it has none. */
  readonly original: number | undefined;
  /** Between these it is plausible, where that is known. */
  readonly plausible: readonly [number, number] | undefined;
  /** Ends of its slider, and whether that is logarithmic; undefined where there is none. */
  readonly slider:
    { readonly low: number; readonly high: number; readonly logarithmic: boolean } | undefined;
  /** What it is: measured, assumed, … */
  readonly stage: string | undefined;
}

/** How far a slider reaches beyond what is plausible. */
const BEYOND = 2;

/** From this factor between its ends on a slider is logarithmic. */
const LOGARITHMIC_FROM = 5;

/**
 * Describes the inputs that some keys stand for.
 *
 * @param settings of the report's scenario, without those of the reader
 * @throws InputError for a key that names nothing
 */
export function inputRow(
  model: Model,
  records: Records,
  settings: Readonly<Record<string, Setting>>,
  datasets: Datasets,
  key: string,
): InputRow {
  const elements = elementsNamed(model, key);
  const [element] = elements;
  if (element === undefined) throw new Error(`${key} has no element`);
  const { quantity, tuple } = element;
  const single = elements.length === 1;
  const definition = model.system.definitions.get(quantity.name);
  if (definition === undefined) throw new Error(`there is no quantity ${quantity.name}`);
  const evaluation = evaluateModel(model, records, settings);
  const { unit, text } = evaluation.unit(quantity.name, ...tuple);
  const name = elementKey(quantity.name, tuple);
  const [entry] = single
    ? usedInputs(evaluation, new Set([name]), [{ key: name, quantity, tuple }])
    : [];
  const known = evaluation.outcome(quantity.name, ...tuple);
  const original =
    single && known.status === 'known' && typeof known.value === 'number' ? known.value : undefined;
  const doubt =
    entry === undefined ? undefined : distributionOf(entry, quantity, bandsOf(datasets));
  const plausible =
    doubt === undefined || entry === undefined
      ? undefined
      : finite(supportOf({ value: entry.value, distribution: doubt.distribution }));
  const { scale } = elementUnit(model.system, definition, tuple);
  const { min = 0, max = Infinity } = quantity;
  return {
    key,
    title: single && tuple.length > 0 ? `${quantity.title} [${tuple.join(', ')}]` : quantity.title,
    display: { unit: text, scale: unit.scale },
    original,
    plausible,
    slider: sliderOf(original, plausible, min * scale, max * scale),
    stage: entry?.stage,
  };
}

function finite([low, high]: readonly [number, number]): [number, number] | undefined {
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : undefined;
}

function sliderOf(
  original: number | undefined,
  plausible: readonly [number, number] | undefined,
  min: number,
  max: number,
): InputRow['slider'] {
  if (original === undefined || original === 0) return undefined;
  const [from, to] = plausible ?? [original, original];
  const positive = from > 0;
  const [low, high] = positive
    ? [from / BEYOND, to * BEYOND]
    : [from - (to - from) / 2, to + (to - from) / 2];
  const ends = { low: Math.max(min, low), high: Math.min(max, high) };
  if (!(ends.low < ends.high)) return undefined;
  return { ...ends, logarithmic: ends.low > 0 && ends.high / ends.low >= LOGARITHMIC_FROM };
}
