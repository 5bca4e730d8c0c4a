import { textIn } from '../datasets/types.ts';
import { figureCells, type DraftRow, type RowParts } from './draft.ts';
import { named } from './named.ts';
import { provenanceOf } from './provenance.ts';

/** The row of a hardware unit that does an operation. */
export function unitRow({ datasets, design, request, fabric, counted }: RowParts): DraftRow {
  const { id, title, per = NaN, latency, includes } = request;
  const operation = named(datasets, 'operations', request.operation ?? '', '--operation');
  return {
    table: 'units',
    cells: {
      id,
      operation: operation.key,
      title: title ?? `${textIn(operation, 'title') ?? operation.key}, imported`,
      family: fabric.family,
      lut_kind: fabric.lutKind,
      ...figureCells(counted),
      ops_per_clock: 1 / per,
      fmax_mhz: design.timing?.clock?.mhz,
      latency_clocks: latency,
      default: request.default === true ? 'yes' : undefined,
      includes,
      ...provenanceOf(design, counted.notes),
    },
  };
}
