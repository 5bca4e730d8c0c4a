import { rowOf, rowsWith } from '../datasets/rowsWith.ts';
import { numberIn, textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/**
 * The manufacturing process of a name: a row of datasets/nodes.csv, or the one that a number of
 * nanometres means.
 *
 * @throws InputError for an unknown name
 */
export function chooseNode(datasets: Datasets, name: string): Row {
  const table = datasets.get('nodes');
  const size = /^\d+(\.\d+)?$/.test(name) ? Number(name) : undefined;
  const row =
    rowOf(table, name) ??
    table?.rows.find(
      (candidate) => numberIn(candidate, 'node_nm') === size && isDefault(candidate),
    );
  return row ?? refuse('node', 'nodes', name, table?.rows ?? []);
}

/**
 * The memory interface of a name, or the one that is taken where none is named.
 *
 * @throws InputError for an unknown name
 */
export function chooseMemory(datasets: Datasets, name: string | undefined): Row | undefined {
  const table = datasets.get('memories');
  if (name === undefined) return table?.rows.find(isDefault);
  return rowOf(table, name) ?? refuse('memory', 'memories', name, table?.rows ?? []);
}

/**
 * The row of a core in standard cells: the one of that name, else that of the design whose area can
 * be told and whose process is nearest to the node. Its clock may come from another row.
 *
 * @returns undefined rows where nothing is published of the core in standard cells
 */
export function chooseAsicCore(
  datasets: Datasets,
  name: string,
  node: Row,
): { readonly area: Row | undefined; readonly clock: Row | undefined; readonly design: string } {
  const table = datasets.get('asic_cores');
  const exact = rowOf(table, name);
  const design = exact === undefined ? name : (textIn(exact, 'design') ?? name);
  const rows = byDistance(datasets, rowsWith(table, 'design', design), node);
  const withArea = rows.filter((row) => areaKnown(datasets, row));
  // A count of gates needs no process to be carried over.
  const counted = withArea.find((row) => numberIn(row, 'gate') !== undefined);
  const clocked = rows.filter((row) => numberIn(row, 'fmax_mhz') !== undefined);
  const own = exact !== undefined && numberIn(exact, 'fmax_mhz') !== undefined;
  return {
    area: exact ?? counted ?? withArea[0],
    clock: own ? exact : clocked[0],
    design,
  };
}

/**
 * The unit of an operation in standard cells: the one that the scenario names, else the default that
 * was measured in the process nearest to the node.
 *
 * @returns undefined where none is known
 */
export function chooseAsicUnit(
  datasets: Datasets,
  operation: string,
  node: Row,
  named: string | undefined,
): Row | undefined {
  const units = rowsWith(datasets.get('asic_units'), 'operation', operation);
  if (named !== undefined) return units.find((unit) => unit.key === named);
  return byDistance(datasets, units.filter(isDefault), node)[0];
}

function areaKnown(datasets: Datasets, row: Row): boolean {
  if (numberIn(row, 'gate') !== undefined) return true;
  const measured = rowOf(datasets.get('nodes'), textIn(row, 'node'));
  return (
    numberIn(row, 'area_mm2') !== undefined &&
    measured !== undefined &&
    numberIn(measured, 'gate_density') !== undefined
  );
}

/** Rows by how far their process is from a node, as a ratio; those without one last. */
function byDistance(datasets: Datasets, rows: readonly Row[], node: Row): Row[] {
  const size = numberIn(node, 'node_nm') ?? NaN;
  const distance = (row: Row): number => {
    const own = rowOf(datasets.get('nodes'), textIn(row, 'node'));
    const nm = own === undefined ? undefined : numberIn(own, 'node_nm');
    return nm === undefined ? Infinity : Math.abs(Math.log(nm / size));
  };
  return [...rows].sort((a, b) => {
    const [x, y] = [distance(a), distance(b)];
    return x === y ? (a.key < b.key ? -1 : 1) : x - y;
  });
}

function isDefault(row: Row): boolean {
  return textIn(row, 'default') === 'yes';
}

function refuse(what: string, table: string, name: string, rows: readonly Row[]): never {
  const suggestion = nearest(
    name,
    rows.map(({ key }) => key),
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
