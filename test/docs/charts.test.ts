import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as charts from '../../src/report/index.ts';

const text = readFileSync('src/report/README.md', 'utf8');
const explained = [...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id = '']) => id);

/** Ids that the sources of charts give to what is no chart of a report or a comparison. */
const others = readFileSync('src/report/index.ts', 'utf8')
  .match(/(?<=\.\/charts\/)(backtest|cost|roadmap)\w*(?=\.ts)/g)
  ?.flatMap((file) => {
    const source = readFileSync(`src/report/charts/${file}.ts`, 'utf8');
    return /^ {4}id: '([a-z-]+)',$/m.exec(source)?.[1] ?? [];
  });

describe('src/report/README.md', () => {
  it('says how to read every chart, once', () => {
    const all = [
      ...Object.keys(charts.CHARTS),
      ...Object.keys(charts.COMPARISON_CHARTS),
      ...new Set(others),
    ];
    expect(others?.length).toBeGreaterThan(5);
    expect([...explained].sort()).toEqual([...new Set(all)].sort());
  });
});
