import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../../files/writeFile.ts';
import { InputError } from '../../issues/issue.ts';
import type { SweepPlan, SweepRow } from '../types.ts';
import { parquetBytes } from './parquet.ts';
import { checkPlan, writePlan } from './planFile.ts';
import type { Sink } from './sink.ts';
import { writeFailure } from './writeFailure.ts';

/** Rows of the product in a part, where nothing else is said; so many can be held in memory. */
export const PART_ROWS = 65_536;

/** Digits of the number of a part, at least. */
const DIGITS = 5;

/** What a directory of parts is for. */
export interface PartsOptions {
  readonly directory: string;
  readonly plan: SweepPlan;
  /** Rows of the product in a part. */
  readonly partRows: number;
  /** Rows that this run is about; they begin and end with a part, or with the product. */
  readonly from: number;
  readonly to: number;
  /** Whether to leave out parts that are there. */
  readonly resume: boolean;
}

/**
 * A directory of Parquet files `part-00000.parquet`, each of a fixed number of rows of the product,
 * and a `manifest.json` with the plan. A file that has its name is complete. Several runs can write
 * different parts of one directory at a time.
 *
 * @throws InputError where the directory holds another sweep, or parts of this run without `resume`
 */
export function partsDirectory(options: PartsOptions): Sink {
  const { directory, plan, partRows, from, to, resume } = options;
  const count = Math.ceil(plan.rows / partRows);
  const digits = Math.max(DIGITS, String(count - 1).length);
  const fileOf = (part: number): string =>
    join(directory, `part-${String(part).padStart(digits, '0')}.parquet`);
  const partOf = (index: number): number => Math.floor(index / partRows);
  begin(directory, { ...plan, partRows, parts: count });
  if (!resume) {
    for (let part = partOf(from); part * partRows < to; part++) {
      if (!existsSync(fileOf(part))) continue;
      const message = 'this part is there already';
      const expected = '--resume, or another directory';
      throw new InputError([{ code: 'unfinished', message, expected, file: fileOf(part) }]);
    }
  }
  let held: SweepRow[] = [];
  /** The part that is being filled. */
  let open: number | undefined;
  const close = (part: number): void => {
    const end = (part + 1) * partRows;
    const file = fileOf(part);
    const rows = held.filter(({ index }) => index < end);
    held = held.slice(rows.length);
    if (existsSync(file)) return;
    try {
      writeFileWhole(file, parquetBytes(plan, rows));
    } catch (error) {
      throw writeFailure(file, error);
    }
  };
  return {
    name: directory,
    next: (index) => {
      if (open !== undefined) return index;
      let part = partOf(index);
      while (part * partRows < to && existsSync(fileOf(part))) part++;
      return part * partRows < to ? part * partRows : Infinity;
    },
    write: (rows, begun, done) => {
      open ??= partOf(begun);
      held.push(...rows);
      for (; open !== undefined && Math.min((open + 1) * partRows, to) <= done;) {
        close(open);
        open = (open + 1) * partRows < done ? open + 1 : undefined;
      }
    },
    finish: () => undefined,
    stop: () => undefined,
  };
}

function begin(directory: string, manifest: object): void {
  const file = join(directory, 'manifest.json');
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw writeFailure(directory, error);
  }
  if (!checkPlan(file, manifest, directory)) writePlan(file, manifest);
}
