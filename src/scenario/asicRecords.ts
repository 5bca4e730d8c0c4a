import { rowOf, rowsWith } from '../datasets/rowsWith.ts';
import { numberIn, textIn, type Datasets, type Row } from '../datasets/types.ts';
import { chooseAsicCore, chooseAsicUnit, chooseMemory, chooseNode } from './chooseAsic.ts';
import { chooseCore, type CoreRows } from './chooseCore.ts';
import { chooseUnit } from './chooseUnit.ts';
import { choiceFact, factOf } from './fact.ts';
import type { RecordList } from './recordList.ts';
import type { Scenario } from './types.ts';

/** Family whose figures stand in where nothing is published in standard cells; see models/asic.yaml. */
const STAND_IN = 'AMD Virtex UltraScale+';

/** What an average of instructions per clock can be told from. */
const PERFORMANCE = ['ipc', 'coremark_per_mhz', 'dmips_per_mhz'] as const;

/**
 * Adds the rows of an ASIC: its process and memory, and of the core and every operation what is known
 * in standard cells and, to stand in for it or to compare it with, on an FPGA.
 *
 * @throws InputError for names that no row has
 */
export function addAsic(
  found: RecordList,
  datasets: Datasets,
  scenario: Scenario,
  operations: readonly string[],
): void {
  const node = chooseNode(datasets, scenario.node ?? '');
  const nodeOf = (row: Row | undefined): Row | undefined =>
    row === undefined ? undefined : rowOf(datasets.get('nodes'), textIn(row, 'node'));
  const match = (path: string, holds: boolean, what: string): void => {
    found.setFact(path, choiceFact(holds ? 1 : 0, `${what}: ${holds ? 'yes' : 'no'}`));
  };
  found.add('node', 'nodes', node);
  found.add('memory', 'memories', chooseMemory(datasets, scenario.memory));

  const core = chooseAsicCore(datasets, scenario.core, node);
  const known = core.area ?? core.clock;
  const onFpga = fpgaCore(datasets, core.design, known === undefined ? scenario.core : undefined);
  found.add('asic_core', 'asic_cores', core.area);
  found.add('asic_core_node', 'nodes', nodeOf(core.area));
  found.add('asic_clock', 'asic_cores', core.clock);
  found.add('asic_clock_node', 'nodes', nodeOf(core.clock));
  const kind = core.area === undefined ? undefined : textIn(core.area, 'area_kind');
  match('match.core_placed', kind !== 'cells', `area of ${kind ?? 'no kind'} holds gaps`);
  match(
    'match.core_same_node',
    nodeOf(core.clock)?.key === node.key,
    `clock in ${nodeOf(core.clock)?.key ?? '?'}`,
  );
  match(
    'match.core_without_wires',
    core.clock !== undefined && textIn(core.clock, 'clock_basis') === 'synthesis',
    'clock after synthesis only',
  );
  found.add('fpga_core', 'cores', onFpga?.area);
  found.add('fpga_core_clock', 'cores', onFpga?.clock);
  const clockFamily = onFpga === undefined ? undefined : textIn(onFpga.clock, 'family');
  found.add('fpga_core_family', 'families', rowOf(datasets.get('families'), clockFamily));
  const design =
    known === undefined && onFpga !== undefined ? textIn(onFpga.area, 'design') : core.design;
  performance(found, datasets, design ?? core.design, [core.area, core.clock], onFpga);

  for (const operation of operations) {
    const named = scenario.units[operation];
    const unit = chooseAsicUnit(datasets, operation, node, named);
    // A unit of an FPGA can be named too: its gates are then told from its LUTs.
    const stand = standInUnit(datasets, operation, unit === undefined ? named : undefined);
    found.add(`fpga_unit.${operation}`, 'units', stand);
    found.add(`asic_unit.${operation}`, 'asic_units', unit);
    found.add(`asic_unit_node.${operation}`, 'nodes', nodeOf(unit));
    if (unit !== undefined) found.add(`unit.${operation}`, 'asic_units', unit);
    else found.add(`unit.${operation}`, 'units', stand);
  }
}

/**
 * The unit of an FPGA that stands in for one in standard cells, or is compared with it.
 *
 * @param named unit that the scenario names
 * @throws InputError where the named unit does not exist or does another operation
 */
export function standInUnit(
  datasets: Datasets,
  operation: string,
  named: string | undefined,
): Row | undefined {
  const family = rowOf(datasets.get('families'), STAND_IN);
  return family === undefined ? undefined : chooseUnit(datasets, operation, family, named);
}

/**
 * A core as it was built for FPGAs.
 *
 * @param wanted name that has to be there
 */
function fpgaCore(
  datasets: Datasets,
  design: string,
  wanted: string | undefined,
): CoreRows | undefined {
  const family = rowOf(datasets.get('families'), STAND_IN);
  const known = rowsWith(datasets.get('cores'), 'design', design).length > 0;
  if (family === undefined || (!known && wanted === undefined)) return undefined;
  return chooseCore(datasets, wanted ?? design, family);
}

/** Instructions per clock depend on the design alone, so that any row of it can say them. */
function performance(
  found: RecordList,
  datasets: Datasets,
  design: string,
  own: readonly (Row | undefined)[],
  onFpga: CoreRows | undefined,
): void {
  const others = rowsWith(datasets.get('asic_cores'), 'design', design);
  const says = (row: Row | undefined): row is Row =>
    row !== undefined && PERFORMANCE.some((column) => numberIn(row, column) !== undefined);
  const row = [...own, ...others].find(says);
  if (row !== undefined) {
    found.add('core', 'asic_cores', row);
    return;
  }
  found.add('core', 'cores', onFpga?.area);
  const table = datasets.get('cores');
  const elsewhere = rowsWith(table, 'design', design);
  if (table === undefined || says(onFpga?.area)) return;
  for (const column of PERFORMANCE) {
    const fact = elsewhere
      .map((other) => factOf(table, other, column))
      .find((f) => f !== undefined);
    if (fact !== undefined) found.setFact(`core.${column}`, fact);
  }
}
