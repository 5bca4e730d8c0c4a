import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../../src/files/writeFile.ts';
import { simulate } from './bench/simulate.ts';
import type { Design } from './designs/design.ts';
import type { Flow } from './flows/flow.ts';
import { synthesise } from './flows/synthesise.ts';
import {
  directoryOf,
  fingerprint,
  readMeasurement,
  writeMeasurement,
  type Found,
  type Measurement,
} from './measurement.ts';
import type { Versions } from './tools/versions.ts';

/** What all designs of a run share. */
export interface Run {
  /** Directory of the results. */
  readonly out: string;
  readonly versions: Versions;
  /** Seed of the random vectors. */
  readonly seed: number;
  /** A Liberty file, if there is one. */
  readonly library?: string;
  /** Is told what is done, one line at a time. */
  readonly progress: (line: string) => void;
}

/**
 * Simulates a design and synthesises it by some flows, as far as that has not been done before with the
 * same Verilog, flow and version. What is found is kept at once.
 *
 * @throws Error if the simulation finds a difference to the software model: then nothing is synthesised
 */
export async function measure(
  design: Design,
  flows: readonly Flow[],
  run: Run,
): Promise<Measurement> {
  const [verilog, directory] = [design.verilog(), directoryOf(run.out, design.id)];
  const before = readMeasurement(run.out, design.id);
  let known: Measurement = { flows: {}, ...before, design: design.id, versions: run.versions };
  const keep = (more: Partial<Measurement>): void => {
    known = { ...known, ...more };
    writeMeasurement(run.out, known);
  };
  writeFileWhole(join(directory, 'design.v'), verilog);

  const simulation = fingerprint(verilog, String(run.seed), run.versions.iverilog);
  const simulated = await once(known.simulated, simulation, run, `${design.id}: simulation`, () =>
    simulate(design, directory, run.seed),
  );
  const { seen, wrong } = simulated.value;
  if (wrong > 0 || seen === 0) {
    throw new Error(
      `${design.id}: ${wrong} of ${seen} outputs differ from the software model; see ${directory}`,
    );
  }
  keep({ simulated });

  for (const flow of flows) {
    const key = flowKey(verilog, flow, run);
    const library = flow.id === 'liberty' ? run.library : undefined;
    const counted = await once(known.flows[flow.id], key, run, `${design.id}: ${flow.title}`, () =>
      synthesise(flow, directory, library),
    );
    keep({ flows: { ...known.flows, [flow.id]: counted } });
  }
  return known;
}

/**
 * What is known of a design from this run and earlier ones, without what was found from other Verilog, by
 * other commands or with another version of Yosys.
 *
 * @param flows all that there are
 */
export function current(
  design: Design,
  flows: readonly Flow[],
  run: Pick<Run, 'out' | 'versions' | 'library'>,
): Measurement | undefined {
  const before = readMeasurement(run.out, design.id);
  if (before === undefined) return undefined;
  const verilog = design.verilog();
  const valid = flows.flatMap((flow) => {
    const found = before.flows[flow.id];
    return found?.key === flowKey(verilog, flow, run) ? [[flow.id, found] as const] : [];
  });
  return valid.length === 0 ? undefined : { ...before, flows: Object.fromEntries(valid) };
}

/** Fingerprint of all that a synthesis depends on. */
function flowKey(
  verilog: string,
  flow: Flow,
  { versions, library }: Pick<Run, 'versions' | 'library'>,
): string {
  const areas =
    flow.id === 'liberty' && library !== undefined ? [readFileSync(library, 'utf8')] : [];
  return fingerprint(verilog, ...flow.commands, versions.yosys, ...areas);
}

/** What was found before from the same, or else what is found now. */
async function once<T>(
  before: Found<T> | undefined,
  key: string,
  run: Run,
  what: string,
  find: () => Promise<T>,
): Promise<Found<T>> {
  if (before?.key === key) return before;
  const start = Date.now();
  const value = await find();
  run.progress(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s ${JSON.stringify(value)}`);
  return { key, value };
}
