import { grouped } from '../text/grouped.ts';

/** From here on numbers are in millions. */
const MILLION = 1e7;

/** Numbers from here to {@link MILLION} are whole; smaller ones have three significant digits. */
const WHOLE = 1000;

/** A number for people, with separators. */
export function plain(value: number): string {
  if (!Number.isFinite(value)) return 'not finite';
  if (value >= MILLION) return `${plain(value / 1e6)} million`;
  const short = value >= WHOLE ? Math.round(value) : Number(value.toPrecision(3));
  return grouped(short);
}

/** A rate of instructions or rows. */
export function rateText(cyclesPerS: number): string {
  if (cyclesPerS >= 1e6) return `${plain(cyclesPerS / 1e6)} MHz`;
  return cyclesPerS >= 1e3 ? `${plain(cyclesPerS / 1e3)} kHz` : `${plain(cyclesPerS)} Hz`;
}
