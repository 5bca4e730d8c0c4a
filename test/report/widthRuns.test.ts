import { expect, it } from 'vitest';
import { fontWidths } from '../../src/report/render/fontWidths.ts';
import { fromRuns, toRuns } from '../../src/report/render/widthRuns.ts';

it('runs give the widths that they were made from, at every border of two of them', () => {
  const font = fontWidths('regular');
  const runs = toRuns(font);
  expect(runs.runs.length).toBeGreaterThan(1000);
  const again = fromRuns(JSON.parse(JSON.stringify(runs)) as typeof runs);
  expect(again.unitsPerEm).toBe(font.unitsPerEm);
  const borders = runs.runs.filter((_, i) => i % 2 === 0);
  for (const codePoint of [...borders, ...borders.slice(1).map((one) => one - 1), 0x10ffff]) {
    expect(again.width(codePoint), codePoint.toString(16)).toBe(font.width(codePoint));
  }
});
