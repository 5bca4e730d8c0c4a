import type { Figure, Verdict } from '../result/types.ts';
import { unitText } from './unitText.ts';
import { visibleText } from './visible.ts';
import { grouped } from '../text/grouped.ts';

/** Significant digits that people get; machine formats are never rounded. */
const DIGITS = 3;

/** Whole numbers up to here are written out. */
const LONGEST_INTEGER = 1e9;

/** Other numbers up to here are rounded to whole ones. */
const LONGEST_ROUNDED = 1e7;

/** Numbers below this are written with an exponent. */
const SMALLEST = 1e-3;

/** Elements of the model's sets as people call them. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['lut', 'LUTs'],
  ['ff', 'flip-flops'],
  ['bram', 'block RAMs'],
  ['uram', 'UltraRAMs'],
  ['dsp', 'DSP blocks'],
  ['area', 'silicon area'],
  ['fabric', 'logic and on-chip memory'],
  ['memory', 'memory bandwidth'],
  ['host', 'host link'],
]);

const PREFIXES = ['p', 'n', 'µ', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;
const UNPREFIXED = PREFIXES.indexOf('');

/**
 * A plain number with thousands separators and three to four significant digits. A number that is
 * exact in fewer digits is written as it is.
 *
 * @param digits - significant digits of numbers below 1,000 that are not exact in fewer
 * @example formatNumber(3760.9) // => '3,761'
 * @example formatNumber(0.41373) // => '0.414'
 */
export function formatNumber(value: number, digits: number = DIGITS): string {
  if (!Number.isFinite(value)) return 'not finite';
  // Scaling to a display unit leaves 82.00000000000001 behind.
  const clean = Number(value.toPrecision(12));
  const size = Math.abs(clean);
  if (Number.isInteger(clean) && size < LONGEST_INTEGER) return grouped(clean.toFixed(0));
  if (size >= LONGEST_ROUNDED || size < SMALLEST) return exponent(clean, digits);
  const decimals = size >= 1000 ? digits - 3 : size >= 100 ? digits - 2 : undefined;
  if (decimals === undefined) {
    const short = clean.toPrecision(digits);
    return Number(short) === clean ? String(clean) : short;
  }
  const text = clean.toFixed(decimals);
  return grouped(decimals > 0 && /\.0+$/.test(text) ? text.replace(/\.0+$/, '') : text);
}

/**
 * A number with an SI prefix.
 *
 * @example siText(27629525) // => '27.6 M'
 */
export function siText(value: number, digits: number = DIGITS): string {
  const { text, prefix } = prefixed(value, digits);
  return prefix === '' ? text : `${text} ${prefix}`;
}

/**
 * A number in base units, in the unit that people read it in.
 *
 * @example quantityText(208043860, { unit: 'MHz', scale: 1e6 }) // => '208 MHz'
 * @example quantityText(6.76e10, { unit: 'cycle / s', scale: 1 }) // => '67.6 G cycle/s'
 */
export function quantityText(
  value: number,
  display: Figure['display'],
  digits: number = DIGITS,
): string {
  const shown = value / display.scale;
  const unit = unitText(display.unit, shown);
  const size = Math.abs(shown);
  switch (unit.prefix) {
    case 'apart':
      // Guest instructions and operations are counts: the prefix belongs to the number.
      if (size >= 1e4) return `${siText(shown, digits)} ${unit.text}`;
      break;
    case 'joined':
      if (size >= 1e4 || (size < 1e-2 && size > 0)) {
        const { text, prefix } = prefixed(shown, digits);
        return `${text} ${prefix}${unit.symbol}`;
      }
      break;
    case 'none':
  }
  const text = formatNumber(shown, digits);
  return unit.text === '' ? text : `${text} ${unit.text}`;
}

/**
 * A figure as people read it, or why there is none.
 *
 * @example figureText(cores) // => '474 cores'
 * @example figureText(hourlyRate) // => 'not known (needs price)'
 */
export function figureText(figure: Figure, digits: number = DIGITS): string {
  if (figure.invalid !== undefined) return `not defined (${visibleText(figure.invalid)})`;
  if (figure.value === null) return unknownText(figure.missing);
  if (figure.element !== undefined) return elementText(figure.element);
  if (typeof figure.value === 'boolean') return figure.value ? 'yes' : 'no';
  return quantityText(figure.value, figure.display, digits);
}

