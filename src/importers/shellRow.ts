import { STAGES, textIn, type Datasets, type Row } from '../datasets/types.ts';
import { quote } from '../issues/quote.ts';
import { refuse, type Draft, type DraftRow, type RowParts } from './draft.ts';
import { named } from './named.ts';
import { provenanceOf, type Provenance } from './provenance.ts';
import type { RowRequest } from './rowRequest.ts';

/** A platform of its own, or one that there is with another shell. */
export function shellRow({ datasets, design, request, fabric, counted }: RowParts): DraftRow {
  const { figures, notes } = counted;
  const { id, title } = request;
  const platform =
    request.platform === undefined
      ? undefined
      : named(datasets, 'platforms', request.platform, '--platform');
  const device = fabric.device;
  if (device === undefined) {
    throw refuse('a shell belongs to a device', '--platform or --device with a row that there is');
  }
  // Half a block that a shell takes is lost to everything else.
  const { bram } = figures;
  const rounded = bram === undefined ? undefined : Math.ceil(bram);
  const halves = bram === rounded ? [] : [`${bram ?? ''} block RAMs, rounded up`];
  const own = provenanceOf(design, [...halves, ...notes]);
  return {
    table: 'platforms',
    cells: {
      ...platform?.cells,
      id,
      device: device.key,
      devices_per_platform: platform?.cells['devices_per_platform'] ?? 1,
      shell:
        title ?? `shell, ${design.resources?.instance ?? design.resources?.design ?? 'imported'}`,
      shell_lut: figures.lut,
      shell_ff: figures.ff,
      shell_bram: rounded,
      shell_uram: figures.uram ?? (platform === undefined ? undefined : 0),
      shell_dsp: figures.dsp,
      ...(platform === undefined ? own : joinedProvenance(own, platform)),
    },
  };
}

/** Of a row whose shell comes from reports and whose other columns from a platform: the weaker. */
function joinedProvenance(own: Provenance, platform: Row): Draft {
  const stages = [own.stage, textIn(platform, 'stage')];
  const rest = `all but the shell as platform ${platform.key}: ${textIn(platform, 'source') ?? ''}`;
  return {
    ...own,
    stage: STAGES.find((stage) => stages.includes(stage)),
    rank: textIn(platform, 'rank'),
    source: `${own.source}; ${rest}`,
    note: [own.note, textIn(platform, 'note')].filter((text) => text !== undefined).join('; '),
  };
}

/** The device that a shell is for: that of its platform, or the named one. */
export function shellDevice(
  datasets: Datasets,
  { platform, device }: RowRequest,
): string | undefined {
  if (platform === undefined) return device;
  const row = named(datasets, 'platforms', platform, '--platform');
  const own = textIn(row, 'device');
  if (device === undefined || device === own) return own;
  throw refuse(`platform ${row.key} carries ${own ?? ''}, not ${quote(device)}`, 'one of the two');
}
