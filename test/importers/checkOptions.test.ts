import { describe, expect, it } from 'vitest';
import { checkOptions, checkProverOptions } from '../../src/importers/checkOptions.ts';
import type { RowKind } from '../../src/importers/rowRequest.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';

/** What is said of options, or nothing. */
function said(check: () => void): string {
  try {
    check();
  } catch (error) {
    if (error instanceof InputError) return formatIssues(error.issues);
    throw error;
  }
  return '';
}

const options = (
  given: Readonly<Record<string, unknown>>,
  as: RowKind | undefined,
  ...formats: readonly string[]
): string => said(() => checkOptions(given, as, formats));

describe('options of an import', () => {
  it('are taken where they do something', () => {
    const unit = { id: 'x', operation: 'y', per: 1, latency: 2, default: true, includes: 'z' };
    expect(options({ ...unit, device: 'd' }, 'unit', 'vivado-utilization')).toBe('');
    const core = { id: 'x', design: 'y', isa: 'z', ipc: 1, coremark: 1, dmips: 1, node: 'n' };
    expect(options({ ...core, nand2: 1, instance: 'i' }, 'core', 'yosys-liberty')).toBe('');
    const shell = { id: 'x', platform: 'p', title: 't', datasets: ['d'], replace: true };
    expect(options(shell, 'shell', 'quartus-fit')).toBe('');
    const both = { instance: 'i', clock: 'c', default: false, replace: false };
    expect(options(both, undefined, 'vivado-utilization', 'vivado-timing')).toBe('');
  });

  it('are refused for another kind of row, each with what it is about', () => {
    expect(options({ per: 1, latency: 2, default: true }, 'core', 'vivado-utilization')).toBe(
      ['per', 'latency', 'default']
        .map((name) => `--${name} is about a unit, and would do nothing here (expected --as unit)`)
        .join('\n'),
    );
    expect(options({ operation: 'x', ipc: 1, includes: 'y' }, 'shell', 'nextpnr')).toMatch(
      /--operation is about a unit.*\n--ipc is about a core.*\n--includes is about a core or a unit/,
    );
    expect(options({ platform: 'x' }, 'unit', 'nextpnr')).toContain('expected --as shell');
    expect(options({ title: 'x', datasets: ['d'] }, undefined, 'nextpnr')).toMatch(
      /--title is about a row.*--as core or unit or shell.*\n--datasets is/,
    );
    expect(options({ replace: true }, 'core', 'nextpnr')).toContain('expected --datasets DIR');
  });

  it('are refused where no report has what they choose', () => {
    expect(options({ instance: 'x' }, 'core', 'quartus-fit', 'quartus-sta')).toContain(
      '--instance is about a report with instances, and would do nothing here (expected a report of vivado-utilization, yosys-stat, yosys-liberty)',
    );
    expect(options({ clock: 'x' }, 'core', 'yosys-stat')).toContain('a report with clocks');
    expect(options({ node: 'x', nand2: 1 }, 'core', 'yosys-stat')).toMatch(
      /--node is about a row of standard cells.*yosys-liberty\)\n--nand2 is/,
    );
    expect(options({ device: 'x' }, 'core', 'yosys-liberty')).toContain('the row of an FPGA');
  });

  it('of rows are refused for a prover', () => {
    expect(said(() => checkProverOptions({ datasets: ['d'], replace: true }))).toBe('');
    expect(said(() => checkProverOptions({ as: 'unit', per: 1 }))).toContain(
      '--as, --per is about',
    );
  });
});
