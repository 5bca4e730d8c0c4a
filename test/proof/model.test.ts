import { describe, expect, it } from 'vitest';
import { loadScenario } from '../support/loadScenario.ts';
import { iopBytes } from './reference/iopBytes.ts';
import { udrQueries } from './reference/queries.ts';

// The references are written from the same sources as models/proof.yaml, but apart from it.
const { evaluate } = loadScenario('default');

describe('models/proof.yaml', () => {
  it.each([
    [96, 1],
    [96, 2],
    [96, 3],
    [96, 4],
    [100, 1],
    [100, 2],
    [128, 1],
    [128, 3],
  ])('asks %d bits at rate 2^-%d for the queries of the reference', (bits, rate) => {
    for (const grinding of [0, 10, 24]) {
      const settings = { security_bits: bits, log_inv_rate: rate, grinding_bits: grinding };
      expect(evaluate(settings).number('queries')).toBe(udrQueries(bits, rate, grinding));
    }
  });

  it.each([12, 13, 14, 15, 16, 20, 26])('gives the interactive part at 2^%d elements', (log2) => {
    expect(evaluate({ recursion_log2_elements: log2 }).number('final_iop_bytes')).toBe(
      iopBytes(log2),
    );
  });
});
