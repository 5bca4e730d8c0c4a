import { describe, expect, it } from 'vitest';
import { toText } from '../../src/report/table/text.ts';
import type { Block } from '../../src/report/table/blocks.ts';

const NAME = 'retention_scale_of_a_long_name[with_an_element]';
const TITLE = 'Uncertainty of the clock retention curve, in words that go on';

const table = (numbers: number): Block => ({
  kind: 'table',
  columns: [
    { title: 'input' },
    ...Array.from({ length: numbers }, (_, k) => ({ title: `n${k}`, align: 'right' as const })),
    { title: 'name', whole: true },
  ],
  rows: [[TITLE, ...Array.from({ length: numbers }, (_, k) => `1,234,56${k}`), NAME]],
});

describe('a table in a narrow terminal', () => {
  it('cuts the title and never the name', () => {
    const lines = toText([table(0)], { color: false, width: 80 })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toContain(NAME);
    expect(lines.at(-1)).toContain('Uncertainty of the clock reten…');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('puts names below where there is no room, and cuts no number', () => {
    const text = toText([table(5)], { color: false, width: 80 });
    const lines = text.trimEnd().split('\n');
    expect(lines.at(-1)).toBe(`  ${NAME}`);
    expect(lines.at(-2)).toMatch(
      /…\s+1,234,560 {2}1,234,561 {2}1,234,562 {2}1,234,563 {2}1,234,564$/,
    );
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('is as wide as it is without a limit', () => {
    expect(toText([table(5)], { color: false, width: undefined })).toContain(TITLE);
  });

  it('wraps headings', () => {
    const text = toText([{ kind: 'heading', text: 'Where '.repeat(20).trim() }], {
      color: false,
      width: 40,
    });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(text.match(/Where/g)).toHaveLength(20);
  });
});
