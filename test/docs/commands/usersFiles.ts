import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  vivadoTiming,
  vivadoUtilization,
  yosysText,
  type Sites,
} from '../../importers/fixtures.ts';

const SITES: Sites = { lut: 4800, memory: 0, ff: 2900, ramb36: 0, ramb18: 0, dsp: 0 };

const SCENARIO = `scenario: my-scenario
title: What a user wrote
meaning: A board that is emptier than the default.
extends: default
set:
  fill.lut: {value: 0.6, stage: assumed, source: a test}
`;

/** A unit that is there before anything is imported. */
const UNIT: Readonly<Record<string, string>> = {
  id: 'my-adder',
  operation: 'm31_add',
  title: 'An adder of a user',
  lut_kind: 'LUT6',
  lut: '62',
  ops_per_clock: '1',
  stage: 'synthesis',
  rank: 'primary',
  source: 'a test',
};

/** A table of one row, with the columns of what ships: a row that is imported needs most of them. */
function unitsTable(): string {
  const [header = ''] = readFileSync('datasets/units.csv', 'utf8').split('\n');
  const cells = header.split(',').map((name) => UNIT[name] ?? '');
  return `${header}\n${cells.join(',')}\n`;
}

/** A directory with the files that the documentation speaks of as the reader's own. */
export function usersDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'emuprove-docs-'));
  const trace = readFileSync('src/importers/proverTrace/example.json', 'utf8');
  const files: Readonly<Record<string, string>> = {
    'my-scenario.yaml': SCENARIO,
    'mine/scenarios/my-scenario.yaml': SCENARIO,
    'mine/units.csv': unitsTable(),
    'util.rpt': vivadoUtilization(SITES),
    'timing.rpt': vivadoTiming([['clk', 4, 0.5]]),
    'stat.txt': yosysText({ top: { cells: { NAND2_X1: 9000 }, area: 7182 } }),
    'trace.json': trace.replace('"id": "example-prover"', '"id": "my-prover"'),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return directory;
}
