import type { Datasets } from '../datasets/types.ts';
import type { ModelDocument, ProverDocument } from '../model/types.ts';
import type { ScenarioSource } from '../scenario/source.ts';

/** A directory of the user's own data and models, read over what ships. */
export interface UserDirectory {
  /** As it was named. */
  readonly path: string;
  /** What was read in it, with the SHA-256 of the bytes. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
  /** What it replaces, for people. */
  readonly notices: readonly string[];
}

/** Everything that ships with the package, and what a user has put over it. */
export interface Builtin {
  readonly version: string;
  readonly datasets: Datasets;
  readonly models: readonly ModelDocument[];
  readonly provers: ReadonlyMap<string, ProverDocument>;
  readonly scenarios: ReadonlyMap<string, ScenarioSource>;
  /** The user's directories, the later over the earlier ones; none where left out. */
  readonly user?: readonly UserDirectory[];
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
  readonly user?: readonly UserDirectory[];
}

/** What is written at build time, so that nothing has to be parsed at run time. */
export function toSnapshot(builtin: Builtin): Snapshot {
  return {
    version: builtin.version,
    datasets: [...builtin.datasets],
    models: builtin.models,
    provers: [...builtin.provers],
    scenarios: [...builtin.scenarios],
    ...(builtin.user === undefined ? {} : { user: builtin.user }),
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
    ...(snapshot.user === undefined ? {} : { user: snapshot.user }),
  };
}
