import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCell } from '../../src/datasets/parseCell.ts';
import { STAGES, type ColumnSchema } from '../../src/datasets/types.ts';

const column = (more: Partial<ColumnSchema>): ColumnSchema => ({ type: 'text', meaning: '', ...more });
const ok = (text: string, more: Partial<ColumnSchema>): unknown => {
  const parsed = parseCell(text, column(more));
  return parsed.ok ? parsed.value : parsed.issue;
};

describe('parseCell: numbers', () => {
  it.each([
    ['0', 0],
    ['1303680', 1303680],
    ['-1.5', -1.5],
    ['+2', 2],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1.25E-2', 0.0125],
    ['1e-999', 0],
  ])('%s', (text, value) => {
    expect(ok(text, { type: 'number' })).toBe(value);
  });

  it.each(['abc', '1,5', '1 000', '1_000', '0x10', '1e', 'e5', '.', '-', '--1', '1-', 'NaN', 'Infinity', '-Infinity', '1/2', '5%', '5 MHz', '٣', '１', '1\u00a0', '1;DROP', '=1+1'])(
    '%j is none',
    (text) => {
      expect(ok(text, { type: 'number' })).toMatchObject({ code: 'cell', message: 'not a number' });
    },
  );

  it.each(['1e999', '-1e999', '9'.repeat(400)])('%s is too large', (text) => {
    expect(ok(text, { type: 'number' })).toMatchObject({ message: 'too large a number' });
  });

  it.each([
    ['1.5', { integer: true }, 'not a whole number'],
    ['-1', { min: 0 }, 'too small'],
    ['0', { exclusive_min: 0 }, 'too small'],
    ['-0', { exclusive_min: 0 }, 'too small'],
    ['2', { max: 1 }, 'too large'],
  ])('%s does not fit %j', (text, limits, message) => {
    expect(ok(text, { type: 'number', ...limits })).toMatchObject({ code: 'cell', message });
  });

  it.each([
    ['2.0', { integer: true }, 2],
    ['0', { min: 0 }, 0],
    ['1e-9', { exclusive_min: 0 }, 1e-9],
    ['1', { max: 1 }, 1],
  ])('%s fits %j', (text, limits, value) => {
    expect(ok(text, { type: 'number', ...limits })).toBe(value);
  });

  it('reads every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(ok(String(value), { type: 'number' })).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('parseCell: other types', () => {
  it.each([
    ['id', 'xcvu47p'],
    ['id', 'aws-f2.6xlarge'],
    ['id', '7a_100-t'],
    ['date', '2024'],
    ['date', '2024-12'],
    ['date', '2024-12-31'],
    ['stage', 'synthesis'],
    ['text', 'anything, even "quotes" and ünïcode'],
    ['ref', 'AMD Virtex UltraScale+'],
  ] as const)('%s: %s', (type, text) => {
    expect(ok(text, { type })).toBe(text);
  });

  it.each([
    ['id', 'Upper'],
    ['id', 'with space'],
    ['id', '-first'],
    ['id', '../../etc/passwd'],
    ['id', '__proto__'],
    ['id', 'a'.repeat(101)],
    ['date', '24'],
    ['date', '2024-13'],
    ['date', '2024-1'],
    ['date', '2024-12-32'],
    ['date', '31.12.2024'],
    ['date', '2024-12-31T00:00'],
    ['date', 'today'],
    ['stage', 'guessed'],
    ['stage', 'Synthesis '],
    ['stage', 'constructor'],
    ['text', 'x'.repeat(20_001)],
  ] as const)('%s: refuses %s', (type, text) => {
    expect(ok(text, { type })).toMatchObject({ code: 'cell', expected: expect.any(String) as string });
  });

  it('suggests the nearest value of an enum and of a stage', () => {
    expect(ok('LUT5', { type: 'enum', values: ['ALM', 'LUT6'] })).toMatchObject({
      message: 'unknown value',
      expected: 'one of ALM, LUT6',
      received: 'LUT5',
      suggestion: 'LUT6',
    });
    expect(ok('syntesis', { type: 'stage' })).toMatchObject({
      suggestion: 'synthesis',
      expected: `one of ${STAGES.join(', ')}`,
    });
    expect(ok('far from anything', { type: 'stage' })).not.toHaveProperty('suggestion');
  });

  it('shortens and escapes what it repeats', () => {
    const issue = ok(`\u001b[31m${'x'.repeat(1000)}`, { type: 'number' }) as { received: string };
    expect(issue.received.startsWith('\\u001b[31m')).toBe(true);
    expect(issue.received.length).toBeLessThan(120);
  });
});
