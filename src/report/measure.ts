import type { DoubtHead, Subject } from '../doubt/types.ts';
import { small } from './charts/words.ts';
import { formatNumber, quantityText } from './format.ts';
import { unitText } from './unitText.ts';
import { visibleText } from './visible.ts';

/** Longest name of a quantity in a sentence. */
const LONGEST = 80;

/** What a study is about, in the words and the unit that people read it in. */
export interface Measure {
  /** After "the": `ratio`, or `cost of proving 10^9 instructions`. */
  readonly name: string;
  /** Unit of what machines read: `1` for plain numbers. */
  readonly base: string;
  /** Unit that people read it in; empty for plain numbers. */
  readonly unit: string;
  /** A number in base units in that unit. */
  readonly shown: (value: number) => number;
  /** A shown number with its unit. */
  readonly text: (shown: number) => string;
  /** Shown, without doubt. */
  readonly value: number;
  /** Shown; undefined where there is none. */
  readonly limit: number | undefined;
}

/** What a study says: the ratio, unless it is about another quantity. */
export function measureOf(
  report: Pick<DoubtHead, 'value' | 'limit'> & { readonly of?: Subject },
): Measure {
  const { of } = report;
  if (of === undefined) {
    const { value, limit } = report;
    const text = (shown: number): string => formatNumber(shown);
    return { name: 'ratio', base: '1', unit: '', shown: (own) => own, text, value, limit };
  }
  const { unit, scale } = of.display;
  const shown = (value: number): number => value / scale;
  return {
    name: small(visibleText(of.title, LONGEST)),
    base: of.unit,
    unit: unitText(unit, 2).text,
    shown,
    text: (number) => quantityText(number, { unit, scale: 1 }),
    value: shown(of.value),
    limit: of.limit === undefined ? undefined : shown(of.limit),
  };
}
