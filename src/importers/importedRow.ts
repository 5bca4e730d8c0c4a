import { parseCell } from '../datasets/parseCell.ts';
import type { Datasets } from '../datasets/types.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { asicRow } from './asicRow.ts';
import { coreRow } from './coreRow.ts';
import { refuse, type DraftRow } from './draft.ts';
import { fabricOf } from './fabric.ts';
import type { Design } from './joinReports.ts';
import { resourcesOf } from './resources.ts';
import type { Cells, ImportedRow, RowRequest } from './rowRequest.ts';
import { shellDevice, shellRow } from './shellRow.ts';
import { unitRow } from './unitRow.ts';

/**
 * The row that reports of a design become.
 *
 * @param datasets tables that the row refers to
 * @throws InputError for what is missing or does not fit
 */
export function importedRow(datasets: Datasets, design: Design, request: RowRequest): ImportedRow {
  const { resources } = design;
  checkRequest(request);
  if (resources === undefined) {
    throw refuse('the reports state no resources', 'a report of utilisation beside that of timing');
  }
  if (resources.format === 'yosys-liberty')
    return checked(datasets, asicRow(datasets, design, request));
  const fabric = fabricOf(
    datasets,
    design.files.map(({ report }) => report),
    request.as === 'shell' ? { ...request, device: shellDevice(datasets, request) } : request,
  );
  const { figures, notes } = resourcesOf(datasets, resources, fabric);
  const counted = { figures, notes: [...fabric.notes, ...notes] };
  const make = { core: coreRow, unit: unitRow, shell: shellRow }[request.as];
  return checked(datasets, make({ datasets, design, request, fabric, counted }));
}

/** Options that a kind of row can not do without. */
function checkRequest({ as, id, operation, per, platform, device }: RowRequest): void {
  const issues: Issue[] = [];
  const need = (missing: boolean, option: string, expected: string): void => {
    const message = `--as ${as} needs ${option}`;
    if (missing) issues.push({ code: 'usage', message, expected });
  };
  need(id === undefined, '--id', 'the name of the row');
  if (as === 'unit') {
    need(operation === undefined, '--operation', 'see emuprove list operations');
    need(
      per === undefined,
      '--per',
      'clocks in which one operation is done, 1 where it is each clock',
    );
    if (per !== undefined && !(per > 0 && Number.isFinite(per))) {
      issues.push({ code: 'usage', message: '--per takes a number above 0', received: quote(per) });
    }
  }
  if (as === 'shell') {
    need(
      platform === undefined && device === undefined,
      '--platform or --device',
      'see emuprove list',
    );
  }
  if (issues.length > 0) throw new InputError(issues);
}

/** Every cell as its column demands, so that what is written can be read. */
function checked(datasets: Datasets, { table, cells }: DraftRow): ImportedRow {
  const columns = datasets.get(table)?.schema.columns ?? {};
  const issues: Issue[] = [];
  const known: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(cells)) {
    const column = columns[name];
    if (value === undefined || value === '') continue;
    if (column === undefined) throw new Error(`${table} has no column ${name}`);
    const parsed = parseCell(String(value), column);
    if (parsed.ok) known[name] = parsed.value;
    else issues.push({ ...parsed.issue, message: `${name}: ${parsed.issue.message}` });
  }
  for (const [name, column] of Object.entries(columns)) {
    if (column.required === true && known[name] === undefined && issues.length === 0) {
      issues.push({ code: 'blank', message: `the row has no ${name}` });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return { table, cells: known as Cells };
}
