import { describe, expect, it } from 'vitest';
import { unitCandidates } from '../../src/optimize/unitCandidates.ts';
import { builtin } from '../support/loadScenario.ts';

const { datasets } = builtin();

const candidates = (operation: string, device: string, named?: string) => {
  const row = datasets.get('devices')?.rows.find(({ key }) => key === device);
  if (row === undefined) throw new Error(device);
  return unitCandidates(datasets, operation, row, named);
};

describe('unitCandidates', () => {
  it('offers units over the same field and in the same kind of LUT, the default first', () => {
    const { own, units, left } = candidates('gf128_mul', 'xcvu47p');
    expect(own).toBe('gf128-mul-ghash');
    expect(units).toEqual(['gf128-mul-ghash', 'gf128-mul-ghash-leaf8']);
    const reason = (unit: string) => left.find((entry) => entry.unit === unit)?.reason;
    expect(reason('gf128-mul-polyval')).toContain('another field');
    expect(reason('gf128-mul-ghash-lut4')).toContain('LUT4');
  });

  it('offers tables in LUTs beside those in block RAM where LUTs can be memory', () => {
    expect(candidates('lut512', 'xcvu47p').units).toEqual(['lut512-bram', 'lut512-lutram']);
  });

  it('has nothing to choose where the scenario names a unit', () => {
    const { units, left } = candidates('sha256_block', 'xcvu47p', 'sha256-unrolled');
    expect(units).toEqual(['sha256-unrolled']);
    expect(left.find(({ unit }) => unit === 'sha256-iterative')?.reason).toContain('names');
  });

  it('offers nothing for an operation without a unit', () => {
    expect(candidates('native_mul64', 'xcvu47p')).toMatchObject({ own: undefined, units: [] });
  });

  it('refuses a unit that does something else', () => {
    expect(() => candidates('lut512', 'xcvu47p', 'xor-bit')).toThrow(/no unit/);
  });
});
