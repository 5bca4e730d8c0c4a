import { visibleText } from './visible.ts';

/** A unit as people write it. */
export interface UnitText {
  /** In the number that goes with the value, e.g. `LUTs`; empty for plain numbers. */
  readonly text: string;
  /** Symbol that an SI prefix can be joined to. */
  readonly symbol: string;
  /** Whether large values take an SI prefix: joined to the symbol, apart from it, or not at all. */
  readonly prefix: 'joined' | 'apart' | 'none';
}

/** Names of units in formulas, and how they are written beside a number. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['lut', 'LUT'],
  ['ff', 'FF'],
  ['bram', 'BRAM'],
  ['uram', 'URAM'],
  ['dsp', 'DSP'],
  ['ge', 'GE'],
  ['us', 'µs'],
  ['um2', 'µm²'],
  ['cm2', 'cm²'],
  ['mm2', 'mm²'],
  ['percent', '%'],
]);

/** Units that say nothing beside a number. */
const PLAIN = new Set(['1', 'ratio', 'count', 'dimensionless', 'truth', '']);

/** Things that are counted, and take a plural. */
const COUNTED = new Set(
  'LUT FF BRAM URAM DSP core device die cycle clock op word element row tuple query byte'.split(
    ' ',
  ),
);

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['byte', 'B'],
  ['s', 's'],
  ['J', 'J'],
  ['W', 'W'],
  ['Hz', 'Hz'],
]);

/**
 * A unit of the model as people write it beside a value.
 *
 * @param unit - as the model declares it, e.g. `cycle / s / core`
 * @param value - in that unit; decides about the plural
 */
export function unitText(unit: string, value: number): UnitText {
  const name = unit.trim();
  if (PLAIN.has(name)) return { text: '', symbol: '', prefix: 'none' };
  const tight = visibleText(name, 100)
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s*\*\s*/g, '·');
  const text = tight.replace(/[A-Za-z]\w*/g, (word) => WRITTEN.get(word) ?? word);
  const symbol = SYMBOLS.get(name);
  if (/^(cycle|op|clock)\/s\b/.test(tight)) return { text, symbol: text, prefix: 'apart' };
  const plural = COUNTED.has(text) && value !== 1 ? pluralOf(text) : text;
  if (symbol !== undefined) return { text: plural, symbol, prefix: 'joined' };
  return { text: plural, symbol: text, prefix: 'none' };
}

function pluralOf(noun: string): string {
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
