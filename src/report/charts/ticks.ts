import { textWidth } from '../render/textMetrics.ts';
import { siText } from '../format.ts';
import { grouped } from '../../text/grouped.ts';

/** A tick of an axis. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** Ends of an axis, ascending. */
export type Domain = readonly [low: number, high: number];

/** Digits at which ticks of a logarithmic axis lie, the densest first. */
const DIGITS = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]] as const;

/** Decades between ticks, where not every decade has one. */
const DECADES = [2, 3, 4, 6, 10, 20, 40, 80];

/** More ticks than this say no more. */
const MOST_TICKS = 9;

/** Pixels between two labels. */
const GAP = 14;

/** Below this span a logarithmic axis has ticks by equal steps. */
const NARROW = 3;

/**
 * Ticks of a logarithmic axis, as dense as their labels have room. Said explicitly because Vega
 * widens a logarithmic axis to whole decades and lets labels collide.
 *
 * @param domain positive
 * @param width of the axis in pixels; `Infinity` where labels are not side by side
 */
export function logTicks(domain: Domain, width: number, most: number = MOST_TICKS): Tick[] {
  const [low, high] = domain;
  const at = (value: number): number => Math.log(value / low) / Math.log(high / low);
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const candidates: number[][] = [];
  const powers = (step: number): number[] => {
    const found: number[] = [];
    for (let power = Math.ceil(first / step) * step; power <= last; power += step)
      found.push(power);
    return found;
  };
  for (const digits of DIGITS) {
    candidates.push(powers(1).flatMap((power) => digits.map((d) => Number(`${d}e${power}`))));
  }
  for (const step of DECADES) candidates.push(powers(step).map((power) => Number(`1e${power}`)));
  const steps = [8, 6, 4, 2].map((count) => evenSteps(domain, count));
  if (high / low < NARROW) candidates.unshift(...steps.slice(0, 2));
  candidates.push(...steps);
  return choose(candidates, domain, at, width, most);
}

/** Ticks of a linear axis, as dense as their labels have room. */
export function linearTicks(domain: Domain, width: number, most: number = MOST_TICKS): Tick[] {
  const [low, high] = domain;
  const at = (value: number): number => (value - low) / (high - low);
  const steps = [9, 7, 5, 4, 3, 2, 1].map((count) => evenSteps(domain, count));
  return choose(steps, domain, at, width, most);
}

/** What of an axis of Vega-Lite says where its ticks are and what is written at them. */
export function tickAxis(ticks: readonly Tick[]): { values: number[]; labelExpr: string } {
  const values = ticks.map(({ value }) => value);
  const texts = JSON.stringify(ticks.map(({ text }) => text));
  return { values, labelExpr: `${texts}[indexof(${JSON.stringify(values)}, datum.value)]` };
}

/** Whole multiples of a round step. */
function evenSteps([low, high]: Domain, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const found: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high * (1 + 1e-12) + 1e-300; k += 1) {
    found.push(Number((k * step).toPrecision(12)));
    if (found.length > 100) break;
  }
  return found;
}

/** The first candidate with labels that do not touch, and at least two of them. */
function choose(
  candidates: readonly (readonly number[])[],
  [low, high]: Domain,
  at: (value: number) => number,
  width: number,
  most: number,
): Tick[] {
  let best: Tick[] = [];
  for (const candidate of candidates) {
    const ticks = candidate
      .filter((value) => value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12))
      .map((value) => ({ value, text: tickText(value) }));
    if (ticks.length >= 2 && ticks.length <= most && apart(ticks, at, width)) return ticks;
    if (best.length === 0 && ticks.length > 0 && ticks.length <= 2 && apart(ticks, at, width)) {
      best = ticks;
    }
  }
  return best;
}

function apart(ticks: readonly Tick[], at: (value: number) => number, width: number): boolean {
  if (width === Infinity) return true;
  const half = (text: string): number => textWidth(text, { fontSize: 12 }) / 2;
  return ticks.every(({ value, text }, i) => {
    const next = ticks[i + 1];
    if (next === undefined) return true;
    return (at(next.value) - at(value)) * width >= half(text) + half(next.text) + GAP;
  });
}

/** A round number in full, from a million on with a prefix. */
function tickText(value: number): string {
  const clean = Number(value.toPrecision(12));
  if (Math.abs(clean) >= 1e6) return siText(clean, 6);
  return grouped(clean);
}
