import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/result/sentence.ts';
import type { EvaluationResult, ReadingResult } from '../../src/result/types.ts';

const rival = { best: [], overhead: null } as unknown as EvaluationResult['rival'];

const of = (value: number, limit = 10_000): string =>
  sentence(
    {
      id: 'overhead',
      outcome: value <= limit ? 'pass' : 'fail',
      value: { value },
    } as unknown as ReadingResult,
    [],
    limit,
    rival,
  );

describe('the headline', () => {
  it('rounds to what people read', () => {
    expect(of(3760.9)).toContain('3,761 FPGAs');
    expect(of(3760.9)).toContain('a factor 2.7 below the limit of 10,000');
    expect(of(27_000)).toContain('a factor 2.7 above the limit of 10,000');
  });

  it('never rounds away why it passes or fails', () => {
    expect(of(10_000.4)).toMatch(
      /^Fails: 10,000\.4 FPGAs .*, a factor 1\.00004 above the limit of 10,000\.$/,
    );
    expect(of(9_999.97)).toMatch(/^Passes: 9,999\.97 FPGAs .*, a factor 1\.000003 below the limit/);
    expect(of(10_000)).toContain('exactly at the limit of 10,000');
  });
});