/**
 * Two figures that are held against each other, with as many digits as it takes to tell them apart:
 * a test that fails must not read "256 kB of 256 kB".
 */
export function comparedText(value: Figure, limit: Figure): readonly [string, string] {
  for (let digits = DIGITS; digits < 12; digits += 1) {
    const texts = [figureText(value, digits), figureText(limit, digits)] as const;
    if (value.value === limit.value || texts[0] !== texts[1]) return texts;
  }
  return [figureText(value, 12), figureText(limit, 12)];
}

/** A range of a value, e.g. `0.5 – 0.85`; empty where neither end is known. */
export function rangeText(
  low: number | undefined,
  high: number | undefined,
  display: Figure['display'],
): string {
  const end = (value: number | undefined): string =>
    value === undefined ? '…' : formatNumber(value / display.scale);
  return low === undefined && high === undefined ? '' : `${end(low)} – ${end(high)}`;
}

/** A share as a percentage, e.g. `25 %`, `4.2 %`, `< 0.1 %`. */
export function percentText(share: number): string {
  const percent = 100 * share;
  if (percent === 0) return '0 %';
  if (Math.abs(percent) < 0.1) return '< 0.1 %';
  return `${Math.abs(percent) < 9.95 ? percent.toFixed(1) : grouped(percent.toFixed(0))} %`;
}

/**
 * What a margin, log10(limit / value), means.
 *
 * @example marginText(0.4247) // => '2.66 times to spare'
 * @example marginText(-0.6) // => '3.98 times too much'
 */
export function marginText(margin: number | null): string {
  if (margin === null) return 'not known';
  if (margin === 0) return 'exactly at the limit';
  const factor = formatNumber(Number((10 ** Math.abs(margin)).toPrecision(DIGITS)));
  // A factor that rounds to 1 says nothing; then the percentage does.
  if (factor === '1') {
    const percent = percentText(10 ** Math.abs(margin) - 1);
    return margin > 0 ? `${percent} to spare` : `${percent} too much`;
  }
  return margin > 0 ? `${factor} times to spare` : `${factor} times too much`;
}

/** An outcome as a word, with a sign that does not need colour. */
export function outcomeText(outcome: Verdict): string {
  return { pass: '✓ passes', fail: '✗ fails', undecided: '? undecided' }[outcome];
}

/** An element of one of the model's sets, e.g. `block RAMs` for `bram`. */
export function elementText(element: string): string {
  return ELEMENTS.get(element) ?? visibleText(element, 200);
}

/** Says that something is not known, and what it would take. */
export function unknownText(missing: readonly string[] = []): string {
  if (missing.length === 0) return 'not known';
  const shown = missing.slice(0, 3).map((name) => visibleText(name, 200));
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
  return `not known (needs ${shown.join(', ')}${more})`;
}

function exponent(value: number, digits: number): string {
  if (value === 0) return '0';
  const [mantissa = '', power = ''] = value.toExponential(digits - 1).split('e');
  return `${mantissa.replace(/\.0+$/, '')}e${power.replace('+', '')}`;
}

function prefixed(value: number, digits: number): { text: string; prefix: string } {
  if (value === 0 || !Number.isFinite(value)) return { text: formatNumber(value), prefix: '' };
  // Rounding first, as 999,960 is 1.00 M and not 1000 k.
  const rounded = Number(value.toPrecision(digits));
  const step = Math.floor(Math.log10(Math.abs(rounded) * (1 + 1e-12)) / 3);
  const index = Math.min(PREFIXES.length - 1, Math.max(0, step + UNPREFIXED));
  const scaled = value / 1000 ** (index - UNPREFIXED);
  const short = Number(scaled.toPrecision(12));
  const text = scaled.toPrecision(digits);
  return {
    // Beyond the last prefix the number itself grows long.
    text:
      Math.abs(scaled) >= 1e4
        ? formatNumber(scaled)
        : Number(text) === short
          ? String(short)
          : text,
    prefix: PREFIXES[index] ?? '',
  };
}
