import type { Builtin } from '../builtin/builtin.ts';
import type { Model } from '../model/link.ts';
import { userInputs, userNotices } from '../result/userData.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Axis } from './axis.ts';
import { sizeOf } from './product.ts';
import type { SweepColumn, SweepPlan } from './types.ts';

/** What a sweep is of; the same for the same command on the same models and datasets. */
export function planOf(
  parts: Builtin,
  models: readonly Model[],
  scenario: Scenario,
  axes: readonly Axis[],
  columns: readonly SweepColumn[],
  where: readonly string[],
): SweepPlan {
  const { version, datasets } = parts;
  const files = new Map<string, string>();
  for (const { documents } of models)
    for (const { file, sha256 } of documents) files.set(file, sha256);
  for (const { schema, sha256 } of datasets.values()) files.set(`datasets/${schema.file}`, sha256);
  for (const { file, sha256 } of userInputs(parts, [])) files.set(file, sha256);
  const notes = userNotices(parts);
  const { id, platform, device, core, prover, aggregation, reading, units, set } = scenario;
  return {
    schemaVersion: '1.0',
    kind: 'sweep',
    tool: { name: 'emuprove', version },
    inputs: [...files].map(([file, sha256]) => ({ file, sha256 })),
    ...(notes.length === 0 ? {} : { notes }),
    scenario: {
      id,
      platform: platform ?? null,
      device: device ?? null,
      core,
      prover,
      aggregation,
      reading,
      units,
      set: Object.entries(set).map(([name, { value }]) => ({ name, value })),
    },
    axes: axes.map((axis) => ({
      name: axis.name,
      kind: axis.kind,
      unit: axis.kind === 'quantity' ? axis.unit : null,
      values: axis.kind === 'quantity' ? [...axis.numbers] : axis.labels,
    })),
    rows: sizeOf(axes),
    columns,
    where,
  };
}

/**
 * What is different between two plans, as the paths of what differs.
 *
 * @example planDifferences(before, now) // => ['axes.fill[lut]', 'tool.version']
 */
export function planDifferences(before: unknown, now: unknown, path = ''): string[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return [];
  if (!isRecord(before) || !isRecord(now)) return [path === '' ? 'the plan' : path];
  const [a, b] = [named(before), named(now)];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const inner = names.flatMap((name) =>
    planDifferences(a[name], b[name], path === '' ? name : `${path}.${name}`),
  );
  // The same things in another order.
  return inner.length > 0 ? inner : [path];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A list of things with names as a record by these. */
function named(value: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(value)) return value;
  const list = value as unknown[];
  return Object.fromEntries(
    list.map((item, i) => {
      const { name, file } = isRecord(item) ? (item as { name?: unknown; file?: unknown }) : {};
      const key = typeof name === 'string' ? name : typeof file === 'string' ? file : String(i);
      return [key, item];
    }),
  );
}
