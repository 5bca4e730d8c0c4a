import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { lineFile } from '../../src/sweep/files/lineFile.ts';
import { csvLines, jsonLines, type LineFormat } from '../../src/sweep/files/lineFormat.ts';
import { parquetBytes, parquetFile } from '../../src/sweep/files/parquet.ts';
import { partsDirectory } from '../../src/sweep/files/parts.ts';
import type { Sink } from '../../src/sweep/files/sink.ts';
import { parseShard, shardRange } from '../../src/sweep/range.ts';
import { runSweep } from '../../src/sweep/run.ts';
import type { Sweep } from '../../src/sweep/sweep.ts';
import type { Cell, SweepColumn, SweepPlan, SweepRow } from '../../src/sweep/types.ts';

const directory = mkdtempSync(join(tmpdir(), 'emuprove-sweep-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});
let files = 0;
const fresh = (extension: string): string => join(directory, `${files++}${extension}`);

const columns: readonly SweepColumn[] = [
  { name: 'index', title: 'index', type: 'index', unit: '1' },
  { name: 'core', title: 'core', type: 'text', unit: null },
  { name: 'unit.gf128_mul', title: 'unit', type: 'text', unit: null },
  { name: 'status', title: 'status', type: 'text', unit: null },
  { name: 'usable[lut]', title: 'usable', type: 'number', unit: 'lut' },
  { name: 'passes', title: 'passes', type: 'truth', unit: null },
];

const TEXTS: readonly Cell[] = ['plain', 'a, "b"', '=1+1', null, 'größer ✓', ''];
const NUMBERS: readonly Cell[] = [0, 1e-300, 0.1 + 0.2, null, 12_345_678_901_234, -1e21];

/** A sweep without a model: rows made from their index, every `kept`-th of which is kept. */
function fakeSweep(size: number, kept = 1): Sweep {
  const row = (index: number): SweepRow => ({
    index,
    status: 'pass',
    value: index,
    missing: [],
    cells: [
      index,
      TEXTS[index % 6] ?? null,
      null,
      'pass',
      NUMBERS[(index * 5) % 6] ?? null,
      [true, false, null][index % 3] ?? null,
    ],
  });
  const plan: SweepPlan = {
    schemaVersion: '1.0',
    kind: 'sweep',
    tool: { name: 'emuprove', version: '1' },
    inputs: [],
    scenario: {
      id: 'fake',
      platform: null,
      device: null,
      core: 'c',
      prover: 'p',
      aggregation: 'none',
      reading: 'overhead',
      units: {},
      set: [],
    },
    axes: [],
    rows: size,
    columns,
    where: [String(kept)],
  };
  return {
    plan,
    axes: [],
    size,
    columns,
    rows: (from, to) =>
      Array.from({ length: to - from }, (_, i) => from + i)
        .filter((index) => index % kept === 0)
        .map(row),
  };
}

const FORMATS: Readonly<Record<string, (of: readonly SweepColumn[]) => LineFormat>> = {
  '.csv': csvLines,
  '.jsonl': jsonLines,
};

/** Writes a sweep to a file of lines; `stopAfter` batches it is interrupted. */
async function writeLines(
  sweep: Sweep,
  file: string,
  options: { batch?: number; resume?: boolean; stopAfter?: number; shard?: string } = {},
): Promise<boolean> {
  const { batch = 3, resume = false, stopAfter = Infinity, shard = '1/1' } = options;
  const format = FORMATS[/\.\w+$/.exec(file)?.[0] ?? '']?.(columns);
  if (format === undefined) throw new Error(file);
  const [from, to] = shardRange(sweep.size, parseShard(shard));
  const sinks = [lineFile({ file, format, plan: { ...sweep.plan, range: { from, to } }, resume })];
  let batches = 0;
  const onProgress = (): boolean => ++batches < stopAfter;
  return (await runSweep({ sweep, from, to, sinks, batch, onProgress })).complete;
}

async function whole(sweep: Sweep, extension: string): Promise<Buffer> {
  const file = fresh(extension);
  await writeLines(sweep, file);
  return readFileSync(file);
}

const extensions = fc.constantFrom(...Object.keys(FORMATS));
const sizes = fc.integer({ min: 1, max: 40 });
const keeps = fc.constantFrom(1, 2, 7);
const few = { numRuns: 40 };

describe('a file of lines', () => {
  it('is the same for any size of batch', async () => {
    await fc.assert(
      fc.asyncProperty(extensions, sizes, keeps, sizes, async (extension, size, kept, batch) => {
        const sweep = fakeSweep(size, kept);
        const file = fresh(extension);
        await writeLines(sweep, file, { batch });
        expect(readFileSync(file)).toEqual(await whole(sweep, extension));
      }),
      few,
    );
  });

  it('is put together by shards, whatever their number', async () => {
    await fc.assert(
      fc.asyncProperty(extensions, sizes, keeps, sizes, async (extension, size, kept, of) => {
        const sweep = fakeSweep(size, kept);
        let all = '';
        for (let number = 1; number <= of; number++) {
          const file = fresh(extension);
          await writeLines(sweep, file, { shard: `${number}/${of}` });
          const text = readFileSync(file, 'utf8');
          // Every CSV has its own header.
          all += extension === '.csv' && number > 1 ? text.slice(text.indexOf('\n') + 1) : text;
        }
        expect(all).toBe((await whole(sweep, extension)).toString());
      }),
      few,
    );
  });

  it('is gone on with wherever it was cut, to the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(extensions, sizes, keeps, fc.nat(), async (extension, size, kept, cut) => {
        const sweep = fakeSweep(size, kept);
        const file = fresh(extension);
        const complete = await writeLines(sweep, file, { stopAfter: 1 + (cut % 5) });
        if (!complete) {
          const part = `${file}.part`;
          expect(existsSync(file)).toBe(false);
          // As after a crash: anything but the plan may be incomplete.
          truncateSync(part, cut % (readFileSync(part).length + 1));
          await writeLines(sweep, file, { resume: true });
          expect(existsSync(part)).toBe(false);
        }
        expect(readFileSync(file)).toEqual(await whole(sweep, extension));
      }),
      few,
    );
  });

  it('says what is not known with nothing, and keeps formulas from running', async () => {
    const rows = parse<Record<string, string>>(await whole(fakeSweep(6), '.csv'), {
      columns: true,
    });
    expect(rows.map((row) => row['core'])).toEqual([
      'plain',
      'a, "b"',
      "'=1+1",
      '',
      'größer ✓',
      '',
    ]);
    const lines = (await whole(fakeSweep(6), '.jsonl')).toString().trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Record<string, Cell>)['core'])).toEqual(TEXTS);
  });

  it('is complete where it is gone on with after its end', async () => {
    const sweep = fakeSweep(9);
    const file = fresh('.csv');
    await writeLines(sweep, file);
    const before = readFileSync(file);
    expect(await writeLines(sweep, file, { resume: true })).toBe(true);
    expect(readFileSync(file)).toEqual(before);
  });

  it('is not gone on with by another sweep, nor overwritten unfinished', async () => {
    const file = fresh('.csv');
    await writeLines(fakeSweep(9), file, { stopAfter: 1 });
    await expect(writeLines(fakeSweep(9), file)).rejects.toThrow('unfinished');
    await expect(writeLines(fakeSweep(9, 2), file, { resume: true })).rejects.toThrow(
      'differs in where.0',
    );
    await expect(writeLines(fakeSweep(9), file, { resume: true, shard: '1/2' })).rejects.toThrow(
      'differs in range.to',
    );
    rmSync(`${file}.plan.json`);
    await expect(writeLines(fakeSweep(9), file, { resume: true })).rejects.toThrow('no plan');
    writeFileSync(`${file}.plan.json`, '{');
    await expect(writeLines(fakeSweep(9), file, { resume: true })).rejects.toThrow('no plan');
  });

  it('is not gone on with where it holds something else', async () => {
    const file = fresh('.csv');
    await writeLines(fakeSweep(9), file, { stopAfter: 1 });
    writeFileSync(`${file}.part`, 'my notes about something quite different, in one long line\n');
    await expect(writeLines(fakeSweep(9), file, { resume: true })).rejects.toThrow('does not hold');
  });
});

