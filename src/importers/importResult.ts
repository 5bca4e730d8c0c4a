import type { Design } from './joinReports.ts';
import type { Cells, ImportedRow } from './rowRequest.ts';
import type { ClockFigure, Figures } from './types.ts';

/** A report as the result of an import states it. */
export interface ImportedReport {
  readonly file: string;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  readonly format: string;
  readonly tool: string;
  readonly version?: string;
  readonly design?: string;
  readonly instance?: string;
  readonly part?: string;
  readonly family?: string;
  readonly date?: string;
  readonly routed: boolean;
  /** Resources that the report itself counts. */
  readonly figures?: Figures;
  readonly clock?: ClockFigure;
  /** Cells by type. */
  readonly cells?: Readonly<Record<string, number>>;
  /** Area in the unit of the library. */
  readonly area?: number;
  readonly notes: readonly string[];
}

/** The result of `emuprove import`. */
export interface ImportResult {
  readonly schemaVersion: '1.0';
  readonly kind: 'import';
  readonly tool: { readonly name: 'emuprove'; readonly version: string };
  readonly reports: readonly ImportedReport[];
  /** Table and row that they become, or null where only their figures were asked for. */
  readonly table: string | null;
  readonly row: Cells | null;
}

/** The result of an import, from the reports of a design. */
export function importResult(
  version: string,
  { files }: Design,
  imported: ImportedRow | undefined,
): ImportResult {
  return {
    schemaVersion: '1.0',
    kind: 'import',
    tool: { name: 'emuprove', version },
    reports: files.map(({ file, sha256, report }): ImportedReport => {
      const { netlist, ...rest } = report;
      const area = netlist?.area;
      return {
        file,
        sha256,
        ...rest,
        ...(netlist === undefined ? {} : { cells: Object.fromEntries(netlist.cells) }),
        ...(area === undefined ? {} : { area }),
      };
    }),
    table: imported?.table ?? null,
    row: imported?.cells ?? null,
  };
}
