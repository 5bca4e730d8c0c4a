import type { Bands } from '../doubt/distributionOf.ts';
import { combine, type Weighed } from './combine.ts';
import { modelCell } from './modelCell.ts';
import { FIGURE_RULES } from './rules/index.ts';
import type {
  MilestoneCell,
  FigureUse,
  Milestone,
  ModelVerdict,
  PublishedFigure,
  ScoredSystem,
  System,
} from './types.ts';
import { whyUnused } from './unused.ts';

/** What systems are scored from. */
export interface Evidence {
  readonly milestones: readonly Milestone[];
  readonly figures: readonly PublishedFigure[];
  /** Of prover profiles on FPGAs, and on chips. */
  readonly verdicts: readonly ModelVerdict[];
  readonly chipVerdicts: readonly ModelVerdict[];
  /** Instructions per second of the article's laptop. */
  readonly nativeRate: number;
  /** Factors by which a figure of a stage may be off. */
  readonly bands: Bands;
}

/** Scores one system for every milestone. */
export function scoreSystem(system: System, evidence: Evidence): ScoredSystem {
  const figures = evidence.figures.filter((figure) => figure.system === system.id);
  const cells = evidence.milestones.map((milestone) =>
    cellOf(milestone, system, figures, evidence),
  );
  return { system, cells, figures: figures.map((figure) => useOf(figure, cells)) };
}

function cellOf(
  milestone: Milestone,
  system: System,
  figures: readonly PublishedFigure[],
  { verdicts, chipVerdicts, nativeRate, bands }: Evidence,
): MilestoneCell {
  if (milestone.rule === 'device-model') return modelCell(milestone.id, system, verdicts);
  if (milestone.rule === 'asic') return modelCell(milestone.id, system, chipVerdicts);
  const rule = FIGURE_RULES.get(milestone.rule);
  if (rule === undefined) return unscored(milestone);
  const weighed = figures.map((figure): Weighed => ({
    figure,
    bearing: rule({ milestone, system, nativeRate, bands }, figure),
  }));
  return combine(milestone.id, weighed);
}

/** A milestone for which there is no rule. */
function unscored({ id: milestone }: Milestone): MilestoneCell {
  const why = 'no rule scores this milestone';
  return {
    milestone,
    status: 'unknown',
    basis: 'none',
    figure: null,
    value: '',
    why,
    considered: [],
  };
}

function useOf(figure: PublishedFigure, cells: readonly MilestoneCell[]): FigureUse {
  const bearsOn = cells
    .filter(({ considered }) => considered.some((one) => one.figure === figure.id))
    .map(({ milestone }) => milestone);
  return bearsOn.length > 0 ? { figure, bearsOn } : { figure, bearsOn, unused: whyUnused(figure) };
}