describe('shards', () => {
  it('are all rows, each once and in order, and begin with a step', () => {
    const args = [fc.nat(1e12), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1e5 })];
    fc.assert(
      fc.property(
        ...(args as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>]),
        (rows, of, step) => {
          let last = 0;
          for (let number = 1; number <= of; number++) {
            const [from, to] = shardRange(rows, { number, of }, step);
            expect(from).toBe(last);
            expect(to).toBeGreaterThanOrEqual(from);
            if (from < rows) expect(from % step).toBe(0);
            last = to;
          }
          expect(last).toBe(rows);
        },
      ),
    );
  });

  it.each(['0/3', '4/3', '1/0', '1', 'a/b', '-1/3', '1.5/3', ''])('are not %j', (text) => {
    expect(() => parseShard(text)).toThrow('shard');
  });
});

/** The rows of a Parquet file as cells. */
async function readParquet(bytes: Uint8Array): Promise<Cell[][]> {
  const file = Uint8Array.from(bytes).buffer;
  const rows = await parquetReadObjects({ file });
  return rows.map((row) =>
    columns.map(({ name }) => {
      const cell = (row as Record<string, Cell | bigint>)[name] ?? null;
      return typeof cell === 'bigint' ? Number(cell) : cell;
    }),
  );
}

describe('Parquet', () => {
  it('holds what the rows hold, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), keeps, async (size, kept) => {
        const sweep = fakeSweep(size, kept);
        const rows = sweep.rows(0, size);
        const cells = await readParquet(parquetBytes(sweep.plan, rows));
        expect(cells).toEqual(rows.map((row) => row.cells));
      }),
      few,
    );
  });

  it('says in its metadata what the units are and which sweep it is of', () => {
    const { plan } = fakeSweep(3);
    const { key_value_metadata: metadata } = parquetMetadata(parquetBytes(plan, []).slice().buffer);
    const found = Object.fromEntries(metadata?.map(({ key, value }) => [key, value ?? '']) ?? []);
    expect(JSON.parse(found['emuprove.units'] ?? '')).toEqual({ index: '1', 'usable[lut]': 'lut' });
    expect(found['emuprove.plan_sha256']).toMatch(/^[\da-f]{64}$/);
  });

  it('goes to one file, which has its name when it is complete', async () => {
    const sweep = fakeSweep(50);
    const file = fresh('.parquet');
    const run = (sinks: readonly Sink[], stopAfter: number): ReturnType<typeof runSweep> => {
      let batches = 0;
      const onProgress = (): boolean => ++batches < stopAfter;
      return runSweep({ sweep, from: 0, to: 50, sinks, batch: 7, onProgress });
    };
    await run([parquetFile(file, sweep.plan)], 2);
    expect(readdirSync(directory).filter((name) => join(directory, name).startsWith(file))).toEqual(
      [],
    );
    await run([parquetFile(file, sweep.plan)], Infinity);
    expect(await readParquet(readFileSync(file))).toEqual(
      sweep.rows(0, 50).map((row) => row.cells),
    );
  });
});

