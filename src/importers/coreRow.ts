import { figureCells, type DraftRow, type RowParts } from './draft.ts';
import { provenanceOf } from './provenance.ts';

/** The row of a RISC-V core. */
export function coreRow({ design, request, fabric, counted }: RowParts): DraftRow {
  const { id, title, isa, ipc, coremark, dmips, includes } = request;
  const { resources, timing } = design;
  const built = resources?.instance ?? resources?.design;
  return {
    table: 'cores',
    cells: {
      id,
      design: request.design ?? id,
      name: title ?? built ?? id,
      configuration: request.configuration ?? `as built, ${built ?? 'top of the design'}`,
      isa,
      family: fabric.family,
      device_measured: resources?.part ?? timing?.part,
      lut_kind: fabric.lutKind,
      ...figureCells(counted),
      fmax_mhz: timing?.clock?.mhz,
      ipc,
      coremark_per_mhz: coremark,
      dmips_per_mhz: dmips,
      includes,
      ...provenanceOf(design, counted.notes),
    },
  };
}
