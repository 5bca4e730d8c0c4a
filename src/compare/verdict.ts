import type { Verdict } from '../result/types.ts';
import type { Comparison } from './types.ts';
import { listText, numberText } from './words.ts';

const NOUNS: Readonly<Record<Verdict, string>> = {
  pass: 'a pass',
  fail: 'a fail',
  undecided: 'undecided',
};

/** What becomes of the verdict, and which condition turns it. */
export function verdictText(found: Pick<Comparison, 'a' | 'b' | 'tests'>): string {
  const { a, b } = found;
  if (a.outcome === b.outcome) return `the verdict stays ${NOUNS[a.outcome]}`;
  const turned = [...ratioTurn(found), ...testTurns(found)];
  // Tests and ratio are the same: what else decides is the best core of the device.
  const why = turned.length > 0 ? listText(turned) : 'held against the best core of its device';
  return `the verdict turns from ${a.outcome} to ${b.outcome} (${why})`;
}

function ratioTurn({ a, b }: Pick<Comparison, 'a' | 'b'>): string[] {
  if (a.value === null || b.value === null) return [];
  const [before, after] = [a.value <= a.limit, b.value <= b.limit];
  if (before === after) return [];
  return [`the ratio is ${after ? 'within' : 'above'} its limit of ${numberText(b.limit)}`];
}

function testTurns({ tests }: Pick<Comparison, 'tests'>): string[] {
  const words: Readonly<Record<Verdict, string>> = {
    pass: 'within its limit',
    fail: 'above its limit',
    undecided: 'not known',
  };
  return tests
    .filter(({ a, b }) => a !== b)
    .map(({ title, b }) => `${title.charAt(0).toLowerCase()}${title.slice(1)} ${words[b]}`);
}
