import { rowsWith } from '../datasets/rowsWith.ts';
import { numberIn, textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { deviceOfPart, nearestDevice } from './deviceOfPart.ts';
import { named } from './named.ts';
import type { Report } from './types.ts';

/** What a design was built for. */
export interface Fabric {
  readonly family: string;
  readonly lutKind: string;
  /** Architectures of `families.architecture`, by which cells are known. */
  readonly architecture: string;
  /** Row of the device, where the report or the user names one that there is. */
  readonly device?: Row;
  /** Kilobits of a block RAM, where every device of the family has the same. */
  readonly bramKbit?: number;
  /** What a reader of the row has to know. */
  readonly notes: readonly string[];
}

/** What the command line says about the fabric. */
export interface FabricRequest {
  readonly family?: string | undefined;
  readonly device?: string | undefined;
}

/**
 * What reports were built for: as the user says, else by the part or the family that they state.
 *
 * @throws InputError where it is not known, or user and report contradict each other
 */
export function fabricOf(
  datasets: Datasets,
  reports: readonly Report[],
  { family, device }: FabricRequest,
): Fabric {
  const stated = reports.flatMap(({ part }) => (part === undefined ? [] : [part]));
  const found = stated.flatMap((part) => deviceOfPart(datasets, part) ?? []);
  const other = found.find((row) => row.key !== found[0]?.key);
  if (other !== undefined) {
    const message = `the reports are of two devices, ${found[0]?.key ?? ''} and ${other.key}`;
    throw new InputError([{ code: 'report-devices', message }]);
  }
  const own = device === undefined ? undefined : named(datasets, 'devices', device, '--device');
  if (own !== undefined && found[0] !== undefined && own.key !== found[0].key) {
    const message = `the report is of ${found[0].key}, and ${own.key} is asked for`;
    throw new InputError([{ code: 'report-devices', message }]);
  }
  const row = own ?? found[0];
  const toolFamily = reports.flatMap((report) => familyOfTool(datasets, report) ?? [])[0];
  const wanted =
    (family === undefined ? undefined : named(datasets, 'families', family, '--family').key) ??
    (row === undefined ? undefined : textIn(row, 'family')) ??
    toolFamily;
  if (wanted === undefined) throw unknownFabric(datasets, stated, reports);
  const contradiction = [
    found[0] === undefined ? undefined : textIn(found[0], 'family'),
    toolFamily,
  ];
  for (const said of contradiction) {
    if (said === undefined || said === wanted) continue;
    const message = `the report is of ${quote(said)}, and ${quote(wanted)} is asked for`;
    throw new InputError([{ code: 'report-family', message }]);
  }
  const familyRow = named(datasets, 'families', wanted, '--family');
  const lutKind = textIn(familyRow, 'lut_kind') ?? '';
  const wrong = reports.find((report) => (report.lutKind ?? lutKind) !== lutKind);
  if (wrong !== undefined) {
    const message = `the report counts ${wrong.lutKind ?? ''}, and ${quote(wanted)} has ${lutKind}`;
    throw new InputError([{ code: 'report-family', message }]);
  }
  const sizes = new Set(
    (row === undefined ? rowsWith(datasets.get('devices'), 'family', wanted) : [row]).flatMap(
      (one) => numberIn(one, 'bram_block_kbit') ?? [],
    ),
  );
  const [bramKbit] = sizes;
  return {
    family: wanted,
    lutKind,
    architecture: textIn(familyRow, 'architecture') ?? '',
    ...(row === undefined ? {} : { device: row }),
    ...(bramKbit === undefined || sizes.size > 1 ? {} : { bramKbit }),
    notes: row === undefined ? stated.map((part) => noDevice(datasets, part)) : [],
  };
}

function noDevice(datasets: Datasets, part: string): string {
  const near = nearestDevice(datasets, part);
  return `${part} is no device of devices.csv${near === undefined ? '' : `, the nearest is ${near}`}`;
}

/** The family that a tool names without its maker, as `Cyclone IV E`. */
function familyOfTool(datasets: Datasets, { family }: Report): string | undefined {
  if (family === undefined) return undefined;
  const rows = datasets.get('families')?.rows ?? [];
  const names = rows.filter(({ key }) => {
    const short = key.slice(key.indexOf(' ') + 1);
    return [key, short].some((name) => family === name || family.startsWith(`${name} `));
  });
  return names.sort((a, b) => b.key.length - a.key.length)[0]?.key;
}

function unknownFabric(
  datasets: Datasets,
  parts: readonly string[],
  reports: readonly Report[],
): InputError {
  const families = (datasets.get('families')?.rows ?? []).map(({ key }) => key);
  const near = parts.flatMap((part) => nearestDevice(datasets, part) ?? [])[0];
  const said = [...parts, ...reports.flatMap(({ family }) => family ?? [])];
  const message =
    said.length === 0
      ? 'the report does not say what it was built for'
      : `${quote(said.join(', '))} is no device or family that there is`;
  return new InputError([
    {
      code: 'unknown-fabric',
      message,
      expected: `--device, or --family with one of ${families.join(', ')}; or a row of your own in devices.csv`,
      ...(near === undefined ? {} : { suggestion: near }),
    },
  ]);
}
