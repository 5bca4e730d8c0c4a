import type {
  MilestoneCell,
  Considered,
  FigureUse,
  Milestone,
  PhasesResult,
  PublishedFigure,
  ScoredSystem,
} from '../../phases/types.ts';
import type { Block } from './blocks.ts';
import { cellShort, cellWords, STATUS_LEGEND } from './phasesWords.ts';
import { grouped } from '../../text/grouped.ts';

/** Other figures that a detailed view names for a milestone; the rest is in the machine formats. */
const OTHERS = 3;

/** The score as a document: the matrix for all systems, or one system with its sources. */
export function phasesBlocks(result: PhasesResult): Block[] {
  const [only] = result.systems;
  return result.of !== null && only !== undefined
    ? systemBlocks(result, only)
    : overviewBlocks(result);
}

function overviewBlocks(result: PhasesResult): Block[] {
  const { milestones, systems } = result;
  return [
    { kind: 'text', text: `${result.finding}.` },
    {
      kind: 'table',
      columns: [{ title: 'system' }, ...milestones.map(({ short }) => ({ title: short }))],
      rows: systems.map(({ system, cells }) => [system.name, ...cells.map(cellShort)]),
    },
    { kind: 'text', text: STATUS_LEGEND },
    { kind: 'heading', text: 'Milestones' },
    {
      kind: 'list',
      items: milestones.map(({ short, title, condition }) => `${short}, ${title}: ${condition}`),
    },
    { kind: 'heading', text: 'What is met' },
    { kind: 'list', items: decided(result, 'met') },
    { kind: 'heading', text: 'What is not met' },
    { kind: 'list', items: decided(result, 'not-met') },
    {
      kind: 'text',
      text: `The laptop of the roadmap runs ${grouped(Math.round(result.nativeRate))} instructions per second. One system with its sources: emuprove phases NAME.`,
    },
    { kind: 'text', text: `Again: ${result.command}` },
  ];
}

/** Every cell of a status, with its figure and why. */
function decided(result: PhasesResult, status: MilestoneCell['status']): string[] {
  const items = result.systems.flatMap(({ system, cells, figures }) =>
    cells
      .filter((cell) => cell.status === status)
      .map((cell) => {
        const title = milestoneOf(result, cell)?.title ?? cell.milestone;
        const figure = figures.find((use) => use.figure.id === cell.figure)?.figure;
        const of = figure === undefined ? '' : ` (${figure.version}, ${figure.date ?? 'no date'})`;
        return `${system.name}, ${title}: ${cell.value === '' ? '' : `${cell.value}; `}${cell.why}${of}`;
      }),
  );
  return items.length === 0 ? ['nothing'] : items;
}

function milestoneOf({ milestones }: PhasesResult, cell: MilestoneCell): Milestone | undefined {
  return milestones.find(({ id }) => id === cell.milestone);
}

function systemBlocks(result: PhasesResult, { system, cells, figures }: ScoredSystem): Block[] {
  const facts = [
    system.isaName,
    system.proofSystem,
    system.field === undefined ? undefined : `over ${system.field}`,
  ].filter((fact) => fact !== undefined);
  const unused = figures.flatMap((use) => (use.unused === undefined ? [] : [unusedText(use)]));
  return [
    { kind: 'text', text: `${result.finding}.` },
    { kind: 'text', text: `${facts.join('; ')}. Source: ${system.source}.` },
    {
      kind: 'table',
      columns: [{ title: 'milestone' }, { title: 'status' }, { title: 'figure' }, { title: 'why' }],
      rows: cells.map((cell) => [
        milestoneOf(result, cell)?.title ?? cell.milestone,
        cellWords(cell),
        cell.value,
        cell.why,
      ]),
    },
    ...cells.flatMap((cell) => cellBlocks(result, cell, figures)),
    ...(unused.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: 'Figures that answer no milestone' },
          { kind: 'list' as const, items: unused },
        ]),
    { kind: 'text', text: `Again: ${result.command}` },
  ];
}

/** One milestone with the figure that decides, its source, and the figures beside it. */
function cellBlocks(
  result: PhasesResult,
  cell: MilestoneCell,
  figures: readonly FigureUse[],
): Block[] {
  const [first, ...others] = cell.considered;
  if (first === undefined) return [];
  const milestone = milestoneOf(result, cell);
  const more = others.length - OTHERS;
  return [
    { kind: 'heading', text: `${milestone?.title ?? cell.milestone}: ${cellWords(cell)}` },
    { kind: 'text', text: `Demands: ${demandOf(milestone)}.` },
    {
      kind: 'list',
      items: [
        consideredText(first, figures, true),
        ...others.slice(0, OTHERS).map((one) => consideredText(one, figures, false)),
        ...(more > 0 ? [`${more} more figures are in --format json`] : []),
      ],
    },
  ];
}

/** What a milestone demands, and how it is read here. */
function demandOf(milestone: Milestone | undefined): string {
  const { condition = '', note } = milestone ?? {};
  return note === undefined ? condition : `${condition} (${note})`;
}

function consideredText(
  { figure: id, value, why }: Considered,
  figures: readonly FigureUse[],
  full: boolean,
): string {
  const figure = figures.find((use) => use.figure.id === id)?.figure;
  const said = `${value === '' ? '' : `${value}: `}${why}`;
  return figure === undefined ? `${said} (${id})` : `${said}. ${whereFrom(figure, full)}`;
}

/** Version, workload, machine, date and source of a figure. */
function whereFrom(figure: PublishedFigure, full: boolean): string {
  const { version, workload, hardware, date, stage, source, url, note } = figure;
  const machine = hardware ?? 'machine not stated';
  const head = `Version ${version}, ${workload}, ${machine}, ${date ?? 'no date'}, ${stage}`;
  if (!full) return `${head}; ${source}.`;
  return `${head}; ${source}${url === undefined ? '' : `, ${url}`}${note === undefined ? '' : `. ${note}`}.`;
}

function unusedText({ figure, unused }: FigureUse): string {
  return `${figure.id}: ${unused ?? ''}. ${whereFrom(figure, false)}`;
}