interface PartsRun {
  readonly sweep: Sweep;
  readonly to: string;
  readonly shard?: string;
  readonly resume?: boolean;
  readonly batch?: number;
  readonly stopAfter?: number;
}

async function writeParts(run: PartsRun): Promise<void> {
  const { sweep, shard = '1/1', resume = false, batch = 5, stopAfter = Infinity } = run;
  const partRows = 8;
  const [from, to] = shardRange(sweep.size, parseShard(shard), partRows);
  const options = { directory: run.to, plan: sweep.plan, partRows, from, to, resume };
  let batches = 0;
  const onProgress = (): boolean => ++batches < stopAfter;
  await runSweep({ sweep, from, to, sinks: [partsDirectory(options)], batch, onProgress });
}

function contents(of: string): [string, string][] {
  return readdirSync(of)
    .sort()
    .map((name) => [name, readFileSync(join(of, name)).toString('hex')]);
}

describe('a directory of parts', () => {
  it('is the same for any batch, by any number of shards, and after any interruption', async () => {
    const shards = fc.integer({ min: 1, max: 7 });
    await fc.assert(
      fc.asyncProperty(sizes, keeps, shards, sizes, shards, async (size, kept, of, batch, stop) => {
        const sweep = fakeSweep(size, kept);
        const [one, other] = [fresh(''), fresh('')];
        await writeParts({ sweep, to: one });
        for (let number = of; number >= 1; number--) {
          const shard = `${number}/${of}`;
          await writeParts({ sweep, to: other, shard, batch, stopAfter: stop });
          await writeParts({ sweep, to: other, shard, batch, resume: true });
        }
        expect(contents(other)).toEqual(contents(one));
        const names = contents(one).map(([name]) => name);
        expect(names.length).toBe(1 + Math.ceil(size / 8));
        const cells: Cell[][] = [];
        for (const name of names.filter((known) => known.endsWith('.parquet'))) {
          cells.push(...(await readParquet(readFileSync(join(one, name)))));
        }
        expect(cells).toEqual(sweep.rows(0, size).map((row) => row.cells));
      }),
      { numRuns: 20 },
    );
  });

  it('computes a part again that is lost, and no other', async () => {
    const sweep = fakeSweep(40);
    const to = fresh('');
    await writeParts({ sweep, to });
    const before = contents(to);
    rmSync(join(to, 'part-00002.parquet'));
    const asked: number[] = [];
    const watched: Sweep = {
      ...sweep,
      rows: (from, end) => {
        asked.push(from);
        return sweep.rows(from, end);
      },
    };
    await writeParts({ sweep: watched, to, resume: true, batch: 8 });
    expect(asked).toEqual([16]);
    expect(contents(to)).toEqual(before);
  });

  it('does not mix sweeps, and overwrites nothing', async () => {
    const to = fresh('');
    await writeParts({ sweep: fakeSweep(20), to });
    await expect(writeParts({ sweep: fakeSweep(20), to })).rejects.toThrow('there already');
    await expect(writeParts({ sweep: fakeSweep(20, 2), to, resume: true })).rejects.toThrow(
      'where.0',
    );
  });
});
