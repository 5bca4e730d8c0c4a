import { textIn, type Datasets, type Row } from '../datasets/types.ts';
import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';

/** Maker's prefix that Vivado leaves out of the names of some parts. */
const PREFIX = 'xc';

/** Any one letter or digit in `devices.parts`. */
const ANY = '?';

/** Share of its letters that a name has in common with a part's at least, to be called near. */
const NEAR = 2 / 3;

/** How the names of a device's parts begin, beside how a part's does. */
interface Beginning {
  readonly row: Row;
  readonly text: string;
  /** At how many of its places a part's name is the same. */
  readonly same: number;
  /** Whether a number goes on behind it: xc7a15t is no xc7a1. */
  readonly cut: boolean;
}

/**
 * The device of a part: that with the longest beginning of its name.
 *
 * @throws InputError where two devices have one that is as long
 */
export function deviceOfPart(datasets: Datasets, part: string): Row | undefined {
  const fitting = beginnings(datasets, part).filter(
    ({ text, same, cut }) => same === text.length && !cut,
  );
  const longest = Math.max(...fitting.map(({ text }) => text.length));
  const found = fitting.filter(({ text }) => text.length === longest).map(({ row }) => row);
  const other = found.find(({ key }) => key !== found[0]?.key);
  if (other === undefined) return found[0];
  const message = `the part ${quote(part)} could be ${found[0]?.key ?? ''} or ${other.key}`;
  const expected = 'a longer entry in the column parts of one';
  throw new InputError([{ code: 'report-devices', message, expected }]);
}

/** The device whose name is most like the beginning of a part's, where none is its device. */
export function nearestDevice(datasets: Datasets, part: string): string | undefined {
  let best: Beginning | undefined;
  const share = ({ same, text }: Beginning): number => same / text.length;
  for (const one of beginnings(datasets, part)) {
    if (share(one) >= NEAR && (best === undefined || share(one) > share(best))) best = one;
  }
  return best?.row.key;
}

function beginnings(datasets: Datasets, part: string): Beginning[] {
  const names = [part.toLowerCase(), `${PREFIX}${part.toLowerCase()}`];
  return (datasets.get('devices')?.rows ?? []).flatMap((row) =>
    [row.key, ...(textIn(row, 'parts') ?? '').split(' ')]
      .filter((text) => text !== '')
      .flatMap((text) =>
        names.map((name) => {
          const letters = [...text].filter((letter, i) => isLike(letter, name[i]));
          const cut = /\d/.test(name[text.length - 1] ?? '') && /\d/.test(name[text.length] ?? '');
          return { row, text, same: letters.length, cut };
        }),
      ),
  );
}

function isLike(letter: string, other = ''): boolean {
  return letter === other || (letter === ANY && /[a-z0-9]/.test(other));
}
