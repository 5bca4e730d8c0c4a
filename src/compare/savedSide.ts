import type { Builtin } from '../builtin/builtin.ts';
import { InputError } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import { resolveRecords } from '../scenario/records.ts';
import type { Scenario, Setting } from '../scenario/types.ts';
import { operationsOf } from '../result/build.ts';
import type { Saved } from './savedSchema.ts';
import type { Side } from './side.ts';

/** A saved result as a side of a comparison: its numbers are those that it holds. */
export function savedSide(parts: Builtin, saved: Saved, label: string): Side {
  const model = modelOf(parts, saved.scenario);
  return {
    label,
    saved: true,
    command: saved.scenario.command,
    result: saved,
    scenario: restore(parts, saved, model),
    model,
  };
}

function modelOf(parts: Builtin, { prover, technology }: Saved['scenario']): Model | undefined {
  return quietly(() => assemble(parts, prover, false, technology));
}

/**
 * The scenario that a result was computed from, as far as it says: names of rows and profiles, and
 * what was set with its range. Settings of quantities that there are no more are left out.
 */
export function restore(
  parts: Builtin,
  { scenario: saved, inputsUsed }: Saved,
  model: Model | undefined,
): Scenario {
  const { platform, device, technology, node, memory, core, prover, aggregation, reading } = saved;
  const set: [string, Setting][] = saved.set.flatMap(({ name, value, source }) => {
    const keys = model === undefined ? [] : quietly(() => elementsNamed(model, name));
    if (keys === undefined) return [];
    const [first] = keys;
    const key = first?.quantity.name ?? name;
    const entry = inputsUsed.find((input) => input.name.replace(/\[.*$/, '') === key);
    const { stage = 'assumed', date, design, display } = entry ?? {};
    // A distribution says its range itself.
    const { low, high } = entry?.distribution === undefined ? (entry ?? {}) : {};
    const bound = (base: number): string =>
      `${base / (display?.scale ?? 1)} ${display?.unit ?? ''}`;
    return [
      [
        name,
        {
          value,
          ...(low === undefined ? {} : { low: bound(low) }),
          ...(high === undefined ? {} : { high: bound(high) }),
          stage,
          source,
          ...(date === undefined ? {} : { date }),
          ...(design === undefined ? {} : { design }),
        },
      ],
    ];
  });
  const plain: Scenario = {
    id: saved.id,
    title: saved.title,
    meaning: saved.meaning,
    ...(platform === null ? {} : { platform }),
    ...(technology === undefined ? { device } : { technology }),
    ...(node === undefined ? {} : { node }),
    ...(memory === undefined ? {} : { memory }),
    core,
    prover,
    units: {},
    aggregation,
    reading,
    set: Object.fromEntries(set),
  };
  return { ...withoutDevice(parts, plain), units: unitsOf(parts, saved.rows, plain, model) };
}

/** A device that the platform brings anyway was not chosen. */
function withoutDevice(parts: Builtin, scenario: Scenario): Scenario {
  const { device, ...rest } = scenario;
  const row = parts.datasets.get('platforms')?.rows.find(({ key }) => key === scenario.platform);
  return row?.cells['device'] === device ? rest : scenario;
}

/** Units that are not those that the scenario would have without naming any. */
function unitsOf(
  parts: Builtin,
  rows: Saved['scenario']['rows'],
  scenario: Scenario,
  model: Model | undefined,
): Record<string, string> {
  if (model === undefined) return {};
  const operations = operationsOf(model);
  const usual = quietly(() => resolveRecords(parts.datasets, scenario, operations))?.chosen ?? {};
  return Object.fromEntries(
    operations.flatMap((operation): [string, string][] => {
      const row = rows[`unit.${operation}`];
      if (row === undefined || row === usual[`unit.${operation}`]) return [];
      return [[operation, row.replace(/^\w+:/, '')]];
    }),
  );
}

/** What some work gives, or nothing where today's tables and models have no such name. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
