import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateKey } from '../../src/importers/duplicateKeys.ts';
import { readProverTrace } from '../../src/importers/proverTrace/read.ts';
import { formatIssues } from '../../src/issues/format.ts';
import { InputError } from '../../src/issues/issue.ts';
import { nextpnrJson, yosysJson } from './fixtures.ts';
import { wrong } from './support.ts';

describe('a key that stands twice', () => {
  it('is found with its path and lines', () => {
    const text = '{\n "a": [1, {"b": 2}, {"c": 3,\n "c": 4}],\n "d": "a\\": {}"\n}';
    expect(duplicateKey(text)).toEqual({ path: ['a', '2', 'c'], first: 2, second: 3 });
  });

  it('is the same key however it is written', () => {
    expect(duplicateKey('{"used": 1, "\\u0075sed": 2}')?.path).toEqual(['used']);
    expect(duplicateKey('{"__proto__": 1, "__proto__": 2}')?.path).toEqual(['__proto__']);
  });

  it('is found where one is put into any JSON, and nowhere else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        expect(duplicateKey(JSON.stringify(value, null, 1))).toBeUndefined();
        const twice = `[${JSON.stringify(value)}, {${JSON.stringify(key)}: ${JSON.stringify(value)},\n${JSON.stringify(key)}: 0}]`;
        expect(duplicateKey(twice)).toEqual({ path: ['1', key], first: 1, second: 2 });
      }),
      { numRuns: 50 },
    );
  });

  it('is refused in what nextpnr, Yosys and a prover write', () => {
    const used = nextpnrJson({ ICESTORM_LC: 4012 }, { clk: 14.75 });
    expect(wrong(used.replace('"used":4012', '"used":4012,"used":12'))).toBe(
      '1:utilization.ICESTORM_LC.used: this key stands twice in its object, first in line 1 (expected each key once)',
    );
    const stat = yosysJson({ top: { cells: { SB_LUT4: 8 } } }, 'top');
    expect(wrong(stat.replace('"SB_LUT4": 8', '"SB_LUT4": 8,\n"SB_LUT4": 8'))).toContain(
      '10:modules.\\top.num_cells_by_type.SB_LUT4: this key stands twice in its object, first in line 9',
    );
    let message = '';
    try {
      readProverTrace('{"schema": 1,\n"schema": 2}', []);
    } catch (error) {
      if (error instanceof InputError) message = formatIssues(error.issues);
    }
    expect(message).toContain('2:schema: this key stands twice');
  });
});
