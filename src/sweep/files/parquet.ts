import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import type { KeyValue, SchemaElement } from 'hyparquet';
import { ByteWriter, fileWriter, ParquetWriter, type ColumnSource } from 'hyparquet-writer';
import type { Cell, SweepColumn, SweepPlan, SweepRow } from '../types.ts';
import type { Sink } from './sink.ts';
import { writeFailure } from './writeFailure.ts';

/** Kept rows of a row group; so many are held in memory. */
const ROW_GROUP = 65_536;

const TYPES: Readonly<Record<SweepColumn['type'], Pick<SchemaElement, 'type' | 'converted_type'>>> =
  {
    index: { type: 'INT64' },
    number: { type: 'DOUBLE' },
    truth: { type: 'BOOLEAN' },
    text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  };

/**
 * Rows as the bytes of a Parquet file. Its metadata have the base units of the columns as JSON under
 * `emuprove.units`, and the SHA-256 of the plan under `emuprove.plan_sha256`.
 */
export function parquetBytes(plan: SweepPlan, rows: readonly SweepRow[]): Uint8Array {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaOf(plan.columns),
    kvMetadata: metadataOf(plan),
    createdBy: `emuprove ${plan.tool.version}`,
  });
  writeRows(parquet, plan.columns, rows);
  void parquet.finish();
  return writer.getBytes();
}

/**
 * A Parquet file. Row groups are written as they fill up; it has its name when it is complete.
 * Beside what {@link parquetBytes} says, the whole plan is under `emuprove.plan`.
 */
export function parquetFile(file: string, plan: SweepPlan): Sink {
  const part = `${file}.part`;
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw writeFailure(file, error);
    }
  };
  const parquet = attempt(
    () =>
      new ParquetWriter({
        writer: fileWriter(part),
        schema: schemaOf(plan.columns),
        kvMetadata: [...metadataOf(plan), { key: 'emuprove.plan', value: JSON.stringify(plan) }],
        createdBy: `emuprove ${plan.tool.version}`,
      }),
  );
  let held: SweepRow[] = [];
  const flush = (rows: readonly SweepRow[]): void => {
    attempt(() => {
      writeRows(parquet, plan.columns, rows);
    });
  };
  return {
    name: file,
    next: (index) => index,
    write: (rows) => {
      held.push(...rows);
      while (held.length >= ROW_GROUP) {
        flush(held.slice(0, ROW_GROUP));
        held = held.slice(ROW_GROUP);
      }
    },
    finish: () => {
      flush(held);
      attempt(() => {
        void parquet.finish();
        renameSync(part, file);
      });
    },
    // Without its footer it is of no use to anybody.
    stop: () => {
      rmSync(part, { force: true });
    },
  };
}

/** SHA-256 of a plan, in hexadecimal. */
export function planHash(plan: SweepPlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

function metadataOf(plan: SweepPlan): KeyValue[] {
  const units = Object.fromEntries(
    plan.columns.flatMap(({ name, unit }) => (unit === null ? [] : [[name, unit]])),
  );
  return [
    { key: 'emuprove.units', value: JSON.stringify(units) },
    { key: 'emuprove.plan_sha256', value: planHash(plan) },
  ];
}

function schemaOf(columns: readonly SweepColumn[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }): SchemaElement => ({
      name,
      repetition_type: type === 'index' ? 'REQUIRED' : 'OPTIONAL',
      ...TYPES[type],
    })),
  ];
}

function writeRows(
  parquet: ParquetWriter,
  columns: readonly SweepColumn[],
  rows: readonly SweepRow[],
): void {
  if (rows.length === 0) return;
  const columnData = columns.map(({ name, type }, i): ColumnSource => {
    const cells = rows.map((row): Cell => row.cells[i] ?? null);
    const data = type === 'index' ? cells.map((cell) => BigInt(cell ?? 0)) : cells;
    return { name, data, offsetIndex: false };
  });
  void parquet.write({ columnData, rowGroupSize: ROW_GROUP });
}
