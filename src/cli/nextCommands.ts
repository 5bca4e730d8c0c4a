import type { Builtin } from '../builtin/builtin.ts';
import type { ImportedRow } from '../importers/rowRequest.ts';
import { quoteWord } from '../result/command.ts';

/** Tables whose rows scenarios name, with the quantity that shows the row. */
const SHOWN: Readonly<Record<string, string>> = {
  cores: 'core_lut_measured',
  units: 'unit_lut_measured',
  platforms: 'shell',
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
  if (quantity === undefined) return [line(['emuprove', 'validate', ...data])];
  const id = String(cells['id']);
  const operation = String(cells['operation']);
  const choice: Readonly<Record<string, readonly string[]>> = {
    cores: ['--core', id],
    units: ['--unit', `${operation}=${id}`, ...proverWith(builtin, operation)],
    platforms: ['--platform', id],
  };
  const options = [...data, ...(choice[table] ?? [])];
  const element = table === 'units' ? `${quantity}[${operation}]` : quantity;
  return [
    line(['emuprove', 'evaluate', ...options]),
    line(['emuprove', 'explain', element, ...options]),
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
