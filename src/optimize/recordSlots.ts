import { given } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import type { Records, Setting } from '../scenario/types.ts';
import type { QuantityAxis } from '../sweep/axis.ts';
import { slotsOf, type Slot } from '../sweep/slots.ts';

/** Rows that records come from: those of the device and the core, or those of the units. */
export type Source = 'place' | 'units';

/** The inputs of a model in which the points of a search can differ. */
export class RecordSlots {
  readonly slots: readonly Slot[];
  readonly #model: Model;

  /** @throws InputError where an axis sets what the model does not have */
  constructor(
    model: Model,
    settings: Readonly<Record<string, Setting>>,
    axes: readonly QuantityAxis[],
  ) {
    this.#model = model;
    this.slots = slotsOf(model, settings, axes);
  }

  /** What records give the slots of a source, in base units; NaN where they give nothing. */
  values(source: Source, records: Records): Float64Array {
    const own = this.slots.filter((slot) => slot.source === source);
    return Float64Array.from(
      own,
      ({ quantity, tuple }) => given(this.#model, records, quantity, tuple)?.value ?? NaN,
    );
  }
}
