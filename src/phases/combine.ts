import { STAGES } from '../datasets/types.ts';
import type {
  Bearing,
  MilestoneCell,
  Considered,
  PublishedFigure,
  MilestoneStatus,
} from './types.ts';

/** A figure and what it says. */
export interface Weighed {
  readonly figure: PublishedFigure;
  readonly bearing: Bearing;
}

/** What a cell says when nothing decides it, by the figure that comes closest. */
const UNDECIDED: Readonly<Record<'open' | 'not-comparable', MilestoneStatus>> = {
  open: 'unknown',
  'not-comparable': 'not-comparable',
};

/**
 * One cell from all figures of a system. Figures that decide come before those that do not, and
 * among them the newest version counts: it meets the milestone only if every deciding figure of
 * that version does, and a measured one is shown rather than an estimate. Without any, the cell says
 * what comes closest, and stays undecided.
 */
export function combine(milestone: string, weighed: readonly Weighed[]): MilestoneCell {
  const heard = weighed
    .filter(({ bearing }) => bearing.outcome !== 'silent')
    .sort((a, b) => newest(a.figure, b.figure));
  const deciding = heard.filter(({ bearing }) => isDecision(bearing));
  const version = deciding[0]?.figure.version;
  const current = deciding.filter(({ figure }) => figure.version === version);
  const against = current.filter(({ bearing }) => bearing.outcome === 'not-met');
  const [decided] = (against.length > 0 ? against : current).sort(
    (a, b) => STAGES.indexOf(b.figure.stage) - STAGES.indexOf(a.figure.stage),
  );
  const nearest = [...heard].sort((a, b) => strength(b.figure) - strength(a.figure));
  const closest =
    decided ?? nearest.find(({ bearing }) => bearing.outcome === 'open') ?? nearest[0];
  if (closest === undefined) {
    return {
      milestone,
      status: 'unknown',
      basis: 'none',
      figure: null,
      value: '',
      why: 'no published figure bears on it',
      considered: [],
    };
  }
  const { figure, bearing } = closest;
  return {
    milestone,
    status: statusOf(bearing),
    basis: 'published',
    figure: figure.id,
    value: bearing.value,
    why: bearing.why,
    considered: [closest, ...heard.filter((other) => other !== closest)].map(considered),
  };
}

function isDecision({ outcome }: Bearing): boolean {
  return outcome === 'met' || outcome === 'not-met';
}

function statusOf({ outcome }: Bearing): MilestoneStatus {
  if (outcome === 'met' || outcome === 'not-met') return outcome;
  return outcome === 'silent' ? 'unknown' : UNDECIDED[outcome];
}

function considered({ figure, bearing: { outcome, value, why } }: Weighed): Considered {
  return { figure: figure.id, outcome, value, why };
}

/** How much a figure that does not decide says: of the final proof before others, measured before estimates. */
function strength({ scope, stage }: PublishedFigure): number {
  return (scope === 'final' ? STAGES.length : 0) + STAGES.indexOf(stage);
}

/** Newest first; undated last; the id breaks ties, so that the order of rows does not matter. */
function newest(a: PublishedFigure, b: PublishedFigure): number {
  const [dateA, dateB] = [a.date ?? '', b.date ?? ''];
  if (dateA !== dateB) return dateA > dateB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
