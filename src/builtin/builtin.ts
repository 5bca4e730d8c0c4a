import type { Datasets } from '../datasets/types.ts';
import type { ModelDocument, ProverDocument } from '../model/types.ts';
import type { ScenarioSource } from '../scenario/schema.ts';

/** Everything that ships with the package. */
export interface Builtin {
  readonly version: string;
  readonly datasets: Datasets;
  readonly models: readonly ModelDocument[];
  readonly provers: ReadonlyMap<string, ProverDocument>;
  readonly scenarios: ReadonlyMap<string, ScenarioSource>;
}

/** {@link Builtin} as JSON: maps as lists of entries. */
export interface Snapshot {
  readonly version: string;
  readonly datasets: readonly (readonly [
    string,
    Datasets extends ReadonlyMap<string, infer T> ? T : never,
  ])[];
  readonly models: readonly ModelDocument[];
  readonly provers: readonly (readonly [string, ProverDocument])[];
  readonly scenarios: readonly (readonly [string, ScenarioSource])[];
}

/** What is written at build time, so that nothing has to be parsed at run time. */
export function toSnapshot(builtin: Builtin): Snapshot {
  return {
    version: builtin.version,
    datasets: [...builtin.datasets],
    models: builtin.models,
    provers: [...builtin.provers],
    scenarios: [...builtin.scenarios],
  };
}

/** The inverse of {@link toSnapshot}. */
export function fromSnapshot(snapshot: Snapshot): Builtin {
  return {
    version: snapshot.version,
    datasets: new Map(snapshot.datasets),
    models: snapshot.models,
    provers: new Map(snapshot.provers),
    scenarios: new Map(snapshot.scenarios),
  };
}
