import { join } from 'node:path';
import { writeFileWhole } from '../../../src/files/writeFile.ts';
import type { Design } from '../designs/design.ts';
import { runTool } from '../tools/runTool.ts';
import { Random } from './random.ts';
import { RESULT, testBench } from './testBench.ts';

/** What a simulation found. */
export interface Simulated {
  /** Steps at which the output was compared. */
  readonly seen: number;
  /** Steps at which it was not what the software model says. */
  readonly wrong: number;
}

/**
 * Simulates a design in Icarus Verilog against its software model.
 *
 * @param directory for the sources, vectors and the simulation; it has to exist
 * @param seed of the random vectors
 * @throws InputError if Icarus Verilog is not installed; Error if it fails
 */
export async function simulate(
  design: Design,
  directory: string,
  seed: number,
): Promise<Simulated> {
  const trace = design.trace(new Random(seed));
  const { verilog, vectors } = testBench(design, trace, 'vectors.hex');
  writeFileWhole(join(directory, 'design.v'), design.verilog());
  writeFileWhole(join(directory, 'bench.v'), verilog);
  writeFileWhole(join(directory, 'vectors.hex'), vectors);
  await runTool('iverilog', ['-g2005', '-o', 'bench.vvp', 'bench.v', 'design.v'], directory);
  return parseSimulation(await runTool('vvp', ['-n', 'bench.vvp'], directory));
}

/**
 * Reads what the test bench prints.
 *
 * @throws Error if the result is not there
 */
export function parseSimulation(output: string): Simulated {
  const found = new RegExp(`^${RESULT} (\\d+) (\\d+)$`, 'm').exec(output);
  if (found === null) throw new Error(`the simulation printed no result:\n${output.slice(-500)}`);
  return { seen: Number(found[1]), wrong: Number(found[2]) };
}
