import { verdictText } from './verdict.ts';
import type { Attribution, Comparison, Part } from './types.ts';
import { factorText, listText, numberText, percentText, timesText } from './words.ts';
import { grouped } from '../text/grouped.ts';

/** Parts that a sentence names. */
const NAMED = 3;

/** A part below this share of all that moves is not named. */
const LEAST_SHARE = 0.1;

/** A change below this many powers of ten is rounding. */
const NOTHING = 1e-12;

/** What the sentences are made from. */
type Found = Omit<Comparison, 'summary' | 'notes' | 'schemaVersion' | 'kind' | 'tool' | 'command'>;

/** The result in sentences: what happens, what it comes from, and how sure it is. */
export function summaryOf(found: Found): string[] {
  return [whatText(found), whyText(found), sureText(found)].filter((text) => text !== '');
}

function whatText(found: Found): string {
  const { a, b, choices, inputs, files, noise } = found;
  const verdict = verdictText(found);
  if (choices.length + inputs.length + files.length === 0 && a.value === b.value) {
    return `There is no difference: ${a.label} and ${b.label} choose the same and rest on the same inputs; ${verdict}.`;
  }
  const from = `From ${a.label} to ${b.label}`;
  if (a.value === null || b.value === null) {
    const open = [a, b].filter(({ value }) => value === null).map(({ label }) => label);
    return `${from}: the ratio of ${listText(open)} is not known; ${verdict}.`;
  }
  if (!moves(found)) return `${from} the ratio stays at ${numberText(a.value)}; ${verdict}.`;
  const direction = b.value > a.value ? 'rises' : 'falls';
  const sure = noise === null ? '' : `, ${noise.band.holdsZero ? 'inside' : 'beyond'} the noise`;
  return `${from} the ratio ${direction} by ${factorText(b.value / a.value)}, from ${numberText(a.value)} to ${numberText(b.value)}${sure}; ${verdict}.`;
}

function moves({ ratio }: Found): boolean {
  return ratio.log10 === null || Math.abs(ratio.log10) >= NOTHING;
}

function whyText(found: Found): string {
  const { byChoice, byInput, choices } = found;
  const main = byChoice ?? byInput;
  if (main === null) return noCauseText(found);
  if (!moves(found) || Math.abs(main.change) < NOTHING) {
    const what =
      main.parts.length === 1 ? 'what differs does' : `the ${main.parts.length} differences do`;
    return `Here ${what} not bind: ${listText(main.parts.slice(0, NAMED).map(({ title }) => lower(title)))}${main.parts.length > NAMED ? ', …' : ''}.`;
  }
  const named = choices.filter(({ concerns }) => concerns === 'value');
  const [only] = named;
  // A setting says no more than the input that it sets.
  const choice =
    named.length === 1 && only !== undefined && !only.name.startsWith('set.')
      ? `The ${lower(only.title)} makes it (${only.a ?? 'none'} → ${only.b ?? 'none'}), through `
      : 'It comes from ';
  const rates = ratesText(found);
  return `${choice}${causesText(main)}${rates === '' ? '' : `: ${rates}`}.`;
}

function noCauseText({ choices, a, b }: Found): string {
  const names = choices
    .filter(({ concerns }) => concerns === 'value')
    .map(({ title }) => lower(title));
  if (names.length === 0 || a.value === null || b.value === null) return '';
  return `What differs is the ${listText(names)}; that can not be taken apart.`;
}

/** The parts that move most, those that go the way of the change first. */
function causesText({ parts, change }: Attribution): string {
  const shown = parts.filter(({ share }, i) => i === 0 || (i < NAMED && share >= LEAST_SHARE));
  const text = (some: readonly Part[]): string =>
    listText(some.map(({ title, factor }) => `${lower(title)} (${timesText(factor)})`));
  const along = shown.filter(({ log10 }) => Math.sign(log10) === Math.sign(change));
  const against = shown.filter((part) => !along.includes(part));
  const rest = 1 - shown.reduce((sum, { share }) => sum + share, 0);
  const more = parts.length - shown.length;
  const causes = [along, against].filter((some) => some.length > 0).map(text);
  const left = rest < 0.01 ? '' : `, and ${percentText(rest)} of the movement from ${more} more`;
  return `${causes.join(' against ')}${left}`;
}

function ratesText({ quantities, a, b }: Found): string {
  if (a.reading !== 'overhead' || b.reading !== 'overhead') return '';
  const texts = ['native_rate', 'proved_rate'].flatMap((name) => {
    const log10 = quantities.find((quantity) => quantity.name === name)?.log10;
    if (log10 === undefined || log10 === null) return [];
    const rate = name === 'native_rate' ? 'the native rate' : 'the proved rate';
    if (Math.abs(log10) < NOTHING) return [`${rate} stays`];
    return [`${rate} ${log10 > 0 ? 'rises' : 'falls'} by ${factorText(10 ** log10)}`];
  });
  return listText(texts);
}

function sureText(found: Found): string {
  if (found.noise === null) return '';
  const { band, passes, samples } = found.noise;
  const draws = `${grouped(samples)} draws`;
  const [before, after] = [chanceText(passes.a.value), chanceText(passes.b.value)];
  const chance =
    before === after
      ? `${before} of all pass on both sides`
      : `${before} of all pass before and ${after} after`;
  if (band.p95 - band.p05 < NOTHING && band.holdsZero) {
    return `In ${draws} the ratio never changes; ${chance}.`;
  }
  const range = `${timesText(10 ** band.p05)} to ${timesText(10 ** band.p95)}`;
  return `In 90 % of ${draws} the ratio changes by ${range}; ${chance}.`;
}

function chanceText(probability: number): string {
  const percent = 100 * probability;
  return `${percent > 99.95 || percent < 0.05 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}

/** A title within a sentence; abbreviations stay as they are. */
function lower(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
