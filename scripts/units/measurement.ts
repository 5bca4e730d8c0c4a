import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeFileWhole } from '../../src/files/writeFile.ts';
import { InputError } from '../../src/issues/issue.ts';
import type { Simulated } from './bench/simulate.ts';
import type { Counted } from './flows/countCells.ts';
import type { Versions } from './tools/versions.ts';

/** Something found, and the fingerprint of what it was found from. */
export interface Found<T> {
  readonly key: string;
  readonly value: T;
}

/** What is known of one design; grows as flows end. */
export interface Measurement {
  readonly design: string;
  readonly versions: Versions;
  readonly simulated?: Found<Simulated>;
  readonly flows: Readonly<Record<string, Found<Counted>>>;
}

const FILE = 'measurement.json';

const found = <T extends v.GenericSchema>(value: T) => v.object({ key: v.string(), value });
const Kept = v.object({
  design: v.string(),
  versions: v.object({ yosys: v.string(), iverilog: v.string() }),
  simulated: v.optional(found(v.object({ seen: v.number(), wrong: v.number() }))),
  flows: v.record(v.string(), found(v.objectWithRest({ ff: v.number() }, v.optional(v.number())))),
});

/** Directory of a design below that of a run; made if it is not there. */
export function directoryOf(out: string, design: string): string {
  const directory = join(out, design);
  mkdirSync(directory, { recursive: true });
  return directory;
}

/**
 * What an earlier run found; undefined if there was none.
 *
 * @throws InputError if the file is damaged
 */
export function readMeasurement(out: string, design: string): Measurement | undefined {
  const file = join(out, design, FILE);
  if (!existsSync(file)) return undefined;
  try {
    const read = v.parse(Kept, JSON.parse(readFileSync(file, 'utf8')));
    if (read.design === design) return read as Measurement;
  } catch {
    // Whatever it is, it is not ours.
  }
  throw new InputError([
    { code: 'damaged', message: `this is not a measurement of ${design}; delete it`, file },
  ]);
}

/** Keeps what was found so far. */
export function writeMeasurement(out: string, measurement: Measurement): void {
  const file = join(directoryOf(out, measurement.design), FILE);
  writeFileWhole(file, `${JSON.stringify(measurement, null, 2)}\n`);
}

/** Fingerprint of everything that a result depends on. */
export function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
