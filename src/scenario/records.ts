import { rowOf, rowsWith } from '../datasets/rowsWith.ts';
import { textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import { addAsic } from './asicRecords.ts';
import { chooseCore } from './chooseCore.ts';
import { chooseUnit } from './chooseUnit.ts';
import { choiceFact, factOf } from './fact.ts';
import { RecordList } from './recordList.ts';
import type { Records, Scenario } from './types.ts';

/**
 * Finds the rows that a scenario names and offers their cells under the paths that models use.
 *
 * @param operations operations for which the prover needs a unit
 * @throws InputError for names that no row has
 */
export function resolveRecords(
  datasets: Datasets,
  scenario: Scenario,
  operations: readonly string[],
): Records {
  for (const operation of Object.keys(scenario.units)) {
    if (!operations.includes(operation)) throw unknownOperation(operation, operations);
  }
  const found = new RecordList(datasets);
  if (scenario.technology === 'asic') addAsic(found, datasets, scenario, operations);
  else addFpga(found, datasets, scenario, operations);
  const { aggregation } = scenario;
  found.setFact(
    'choice.recursive',
    choiceFact(aggregation === 'recursive' ? 1 : 0, `aggregation: ${aggregation}`),
  );
  return found.records();
}

function addFpga(
  found: RecordList,
  datasets: Datasets,
  scenario: Scenario,
  operations: readonly string[],
): void {
  const add = found.add.bind(found);
  const family = (name: string | undefined): Row | undefined =>
    rowOf(datasets.get('families'), name);
  const conversion = (from: string | undefined, to: string | undefined): Row | undefined =>
    rowsWith(datasets.get('lut_conversions'), 'from_kind', from).find(
      (row) => textIn(row, 'to_kind') === to,
    );
  const match = (path: string, same: boolean, what: string): void => {
    found.setFact(path, choiceFact(same ? 1 : 0, `${what}: ${same ? 'yes' : 'no'}`));
  };

  const platform =
    scenario.platform === undefined
      ? undefined
      : named(datasets, 'platforms', scenario.platform, 'platform');
  const deviceName =
    scenario.device ?? (platform === undefined ? undefined : textIn(platform, 'device'));
  if (deviceName === undefined) {
    throw new InputError([
      {
        code: 'incomplete',
        message: 'the scenario names neither a platform nor a device',
        path: 'platform',
      },
    ]);
  }
  const device = named(datasets, 'devices', deviceName, 'device');
  const kind = textIn(device, 'lut_kind');
  add('device', 'devices', device);
  add('device_family', 'families', family(textIn(device, 'family')));
  if (platform !== undefined) add('platform', 'platforms', platform);
  else bareDevice(found, datasets, device);

  const core = chooseCore(datasets, scenario.core, device);
  const coreKind = textIn(core.area, 'lut_kind');
  add('core', 'cores', core.area);
  add('core_clock', 'cores', core.clock);
  add('core_clock_family', 'families', family(textIn(core.clock, 'family')));
  add('conversion', 'lut_conversions', conversion(coreKind, kind));
  match(
    'match.same_lut_kind',
    coreKind === kind,
    `core counted in ${coreKind ?? '?'}, device in ${kind ?? '?'}`,
  );
  const clockFamily = textIn(core.clock, 'family');
  match(
    'match.same_family',
    clockFamily === textIn(device, 'family'),
    `clock measured on ${clockFamily ?? '?'}`,
  );

  for (const operation of operations) {
    const unit = chooseUnit(datasets, operation, device, scenario.units[operation]);
    if (unit === undefined) continue;
    const unitKind = textIn(unit, 'lut_kind');
    add(`unit.${operation}`, 'units', unit);
    add(`unit_match.${operation}`, 'lut_conversions', conversion(unitKind, kind));
    match(
      `unit_match.${operation}.same_lut_kind`,
      unitKind === kind,
      `unit counted in ${unitKind ?? '?'}`,
    );
  }
}

function named(datasets: Datasets, table: string, name: string, what: string): Row {
  const rows = datasets.get(table)?.rows ?? [];
  const row = rowOf(datasets.get(table), name);
  if (row !== undefined) return row;
  const suggestion = nearest(
    name,
    rows.map((candidate) => candidate.key),
  );
  throw new InputError([
    {
      code: `unknown-${what}`,
      message: `there is no ${what} ${quote(name)}; see emuprove list ${table}`,
      path: what,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}

/** A device without a board has no shell, and what memory is in its package. */
function bareDevice(found: RecordList, datasets: Datasets, device: Row): void {
  for (const resource of ['lut', 'ff', 'bram', 'uram', 'dsp']) {
    const unit = datasets.get('devices')?.schema.columns[resource]?.unit ?? '';
    found.setFact(`platform.shell_${resource}`, {
      ...choiceFact(0, 'a bare device has no shell'),
      unit,
    });
  }
  const table = datasets.get('devices');
  for (const column of ['hbm_gb', 'hbm_gb_per_s']) {
    const fact = table === undefined ? undefined : factOf(table, device, column);
    // A part without HBM says nothing about the memory that a board would have.
    if (fact !== undefined && fact.value > 0) found.setFact(`platform.${column}`, fact);
  }
}

function unknownOperation(operation: string, operations: readonly string[]): InputError {
  const suggestion = nearest(operation, operations);
  return new InputError([
    {
      code: 'unknown-operation',
      message: `the prover has no operation ${quote(operation)}`,
      expected: `one of ${operations.join(', ')}`,
      path: 'units',
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ]);
}
