import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DESIGNS } from '../../scripts/units/designs/all.ts';
import { multiply } from '../../scripts/units/designs/multiply.ts';
import { polynomialField } from '../../scripts/units/fields/polynomialField.ts';
import { FLOWS } from '../../scripts/units/flows/flow.ts';
import type { Counted } from '../../scripts/units/flows/countCells.ts';
import type { Measurement } from '../../scripts/units/measurement.ts';
import { compare } from '../../scripts/units/rows/compare.ts';
import { comparisonText } from '../../scripts/units/rows/comparisonText.ts';
import { csv } from '../../scripts/units/rows/csv.ts';
import { DESIGN_COLUMNS, designRows } from '../../scripts/units/rows/designRows.ts';
import { resultRegister, type Unit } from '../../scripts/units/rows/unit.ts';
import { unitRows } from '../../scripts/units/rows/unitRows.ts';
import { UNITS } from '../../scripts/units/rows/units.ts';
import { loadDatasets } from '../../src/datasets/load.ts';
import { readSchema } from '../../src/datasets/readSchema.ts';
import { readTable } from '../../src/datasets/readTable.ts';

const schema = readSchema(readFileSync('datasets/columns.yaml', 'utf8')).units;
if (schema === undefined) throw new Error('there is no table of units');
const { datasets } = loadDatasets('datasets');
const table = datasets.get('units')?.rows ?? [];
const origin = { yosys: '0.23', date: '2026-11' };

/** A measurement in which every flow found the same. */
function measured(design: string, value: Counted): [string, Measurement] {
  const flows = FLOWS.map(({ id }) => [id, { key: '', value }]);
  return [
    design,
    {
      design,
      versions: { yosys: '0.23', iverilog: '11.0' },
      simulated: { key: '', value: { seen: 60, wrong: 0 } },
      flows: Object.fromEntries(flows) as Measurement['flows'],
    },
  ];
}

const everything = new Map(
  DESIGNS.map(({ id }) => measured(id, { lut: 100, ff: 7, gates_ge: 400 })),
);

const toy = multiply(
  polynomialField({ id: 'toy', title: 'GF(2^3), x^3+x+1', modulus: 0b1011n, leaf: 2 }),
);
const unit: Unit = {
  ids: { LUT6: 'gf3-mul', LUT4: 'gf3-mul-lut4' },
  operation: 'gf8_mul',
  title: 'toy multiplier',
  logic: [{ design: toy, times: 2 }],
  gates: 3,
  registers: resultRegister(toy, 2),
  interval: 4,
  latency: 1,
  defaults: ['LUT4'],
  includes: 'nothing else',
};

describe('the rows of a new unit', () => {
  const rows = unitRows([unit], new Map([measured(toy.id, { lut: 5, ff: 0 })]), origin);

  it('are summed up from its designs', () => {
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      id: 'gf3-mul-lut4',
      field: 'GF(2^3), x^3+x+1',
      lut_kind: 'LUT4',
      lut: 13,
      ff: 6,
      ops_per_clock: 0.25,
      default: 'yes',
      stage: 'analytic',
      source: 'own synthesis, Yosys 0.23 + ABC, 2026-11',
    });
    expect(rows[1]?.note).toContain('derived: 2 x mul-toy (5 LUT4) + 3 gates');
    expect(rows[0]).not.toHaveProperty('default');
  });

  it('are a table that datasets take', () => {
    const text = csv(Object.keys(schema.columns), rows);
    const read = readTable(text, schema, 'units.csv');
    expect(read.issues).toEqual([]);
    expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
  });

  it('are left out while a design was not measured', () => {
    expect(unitRows([unit], new Map(), origin)).toEqual([]);
  });
});

describe('the units of the kit', () => {
  const rows = unitRows(UNITS, everything, origin);

  it('are a sound table, of known operations, with one default for each kind of LUT', () => {
    const read = readTable(csv(Object.keys(schema.columns), rows), schema, 'units.csv');
    expect(read.issues).toEqual([]);
    const operations = new Set(datasets.get('operations')?.rows.map(({ key }) => key));
    const defaults = rows.filter((row) => row.default === 'yes');
    for (const row of rows) expect(operations).toContain(row.operation);
    const taken = defaults.map((row) => `${row.operation} ${row.lut_kind}`);
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('are all the rows of datasets/units.csv that come from own synthesis, and agree in what they are', () => {
    expect(compare(UNITS, everything, table).missing).toEqual([]);
    const known = new Map(table.map((row) => [row.key, row.cells]));
    for (const row of rows) {
      const { operation, title, field, lut_kind, includes } = row;
      const cells = known.get(String(row.id));
      expect(cells).toMatchObject({
        operation,
        title,
        lut_kind,
        includes,
        ...(field === undefined ? {} : { field }),
      });
      expect(cells?.default).toBe(row.default);
      expect(cells?.ops_per_clock).toBeCloseTo(Number(row.ops_per_clock), 9);
    }
  });

  it('take the gates and flip-flops of every design into a table', () => {
    const found = designRows(DESIGNS, everything);
    expect(found).toHaveLength(DESIGNS.length);
    expect(found[0]).toMatchObject({ design: DESIGNS[0]?.id, lut6: 100, ff: 7, gates_ge: 400 });
    expect(csv(DESIGN_COLUMNS, found).split('\n')[0]).toBe(DESIGN_COLUMNS.join(','));
  });
});

describe('the comparison', () => {
  it('shows what was found, what the table says, and the difference', () => {
    const one = new Map([measured(toy.id, { lut: 5, ff: 0, gates_ge: 20 })]);
    const single: Unit = { ...unit, logic: [{ design: toy }], gates: 0, ids: { LUT6: 'gf3-mul' } };
    const row = {
      key: 'gf3-mul',
      line: 2,
      cells: { lut: 4, ff: 6, source: 'own synthesis, some year' },
    };
    const other = { key: 'gone', line: 3, cells: { lut: 1, source: 'own synthesis' } };
    expect(comparisonText(compare([single], one, [row, other]))).toBe(
      [
        'row      LUT  units.csv           FF  units.csv       gates (GE)',
        'gf3-mul    5          4  +25.0 %   6          6  0 %          20',
        'not measured in this run: gone',
        '',
      ].join('\n'),
    );
  });
});
