import { readStatJson } from '../../../src/importers/yosys/json.ts';
import { chooseModule } from '../../../src/importers/yosys/modules.ts';

/** Cells that `stat -json` of Yosys counted, and their area if it knew a library. */
export interface Stat {
  readonly cells: Readonly<Record<string, number>>;
  /** In the unit of the library, mostly um2. */
  readonly area?: number;
}

/**
 * Reads the output of `stat -json` on a flattened design.
 *
 * @throws InputError if it is something else or does not add up
 */
export function parseStat(text: string): Stat {
  const { cells, area } = chooseModule(readStatJson(text), undefined);
  return { cells: Object.fromEntries(cells), ...(area === undefined ? {} : { area }) };
}

/** Levels of logic, by the last `print_stats` of ABC in a log of Yosys; undefined if there was none. */
export function parseDepth(log: string): number | undefined {
  const found = [...log.matchAll(/\blev\s*=\s*(\d+)/g)].at(-1);
  return found === undefined ? undefined : Number(found[1]);
}
