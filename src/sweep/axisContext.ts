import type { Datasets } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Model } from '../model/link.ts';
import type { Scenario } from '../scenario/types.ts';

/** What axes can name. */
export interface AxisContext {
  readonly datasets: Datasets;
  /** Prover profiles by name. */
  readonly provers: ReadonlyMap<string, unknown>;
  /** Models of the provers that the axes go over: a quantity of any of them can be an axis. */
  readonly models: readonly Model[];
  /** Complete scenarios that an axis `scenario` can name; without them there is no such axis. */
  readonly scenarios?: ReadonlyMap<string, Scenario>;
}

/** The issue that a name does not exist, with the nearest one that does. */
export function unknownName(
  code: string,
  message: string,
  name: string,
  candidates: Iterable<string>,
  path: string,
): InputError {
  const suggestion = nearest(name, candidates);
  return new InputError([
    { code, message, path, ...(suggestion === undefined ? {} : { suggestion }) },
  ]);
}
