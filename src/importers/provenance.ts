import type { Stage } from '../datasets/types.ts';
import type { Design, ReportFile } from './joinReports.ts';

/** Where a row comes from, in the columns that every table has. */
export interface Provenance {
  readonly stage: Stage;
  readonly rank: 'primary';
  readonly date: string | undefined;
  readonly source: string;
  readonly note: string | undefined;
}

/**
 * The provenance of a row: its reports with tool, version, file and hash. It is routed if every one
 * of them is.
 *
 * @param notes what else there is to say
 */
export function provenanceOf({ files }: Design, notes: readonly string[]): Provenance {
  const dates = files.flatMap(({ report }) => report.date ?? []).sort();
  const part = files.some(({ report }) => report.instance !== undefined);
  const clocked = files.some(({ report }) => report.clock !== undefined);
  const whole = part && clocked ? ['the clock is that of the whole design'] : [];
  const said = [...files.flatMap(({ report }) => notesOf(report)), ...whole, ...notes];
  return {
    stage: files.every(({ report }) => report.routed) ? 'routed' : 'synthesis',
    rank: 'primary',
    date: dates.at(-1),
    source: files.map(sourceOf).join('; '),
    note: said.length === 0 ? undefined : [...new Set(said)].join('; '),
  };
}

function sourceOf({ file, sha256, report }: ReportFile): string {
  const version = report.version ?? 'version not stated';
  return `${report.tool} ${version}, ${report.format} ${file} (SHA-256 ${sha256})`;
}

function notesOf({
  design,
  instance,
  part,
  clock,
  netlist,
  notes,
}: ReportFile['report']): string[] {
  return [
    ...(design === undefined ? [] : [`design ${design}`]),
    ...(instance === undefined ? [] : [`instance ${instance}`]),
    ...(part === undefined ? [] : [`part ${part}`]),
    ...(clock === undefined ? [] : [`clock ${clock.name}`]),
    ...(netlist === undefined || netlist.area !== undefined
      ? []
      : ['cells counted by datasets/cells.csv']),
    ...notes,
  ];
}
