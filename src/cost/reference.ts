import type { Builtin } from '../builtin/builtin.ts';
import { rowOf } from '../datasets/rowsWith.ts';
import { numberIn, textIn, type Row } from '../datasets/types.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import { RecordList } from '../scenario/recordList.ts';
import type { Setting } from '../scenario/types.ts';

/** What somebody proves with, as far as it was published. */
export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly note: string;
  /** Evaluates it, with further settings. */
  readonly again: (more: Readonly<Record<string, Setting>>) => Evaluation;
}

/**
 * The rows of datasets/references.csv, costed by the equations of the model: rate, price and power of
 * a device take the place of what the model would compute, and nothing else is known of it.
 *
 * @param set settings that hold for every device, e.g. its lifetime
 */
export function references(
  parts: Builtin,
  model: Model,
  set: Readonly<Record<string, Setting>>,
): Reference[] {
  const table = parts.datasets.get('references');
  // No board, so that no price and no power of one is taken for a GPU's.
  const records = new RecordList(parts.datasets).records();
  return (table?.rows ?? []).map((row) => {
    const figure = rowOf(parts.datasets.get('zkvm_figures'), textIn(row, 'figure'));
    const own = published(row, figure);
    return {
      id: row.key,
      title: textIn(row, 'title') ?? row.key,
      source: [textIn(figure ?? row, 'source'), textIn(row, 'source')].join('; '),
      note: textIn(row, 'note') ?? '',
      again: (more) => evaluateModel(model, records, { ...set, ...own, ...more }),
    };
  });
}

function published(row: Row, figure: Row | undefined): Record<string, Setting> {
  const devices = numberIn(row, 'devices') ?? 1;
  const rate = figure === undefined ? undefined : numberIn(figure, 'cycles_per_s');
  const source = textIn(row, 'source') ?? '';
  const price = numberIn(row, 'device_usd');
  const [low, high] = [numberIn(row, 'device_usd_low'), numberIn(row, 'device_usd_high')];
  const date = textIn(row, 'device_usd_date');
  const stated = (value: number | undefined, unit: string): Setting | undefined =>
    value === undefined ? undefined : { value: `${value} ${unit}`, stage: 'measured', source };
  const settings: Record<string, Setting | undefined> = {
    proved_rate: stated(rate === undefined ? undefined : rate / devices, 'cycle/s'),
    prove_power: stated(numberIn(row, 'device_power_w'), 'W'),
    cloud_rate: stated(numberIn(row, 'cloud_usd_per_hour'), 'USD/h'),
    devices_per_platform: { value: 1, stage: 'measured', source },
    price:
      price === undefined
        ? undefined
        : {
            value: price,
            ...(low === undefined ? {} : { low }),
            ...(high === undefined ? {} : { high }),
            ...(date === undefined ? {} : { date }),
            stage: 'measured',
            source,
          },
  };
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  );
}
