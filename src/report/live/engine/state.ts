/** What can be picked by name, in the order in which picks are applied. */
export const PICKS = ['platform', 'device', 'core', 'prover', 'aggregation', 'reading'] as const;

/** One of {@link PICKS}. */
export type PickName = (typeof PICKS)[number];

/** What a reader changed in the page; nothing of it is checked against the models yet. */
export interface LiveState {
  readonly picks: Readonly<Partial<Record<PickName, string>>>;
  /** Settings as they would follow `--set`, by the key of a quantity, e.g. `fill[lut]`. */
  readonly set: ReadonlyMap<string, string>;
}

/** Nothing changed. */
export const UNCHANGED: LiveState = { picks: {}, set: new Map() };

/** Whether nothing is changed. */
export function isUnchanged({ picks, set }: LiveState): boolean {
  return Object.keys(picks).length === 0 && set.size === 0;
}

/** Whether two states have the same picks. */
export function samePicks(a: LiveState, b: LiveState): boolean {
  return PICKS.every((name) => a.picks[name] === b.picks[name]);
}

/** A state with one pick made otherwise. A place is a platform or a bare device, never both. */
export function withPick(state: LiveState, name: PickName, label: string | undefined): LiveState {
  const places: readonly string[] = ['platform', 'device'];
  const replaced = places.includes(name) ? places : [name];
  const picks = Object.entries(state.picks).filter(([other]) => !replaced.includes(other));
  if (label !== undefined) picks.push([name, label]);
  return { ...state, picks: Object.fromEntries(picks) };
}

/** A state with one setting made otherwise; without a value it is taken back. */
export function withSetting(state: LiveState, key: string, value: string | undefined): LiveState {
  const set = new Map(state.set);
  if (value === undefined) set.delete(key);
  else set.set(key, value);
  return { ...state, set };
}
