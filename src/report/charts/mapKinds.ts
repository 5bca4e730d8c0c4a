import type { MapCell } from '../../dossier/types.ts';
import { visibleText } from '../visible.ts';
import { INK } from './theme.ts';

/** What comes of a platform with a core. */
export type Kind = 'pass' | 'other' | 'above' | 'unknown';

/** How it is told: by a sign as well as by colour. */
export const KINDS: Readonly<
  Record<Kind, { sign: string; text: string; fill: string; color: string }>
> = {
  pass: { sign: '✓', text: 'passes', fill: '#d7efdc', color: '#0f5a26' },
  other: {
    sign: '△',
    text: 'fails otherwise',
    fill: '#fdeecd',
    color: '#6b4300',
  },
  above: { sign: '✗', text: 'above the limit', fill: '#fbdcd8', color: '#8c1d15' },
  unknown: { sign: '?', text: 'not known', fill: '#eceff2', color: INK.muted },
};

/** A cell by what is drawn of it. */
export interface Shown extends MapCell {
  readonly kind: Kind;
}

/** What is drawn of a cell. */
export function kindOf({ ratio, outcome }: MapCell, limit: number): Kind {
  if (outcome === 'undecided') return 'unknown';
  if (outcome === 'pass') return 'pass';
  return ratio !== null && ratio > limit ? 'above' : 'other';
}

/** What the signs mean, those only that are there. */
export function legendLines(
  shown: readonly Shown[],
  own: boolean,
): { text: string; color: string }[] {
  const present = (Object.keys(KINDS) as Kind[]).filter((kind) =>
    shown.some((one) => one.kind === kind),
  );
  const lines = present.map((kind) => {
    const { sign, text, color } = KINDS[kind];
    return { text: `${sign}  ${text}${kind === 'other' ? reasons(shown) : ''}`, color };
  });
  return own ? [...lines, { text: '☐  framed: this scenario', color: INK.text }] : lines;
}

/** Reasons that a legend has room for. */
const MOST_REASONS = 3;

/** Why those fail that do not fail by the ratio, the most frequent first. */
export function reasons(shown: readonly Shown[]): string {
  const counts = new Map<string, number>();
  for (const { kind, why } of shown) {
    if (kind !== 'other') continue;
    for (const reason of why.split('; ')) {
      // What a reason adds after a colon is another one in each cell.
      const short = visibleText(reason.replace(/:.*$/s, ''), 30);
      if (short !== '') counts.set(short, (counts.get(short) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([reason]) => reason);
  const more = sorted.length > MOST_REASONS ? ', …' : '';
  return sorted.length === 0 ? '' : `: ${sorted.slice(0, MOST_REASONS).join(', ')}${more}`;
}
