import { numberIn, textIn, type Datasets } from '../datasets/types.ts';
import { quote } from '../issues/quote.ts';
import { refuse, type DraftRow } from './draft.ts';
import { named } from './named.ts';
import type { Design } from './joinReports.ts';
import { provenanceOf } from './provenance.ts';
import type { RowRequest } from './rowRequest.ts';

/** Tables of rows in standard cells. */
const TABLES = { core: 'asic_cores', unit: 'asic_units' } as const;

/**
 * The row of standard cells that `stat -liberty` becomes: its area in gate equivalents.
 *
 * @throws InputError where the area of a gate is not said
 */
export function asicRow(datasets: Datasets, design: Design, request: RowRequest): DraftRow {
  const { as, id, title, isa, ipc, coremark, dmips, includes, latency, per = NaN } = request;
  if (as === 'shell') throw refuse('a shell is of an FPGA', '--as core or --as unit');
  if (design.timing !== undefined) {
    throw refuse('the clock of an FPGA is none of standard cells', 'the report of the area alone');
  }
  const table = TABLES[as];
  if (!datasets.has(table)) throw refuse(`there is no table ${table}`, 'no --as: the figures only');
  const area = design.resources?.netlist?.area ?? NaN;
  const node =
    request.node === undefined ? undefined : named(datasets, 'nodes', request.node, '--node');
  const density = node === undefined ? undefined : numberIn(node, 'gate_density');
  const gateArea = request.nand2 ?? (density === undefined ? undefined : 1 / density);
  const expected =
    '--nand2 with the area of the NAND of unit strength in the library, or, of one in µm², --node with a gate density (emuprove list nodes)';
  if (gateArea === undefined) throw refuse('the area of a gate is not known', expected);
  if (!(gateArea > 0) || !Number.isFinite(gateArea)) {
    throw refuse(`the area of a gate is above 0, not ${quote(gateArea)}`, expected);
  }
  if (!(area > 0)) throw refuse('the report has no cell with an area', 'a design with cells');
  const built = design.resources?.instance ?? design.resources?.design;
  const notes = [
    `area ${area} of the library, ${gateArea.toPrecision(6)} a NAND of unit strength`,
    'flip-flops are in gate and not told apart',
  ];
  const shared = {
    id,
    node: node?.key,
    library: node === undefined ? undefined : textIn(node, 'title'),
    gate: area / gateArea,
    includes,
    ...provenanceOf(design, notes),
  };
  if (as === 'unit') {
    const operation = named(datasets, 'operations', request.operation ?? '', '--operation');
    return {
      table,
      cells: {
        ...shared,
        operation: operation.key,
        title: title ?? `${textIn(operation, 'title') ?? operation.key}, imported`,
        ops_per_clock: 1 / per,
        latency_clocks: latency,
        default: request.default === true ? 'yes' : undefined,
      },
    };
  }
  return {
    table,
    cells: {
      ...shared,
      design: request.design ?? id,
      name: title ?? built ?? id,
      configuration: request.configuration ?? `as built, ${built ?? 'top of the design'}`,
      isa,
      ipc,
      coremark_per_mhz: coremark,
      dmips_per_mhz: dmips,
    },
  };
}
