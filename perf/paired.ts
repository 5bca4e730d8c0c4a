import { median, spread, type Spread } from './statistics.ts';

/** Something to be timed. */
export interface Case {
  readonly name: string;
  /** Nanoseconds an item. */
  readonly run: () => number | Promise<number>;
}

/** A case in the rounds it was timed in. */
export interface Timed {
  readonly name: string;
  /** Nanoseconds an item, the middle of all rounds. */
  readonly ns: number;
  /** How many times as fast as the reference, round by round. */
  readonly ratios: readonly number[];
  readonly toReference: Spread;
}

/**
 * Times cases in turns. The reference runs just before and just after every case, and the ratio is
 * formed with the mean of the two, so that a busy machine slows both. A first round only warms up.
 */
export async function timePaired(
  reference: () => number | Promise<number>,
  cases: readonly Case[],
  rounds: number,
): Promise<Timed[]> {
  const times = cases.map((): { ns: number; ratio: number }[] => []);
  for (let round = -1; round < rounds; round++) {
    let before = await reference();
    for (const [k, { run }] of cases.entries()) {
      const ns = await run();
      const after = await reference();
      if (round >= 0) times[k]?.push({ ns, ratio: (before + after) / 2 / ns });
      before = after;
    }
  }
  return cases.map(({ name }, k) => {
    const ratios = (times[k] ?? []).map(({ ratio }) => ratio);
    const ns = median((times[k] ?? []).map((time) => time.ns));
    return { name, ns, ratios, toReference: spread(ratios) };
  });
}

/** Nanoseconds of processor time of this process, all its threads included. */
export function cpuTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1e3;
}
