import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importedRow } from '../../src/importers/importedRow.ts';
import { joinReports } from '../../src/importers/joinReports.ts';
import { READERS, readReport } from '../../src/importers/readers.ts';
import type { Report } from '../../src/importers/types.ts';
import { InputError } from '../../src/issues/issue.ts';
import { builtin } from '../support/loadScenario.ts';
import {
  CYCLONE_V,
  nextpnrJson,
  nextpnrLog,
  quartusFit,
  quartusSta,
  quartusSummary,
  SEVEN_2023,
  ULTRASCALE,
  vivadoHierarchy,
  vivadoTiming,
  vivadoUtilization,
  yosysJson,
  yosysText,
} from './fixtures.ts';
import { yosysNewJson, yosysNewText } from './yosysFixtures.ts';

const SITES = { lut: 18577, memory: 1193, ff: 10327, ramb36: 20, ramb18: 9, uram: 3, dsp: 4 };
const CELLS = { SB_CARRY: 14, SB_DFF: 44, SB_LUT4: 39, SB_RAM40_4K: 2 };
const AREA = { top: { cells: { DFFX1: 16, NAND2X1: 120 }, area: 476.5 } };
// The top comes first: cut behind a module that needs no other, a stat is that of this module.
const NESTED = {
  top: { cells: { SB_DFF: 4, inner: 2 } },
  inner: { cells: { SB_DFF: 8, SB_LUT4: 9 } },
};
const GATES = {
  top: { cells: { NAND2X1: 5, inner: 2 }, area: 10 },
  inner: { cells: { DFFX1: 8, NAND2X1: 60 }, area: 160.25 },
};
const USED = { ICESTORM_LC: 4012, ICESTORM_RAM: 4, SB_IO: 32, ICESTORM_DSP: 1 };

/** Reports of every format, and what they are read as. */
const REPORTS: readonly (readonly [format: string, text: string])[] = [
  ['vivado-utilization', vivadoUtilization(SITES, SEVEN_2023)],
  ['vivado-utilization', vivadoUtilization(SITES, ULTRASCALE)],
  [
    'vivado-utilization',
    vivadoHierarchy([
      [0, 'soc', 4014, 220, 55, 4567, 96, 1, 133],
      [1, 'u_core', 1484, 0, 0, 833, 0, 0, 4],
      [1, 'u_tpu', 2133, 20, 0, 2806, 31, 3, 129],
    ]),
  ],
  [
    'vivado-timing',
    vivadoTiming([
      ['clk', 20, 17.185],
      ['fb', 10],
    ]),
  ],
  ['quartus-fit', quartusSummary(CYCLONE_V)],
  ['quartus-fit', quartusFit(CYCLONE_V, [['M10K blocks', '256 / 397 ( 64 % )']], true)],
  [
    'quartus-sta',
    quartusSta({
      'Slow 85C': [['190.5 MHz', '186.29 MHz', 'clk', '']],
      'Slow 0C': [['170.5 MHz', '166.5 MHz', 'clk', '']],
    }),
  ],
  ['yosys-stat', yosysText({ top: { cells: CELLS } }, 'top')],
  ['yosys-stat', yosysNewText(NESTED, { top: 'top' })],
  ['yosys-stat', yosysNewText(NESTED, { top: 'top', hierarchy: true })],
  ['yosys-stat', yosysNewJson(NESTED, { top: 'top' })],
  ['yosys-stat', yosysJson({ top: { cells: CELLS } }, 'top')],
  ['yosys-liberty', yosysText(AREA, 'top')],
  ['yosys-liberty', yosysNewText(AREA)],
  ['yosys-liberty', yosysNewText(GATES, { top: 'top' })],
  ['yosys-liberty', yosysNewJson(GATES, { top: 'top', hierarchy: true })],
  ['nextpnr', nextpnrLog(USED, { clk: [15.52, 14.75] })],
  ['nextpnr', nextpnrJson(USED, { clk: 14.75 })],
];

/** The numbers that a report leads to: as a row where that is possible, and its clock. */
function numbers(format: string, text: string): object | undefined {
  try {
    const report = readReport(format, text, {});
    return { row: rowNumbers(report), mhz: report.clock?.mhz, area: report.netlist?.area };
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function rowNumbers(report: Report): object | undefined {
  if (report.figures === undefined && report.netlist === undefined) return undefined;
  const open = report.format === 'nextpnr' || report.format === 'yosys-stat';
  const { cells } = importedRow(
    builtin().datasets,
    joinReports([{ file: 'f', sha256: '0', report }]),
    { as: 'core', id: 'x', nand2: 2, ...(open ? { device: 'ice40-up5k' } : {}) },
  );
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => typeof value === 'number'));
}

const CASES = REPORTS.map(([format, text], i) => ({
  name: `${i + 1}, ${format}`,
  format,
  text,
  right: numbers(format, text),
}));

