import type { Builtin } from '../builtin/builtin.ts';
import { rowOf, rowsWith } from '../datasets/rowsWith.ts';
import { numberIn, textIn, type Row } from '../datasets/types.ts';
import type { ImportedRow } from '../importers/rowRequest.ts';
import { quoteWord } from '../result/command.ts';

/** Tables whose rows scenarios name, with the quantity that shows the row. */
const SHOWN: Readonly<Record<string, string>> = {
  cores: 'core_lut_measured',
  units: 'unit_lut_measured',
  platforms: 'shell',
  asic_cores: 'core_gate',
  asic_units: 'unit_gate_stated',
};

/** What to run next, so that the imported row is used and its source is seen. */
export function nextCommands(
  builtin: Builtin,
  { table, cells }: ImportedRow,
  directories: readonly string[],
): string[] {
  if (directories.length === 0) {
    return ['Nothing was written: --datasets DIR puts the row into a directory of your own.'];
  }
  const quantity = SHOWN[table];
  const data = directories.flatMap((directory) => ['--datasets', directory]);
  const asic = table.startsWith('asic_');
  const node = asic ? evaluableNode(builtin, cells['node']) : undefined;
  if (quantity === undefined || (asic && node === undefined)) {
    return [line(['emuprove', 'validate', ...data])];
  }
  const id = String(cells['id']);
  const operation = String(cells['operation']);
  const core = ['--core', id];
  const unit = ['--unit', `${operation}=${id}`, ...proverWith(builtin, operation)];
  const process = ['--technology', 'asic', '--node', node ?? ''];
  const choice: Readonly<Record<string, readonly string[]>> = {
    cores: core,
    units: unit,
    platforms: ['--platform', id],
    asic_cores: [...process, ...core],
    asic_units: [...process, ...unit],
  };
  const options = [...data, ...(choice[table] ?? [])];
  const element = cells['operation'] === undefined ? quantity : `${quantity}[${operation}]`;
  return [
    ...(table === 'asic_cores' ? withoutClock(builtin, String(cells['design'])) : []),
    line(['emuprove', 'evaluate', ...options]),
    line(['emuprove', 'explain', element, ...options]),
  ];
}

/** A process that everything is known of: that of the row, else the one nearest to it in size. */
function evaluableNode(
  { datasets }: Builtin,
  own: string | number | undefined,
): string | undefined {
  const rows = (datasets.get('nodes')?.rows ?? []).filter(
    (row) => numberIn(row, 'fo4_ps') !== undefined && textIn(row, 'default') === 'yes',
  );
  const table = datasets.get('nodes');
  const size = numberOf(rowOf(table, own === undefined ? undefined : String(own)));
  const distance = (row: Row): number => Math.abs(Math.log((numberOf(row) ?? NaN) / (size ?? NaN)));
  const [nearest] = size === undefined ? rows : [...rows].sort((a, b) => distance(a) - distance(b));
  return nearest?.key;
}

function numberOf(row: Row | undefined): number | undefined {
  return row === undefined ? undefined : numberIn(row, 'node_nm');
}

/** A netlist has no clock: that of the core comes from another row of its design. */
function withoutClock({ datasets }: Builtin, design: string): string[] {
  const rows = ['cores', 'asic_cores'].flatMap((table) =>
    rowsWith(datasets.get(table), 'design', design),
  );
  if (rows.some((row) => numberIn(row, 'fmax_mhz') !== undefined)) return [];
  return [
    `No clock is known of the design ${design}: --design names one of emuprove list cores that has one.`,
  ];
}

/** A prover that does the operation, where that of the default scenario does not. */
function proverWith({ provers, scenarios }: Builtin, operation: string): string[] {
  const uses = (id: string | undefined): boolean => {
    const prover = provers.get(id ?? '');
    if (prover === undefined) return false;
    return prover.operations.includes(operation) || uses(prover.extends);
  };
  if (uses(scenarios.get('default')?.prover)) return [];
  const other = [...provers.keys()].find(uses);
  return other === undefined ? [] : ['--prover', other];
}

function line(words: readonly string[]): string {
  return `Next: ${words.map(quoteWord).join(' ')}`;
}
