import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileWhole } from '../../../src/files/writeFile.ts';
import { runTool } from '../tools/runTool.ts';
import { countCells, type Counted } from './countCells.ts';
import type { Flow } from './flow.ts';
import { parseDepth, parseStat } from './parseStat.ts';

/**
 * Synthesises `design.v` of a directory by a flow. Script and log stay beside it.
 *
 * @param library a Liberty file whose areas are summed up
 * @throws InputError if Yosys is not installed; Error if it fails
 */
export async function synthesise(
  flow: Flow,
  directory: string,
  library?: string,
): Promise<Counted> {
  const [script, stat] = [`${flow.id}.ys`, `${flow.id}.stat.json`];
  const areas = library === undefined ? '' : ` -liberty ${library}`;
  const lines = ['read_verilog design.v', ...flow.commands, `tee -q -o ${stat} stat -json${areas}`];
  writeFileWhole(join(directory, script), `${lines.join('\n')}\n`);
  const log = await runTool('yosys', ['-Q', '-T', '-s', script], directory);
  writeFileWhole(join(directory, `${flow.id}.log`), log);
  const { cells, area } = parseStat(readFileSync(join(directory, stat), 'utf8'));
  const depth = flow.depth === true ? parseDepth(log) : undefined;
  return {
    ...countCells(flow.id, cells),
    ...(depth === undefined ? {} : { depth }),
    ...(area === undefined ? {} : { area }),
  };
}