/** The right numbers, or fewer of them, or none: never another one. */
function rightOrRefused(format: string, text: string, right: object | undefined): void {
  const found = numbers(format, text);
  if (found !== undefined) expect(right).toMatchObject(JSON.parse(JSON.stringify(found)) as object);
}

describe.each(CASES)('report $name', ({ format, text, right }) => {
  it('has numbers', () => {
    expect(Object.values(right ?? {}).some((value) => value !== undefined)).toBe(true);
  });

  it('is right or refused when it is cut after any line, or inside one', () => {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      rightOrRefused(format, text.slice(0, at), right);
      rightOrRefused(format, text.slice(0, at - 3), right);
    }
  });

  it('is right or refused without any one line, or with it twice', () => {
    const lines = text.split('\n');
    lines.forEach((line, i) => {
      rightOrRefused(format, lines.toSpliced(i, 1).join('\n'), right);
      rightOrRefused(format, lines.toSpliced(i, 0, line).join('\n'), right);
    });
  });

  it('is right or refused with junk in it', () => {
    // Digits, signs and exponents make another number that nobody could tell from the right one.
    const junk = fc.constantFrom(...'abcXYZ|;:/,_$#%()[]{}"\'\\ \t\né\u0000\u202e*'.split(''));
    fc.assert(
      fc.property(fc.nat(text.length), junk, (at, mark) => {
        rightOrRefused(format, text.slice(0, at) + mark + text.slice(at), right);
      }),
      { numRuns: 80 },
    );
  });

  it('is refused twice over', () => {
    expect(numbers(format, `${text}\n${text}`)).toBeUndefined();
  });
});

describe.each(CASES.filter(({ format }) => /vivado-u|fit|sta/.test(format)))(
  'the tables of report $name',
  ({ format, text, right }) => {
    it('are right or refused with columns deleted, doubled or in another order', () => {
      const separator = format.startsWith('quartus') ? ';' : '|';
      fc.assert(
        fc.property(
          fc.nat(12),
          fc.nat(12),
          fc.constantFrom('delete', 'double', 'swap'),
          (a, b, how) => {
            const changed = text
              .split('\n')
              .map((line) => {
                if (!line.startsWith(separator) || !line.endsWith(separator)) return line;
                const cells = line.slice(1, -1).split(separator);
                if (cells.length < 3 || a >= cells.length || b >= cells.length) return line;
                const [x = '', y = ''] = [cells[a], cells[b]];
                if (how === 'delete') cells.splice(a, 1);
                else if (how === 'double') cells.splice(b, 0, x);
                else [cells[a], cells[b]] = [y, x];
                return `${separator}${cells.join(separator)}${separator}`;
              })
              .join('\n');
            rightOrRefused(format, changed, right);
          },
        ),
        { numRuns: 40 },
      );
    });
  },
);

describe('any text', () => {
  it('is read or refused, and never more than that', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '| Tool Version : Vivado v.2023.2',
        '+---+',
        '| a | b |',
        '=== top ===',
        '\n',
        '{',
      ),
      fc.constantFrom(
        'Fitter Status : Successful',
        '; Fitter Summary ;',
        'Info: Device utilisation:',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const format of ['auto', ...Object.keys(READERS)]) {
          numbers(format, pieces.join('\n'));
          numbers(format, pieces.join(' '));
        }
      }),
      { numRuns: 50 },
    );
  });

  // A reader that looks at every pair of places in these would not end.
  it.each([
    ['spaces', ' '],
    ['bars', '|'],
    ['stars', '| *'],
    ['rules', '+-'],
    ['dashes', '-  '],
    ['digits', '9'],
    ['commas', ',111'],
    ['brackets', '('],
    ['modules', '=== a ===\n'],
    ['lines', "Info: Max frequency for clock '\n"],
    ['cells', '   Number of cells: 1\n'],
    ['titles', '; Fitter Summary ;\n'],
  ])('of millions of %s is refused', (_, mark) => {
    const long = mark.repeat(Math.ceil(5e6 / mark.length));
    for (const [format, head] of [
      [
        'vivado-utilization',
        '| Tool Version : Vivado v.2023.2\n+-+\n| Site Type | Used |\n+---+\n| ',
      ],
      [
        'vivado-timing',
        '| Tool Version : Vivado v.2023.2\n| Clock Summary\n\nClock  Period(ns)\n-----  ----------\n',
      ],
      ['quartus-fit', '; Fitter Summary ;\n+---+\n; '],
      ['yosys-stat', '=== top ===\n   Number of cells: 1\n     '],
      ['nextpnr', 'Info: Device utilisation:\nInfo: '],
    ] as const) {
      expect(numbers(format, head + long)).toBeUndefined();
    }
  });

  it('of modules in modules without end is refused', () => {
    const deep = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`m${i}`, { cells: { [`m${i + 1}`]: 1 } }]),
    );
    expect(numbers('yosys-stat', yosysJson(deep))).toBeUndefined();
    expect(numbers('yosys-stat', '{"a":'.repeat(500_000))).toBeUndefined();
  });
});
