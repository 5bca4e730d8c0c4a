import type { Warning } from '../result/types.ts';
import type { Numbers } from './numbers.ts';
import type { Side } from './side.ts';
import type { PairOfSides } from './pairOfSides.ts';
import type { Attribution, Comparison, FileDifference, Noise } from './types.ts';

/** Names that a note lists. */
const LISTED = 8;

/** A share of draws without a value below this is not worth a note. */
const FEW = 0.001;

/**
 * What a reader has to know before believing a comparison.
 *
 * @param why reason for there being no draws, where there are none although something differs
 */
export function notesOf(
  { sides, numbers }: PairOfSides,
  { files, byChoice, byInput, noise }: Pick<Comparison, 'files' | 'byChoice' | 'byInput' | 'noise'>,
  why: string | undefined,
): Warning[] {
  return [
    ...sides.flatMap((side, i) => sideNotes(side, numbers[i])),
    ...readingNotes(sides),
    ...fileNotes(files),
    ...[byChoice, byInput].flatMap((found) => (found === null ? [] : attributionNotes(found))),
    ...noiseNotes(noise, why),
  ];
}

function noiseNotes(noise: Noise | null, why: string | undefined): Warning[] {
  if (why !== undefined) {
    return [note('NO_DRAWS', `no noise band: ${why}`, 'the rest does not need it')];
  }
  const share = noise === null ? 0 : noise.notFinite / noise.samples;
  if (share < FEW) return [];
  const message = `${(100 * share).toFixed(1)} % of the draws have no ratio on a side`;
  const hint = 'some range goes beyond what makes sense; the noise band is without them';
  return [note('NOT_FINITE', message, hint)];
}

function sideNotes(
  { label, saved, result, command, scenario }: Side,
  numbers?: Numbers,
): Warning[] {
  const { missing, value } = result.verdict;
  const notes: Warning[] = [];
  if (numbers === undefined) {
    const message = `there is no prover ${scenario.prover} any more, so ${label} is known by its results alone`;
    notes.push(note('NO_PROVER', message, 'what the change comes from can not be told'));
  } else if (numbers.changed.length > 0) {
    const names = namesText(numbers.changed);
    const message = `other equations than those behind ${label} give today: ${names}`;
    notes.push(note('OTHER_EQUATIONS', message, `they keep the values that ${label} has`));
  }
  if (value === null) {
    const why = missing.length > 0 ? `no value for ${namesText(missing)}` : 'it has no value';
    notes.push(note('UNDECIDED', `the ratio of ${label} is not known: ${why}`, 'set them'));
  }
  if (saved && result.verdict.value !== null) {
    const alone = result.verdict.outcome === 'fail' && passesAlone(result);
    const message = alone
      ? `${label} fails only against the best core of its device, of which a saved result holds no figures`
      : `${label} was saved without the figures of other cores`;
    notes.push(
      note('OWN_CORE', message, 'its probability of a pass is against its own core alone'),
    );
  }
  if (saved && / --(choose|correlate)\b/.test(command)) {
    const message = `${label} was saved without its choices in doubt and its correlations`;
    notes.push(note('SAVED_DOUBT', message, 'its draws are of independent inputs'));
  }
  return notes;
}

/** Whether the ratio and every test pass, taken against the scenario's own core. */
function passesAlone({ verdict, tests }: Side['result']): boolean {
  const { value, limit } = verdict;
  return value !== null && value <= limit && tests.every(({ outcome }) => outcome === 'pass');
}

function readingNotes(sides: readonly Side[]): Warning[] {
  const readings = sides.map(({ scenario }) => scenario.reading);
  if (new Set(readings).size === 1) return [];
  const message = `the two sides read the criterion in two ways, ${readings.join(' and ')}`;
  return [note('TWO_READINGS', message, 'their ratios are not ratios of the same things')];
}

function fileNotes(files: readonly FileDifference[]): Warning[] {
  if (files.length === 0) return [];
  const names = namesText(files.map(({ file }) => file));
  const message = `the two sides were computed from other versions of ${names}`;
  return [
    note('OTHER_FILES', message, 'a saved result keeps the numbers that it was computed from'),
  ];
}

function attributionNotes({ parts, leftOut }: Attribution): Warning[] {
  const joined = parts.filter(({ names }) => names.length > 1).map(({ name }) => name);
  const notes: Warning[] = [];
  if (joined.length > 0) {
    const message = `these count as one cause: ${joined.join('; ')}`;
    notes.push(note('ONLY_TOGETHER', message, 'with some of them changed only, there is no ratio'));
  }
  if (leftOut > 0) {
    const message = `${(100 * leftOut).toFixed(0)} % of the orders in which the differences were made have no ratio on the way`;
    notes.push(note('ORDERS_LEFT_OUT', message, 'they were left out of the averages'));
  }
  return notes;
}

function namesText(names: readonly string[]): string {
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return `${names.slice(0, LISTED).join(', ')}${more}`;
}

function note(code: string, message: string, hint: string): Warning {
  return { code, message, hint };
}
