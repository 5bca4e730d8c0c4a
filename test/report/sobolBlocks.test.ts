import { describe, expect, it } from 'vitest';
import type { SobolReport } from '../../src/doubt/types.ts';
import { sobolBlocks } from '../../src/report/table/doubt/sobolBlocks.ts';
import { toText } from '../../src/report/table/text.ts';
import type { GroupIndices, OutputIndices } from '../../src/studies/sobol/types.ts';

const group = (name: string, share: number, half: number): GroupIndices => {
  const index = { value: share, interval: [share - half, share + half] as const };
  return { name, inputs: [name], first: index, total: index, rows: 64 };
};

const textOf = (output: Partial<OutputIndices>): string => {
  const ratio = { output: 'r', mean: 3, variance: 0.1, groups: [], pairs: [], ...output };
  const report = {
    inputs: [],
    outputs: [],
    seed: 0,
    result: { outputs: [ratio], warnings: [], evaluations: 1 },
  };
  return toText(sobolBlocks(report as unknown as SobolReport, []), {
    color: false,
    width: undefined,
  });
};

describe('what a Sobol study says first', () => {
  it('names as many inputs as make up half of the spread for certain', () => {
    const groups = [group('a', 0.4, 0.05), group('b', 0.3, 0.05), group('c', 0.2, 0.05)];
    expect(textOf({ groups })).toMatch(/^Most of the spread of the ratio comes from a, b\.\n/);
  });

  it('concludes nothing from wide intervals', () => {
    expect(textOf({ groups: [group('a', 0.9, 1), group('b', 0.5, 1)] })).toMatch(
      /^The intervals are too wide to say/,
    );
    expect(textOf({ groups: [group('a', 0.4, 0.3), group('b', 0.3, 1)] })).toMatch(
      /^The spread of the ratio comes from many inputs, .* those of a\.\n/,
    );
  });

  it('says so of what does not vary, rounding aside, and of inputs that change nothing', () => {
    const constant = textOf({ variance: 1e-28, groups: [group('a', 0, 0)] });
    expect(constant).toContain('Of log10 of the ratio: it does not vary.');
    expect(constant).not.toContain('0.000');
    const some = textOf({ groups: [group('a', 1, 0.1), group('b', 0, 0)] });
    expect(some).toContain('1 inputs changed nothing of it in any row.');
    expect(some).not.toContain('0.000');
  });

  it('shows no pair that is noise', () => {
    const groups = [group('a', 1, 0.1)];
    const pair = (value: number) => ({
      groups: ['a', 'b'] as const,
      second: { value, interval: [value - 0.1, value + 0.1] as const },
    });
    expect(textOf({ groups, pairs: [pair(0.05), pair(0.02)] })).toContain(
      'No pair of 2 can be told from noise.',
    );
    expect(textOf({ groups, pairs: [pair(0.5), pair(0.02)] })).toContain(
      '1 of 2 pairs can be told from noise',
    );
  });
});
