import type { EvaluationResult, ReadingResult, Test, Verdict } from './types.ts';
import { grouped } from '../text/grouped.ts';

/** What each reading counts, as the middle of a sentence. */
const COUNTS: Readonly<Record<string, string>> = {
  overhead: 'FPGAs to prove in real time what one of them runs',
  per_core: 'FPGAs to prove in real time what one core runs',
  literal: 'as the ratio of FPGAs per proved core to cores per FPGA',
};

const VERBS: Readonly<Record<Verdict, string>> = {
  pass: 'Passes',
  fail: 'Fails',
  undecided: 'Undecided',
};

/** The verdict as one sentence, with the figure, the limit and what decides. */
export function sentence(
  reading: ReadingResult,
  tests: readonly Test[],
  limit: number,
  rival: EvaluationResult['rival'],
  technology?: 'asic',
): string {
  const [best] = rival.best;
  const against = reading.id === 'overhead' && (rival.overhead ?? 0) > limit ? best : undefined;
  const verb =
    VERBS[reading.outcome === 'pass' && against !== undefined ? 'fail' : reading.outcome];
  const value = reading.value.value;
  if (typeof value !== 'number') {
    const missing = reading.value.missing ?? [];
    const why = reading.value.invalid ?? `no value for ${missing.join(', ')}`;
    return `${verb}: ${why}.`;
  }
  const [own, most] = apart(value, limit);
  const words = COUNTS[reading.id] ?? reading.title;
  const counts = `${own} ${technology === undefined ? words : words.replaceAll('FPGA', 'chip')}`;
  const factor = limit / value;
  const [times] = apart(Math.max(factor, 1 / factor), 1);
  const room =
    factor === 1
      ? `exactly at the limit of ${most}`
      : `a factor ${times} ${factor > 1 ? 'below' : 'above'} the limit of ${most}`;
  const failing = tests.filter((test) => test.outcome === 'fail').map((test) => lower(test.title));
  const open = tests
    .filter((test) => test.outcome === 'undecided')
    .map((test) => lower(test.title));
  const weak =
    against === undefined || rival.overhead === null
      ? ''
      : `; ${reading.outcome === 'pass' ? 'but' : 'and'} ${people(rival.overhead)} against ${against.design}, the best core of this device`;
  const also = [
    weak,
    failing.length > 0 ? `; over its limit: ${failing.join(', ')}` : '',
    open.length > 0 ? `; not known: ${open.join(', ')}` : '',
  ].join('');
  return `${verb}: ${counts}, ${room}${also}.`;
}

/** Two numbers with as many digits as it takes to tell them apart. */
function apart(value: number, other: number): [string, string] {
  const texts: [string, string] = [people(value), people(other)];
  for (let digits = 3; texts[0] === texts[1] && value !== other && digits <= 15; digits++) {
    const text = (number: number): string => grouped(Number(number.toPrecision(digits)));
    texts[0] = text(value);
    texts[1] = text(other);
  }
  return texts;
}

function people(value: number): string {
  if (value >= 100) return grouped(Math.round(value));
  return value.toPrecision(2).replace(/\.0+$/, '');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
