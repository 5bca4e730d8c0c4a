import type {
  ConstraintEntry,
  Design,
  IntegerDesign,
  OptimizeResult,
  ResourceEntry,
  Relaxation,
} from '../../optimize/types.ts';
import { elementText, figureText, formatNumber, percentText, quantityText } from '../format.ts';
import type { Block, Column } from './blocks.ts';

/** Points of a front that a table shows; all of them are in the machine formats. */
const SHOWN = 40;

/** Values of an axis that are listed before it is abridged. */
const LISTED = 8;

/** Kinds of unknown and invalid points that are listed. */
const REASONS = 5;

const left = (title: string): Column => ({ title });
const right = (title: string): Column => ({ title, align: 'right' });

/** A search as a document: the best design, why not a better one, and what it is made of. */
export function optimizeBlocks(result: OptimizeResult): Block[] {
  const { best, scenario, warnings } = result;
  return [
    headline(result),
    { kind: 'text', text: `${scenario.title} (${scenario.id})` },
    { kind: 'text', text: countsText(result) },
    ...pointsWithout(result),
    ...section('What to know', list(warnings.map(({ message, hint }) => `${message} ${hint}`))),
    ...changes(result),
    ...sideBySide(result),
    ...section('Limits, and what they cost', conditions(result)),
    ...section('At the edge of a range: widening it may help', list(edges(result))),
    ...mix(result),
    ...resources(result),
    ...whole(result.integer, result),
    ...front(result),
    ...section('What was searched', searched(result)),
    ...(best === null ? [] : [{ kind: 'text' as const, text: `Evaluate it: ${best.command}` }]),
    { kind: 'text', text: `Again: ${scenario.command}` },
  ];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: title }, ...blocks];
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function headline(result: OptimizeResult): Block {
  const { best, own, objective, factor, counts, complete } = result;
  const partial = complete ? '' : ' (interrupted: this is the best of what was looked at)';
  if (best === null || best.objective === null) {
    const why = counts.infeasible > 0 ? ' meets every limit' : ' has a value';
    const text = `None of ${formatNumber(counts.evaluated)} designs${why}${partial}.`;
    return { kind: 'verdict', outcome: counts.infeasible > 0 ? 'fail' : 'undecided', text };
  }
  const value = quantityText(best.objective, objective.display);
  const before =
    own === null || own.objective === null || factor === null
      ? ''
      : factor === 1
        ? ', which the scenario has already'
        : `, ${formatNumber(factor)} times the ${quantityText(own.objective, objective.display)} of the scenario${own.violates.length > 0 ? `, which does not meet ${own.violates.join(' and ')}` : ''}`;
  return {
    kind: 'verdict',
    outcome: best.verdict.outcome,
    text: `${objective.direction === 'minimize' ? 'Least' : 'Greatest'} ${lower(objective.title)}: ${value}${before}${partial}. ${best.verdict.sentence}`,
  };
}

/** A title within a sentence; abbreviations stay as they are. */
function lower(title: string): string {
  return /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function countsText({ counts, mixed }: OptimizeResult): string {
  const { points, evaluated, feasible, infeasible, unknown, invalid, mixes } = counts;
  const parts = [
    `${formatNumber(feasible)} meet every condition`,
    `${formatNumber(infeasible)} do not`,
    ...(unknown > 0 ? [`${formatNumber(unknown)} are not known`] : []),
    ...(invalid > 0 ? [`${formatNumber(invalid)} make no sense`] : []),
  ];
  const of = evaluated < points ? ` of ${formatNumber(points)}` : '';
  const divided = mixed ? `; units were divided in ${formatNumber(mixes)} different cases` : '';
  return `${formatNumber(evaluated)}${of} designs were evaluated: ${parts.join(', ')}${divided}.`;
}

/** Points that have no say, and why. */
function pointsWithout({ unknown, invalid, objective, constraints }: OptimizeResult): Block[] {
  const name = (what: string): string =>
    what === 'objective'
      ? objective.title
      : (constraints.find(({ id }) => id === what)?.title ?? what);
  const rows = [
    ...unknown.map(({ what, needs, points }) => [
      formatNumber(points),
      `${name(what)} not known: no ${needs.slice(0, 4).join(', ')}`,
    ]),
    ...invalid.map(({ reason, points }) => [formatNumber(points), reason]),
  ];
  if (rows.length === 0) return [];
  const more = rows.length - REASONS;
  return [
    {
      kind: 'table',
      columns: [right('designs'), left('why they do not count')],
      rows: rows.slice(0, REASONS),
    },
    ...(more > 0 ? [{ kind: 'text' as const, text: `and ${more} more reasons` }] : []),
  ];
}

function changes({ changes: found, best }: OptimizeResult): Block[] {
  if (best === null) return [];
  if (found.length === 0) {
    return section('What changes', [
      { kind: 'text', text: 'Nothing: the scenario is the best design.' },
    ]);
  }
  return section('What changes', [
    {
      kind: 'table',
      columns: [left('name'), left('the scenario'), left('the best design')],
      rows: found.map(({ name, from, to }) => [name, from, to]),
    },
  ]);
}

function sideBySide({ own, best }: OptimizeResult): Block[] {
  if (best === null) return [];
  const before = (name: string): Design['figures'][number] | undefined =>
    own?.figures.find((figure) => figure.name === name);
  return section('Side by side', [
    {
      kind: 'table',
      columns: [
        left('quantity'),
        right('the scenario'),
        right('the best design'),
        right('factor'),
        left('name'),
      ],
      rows: best.figures.map((figure) => {
        const other = before(figure.name);
        const [a, b] = [other?.value, figure.value];
        const comparable = typeof a === 'number' && typeof b === 'number' && a !== 0;
        return [
          figure.title,
          other === undefined ? '' : figureText(other),
          figureText(figure),
          comparable && figure.element === undefined ? `${formatNumber(b / a)} x` : '',
          figure.name,
        ];
      }),
    },
  ]);
}

function conditions(result: OptimizeResult): Block[] {
  const { constraints, objective, best } = result;
  if (constraints.length === 0) return [{ kind: 'text', text: 'None.' }];
  const relaxed = ({ bound, objective: value }: Relaxation, entry: ConstraintEntry): string =>
    `${quantityText(bound, entry.display)} gives ${quantityText(value, objective.display)}`;
  return [
    {
      kind: 'table',
      columns: [
        left('quantity'),
        right('limit'),
        right('violated by'),
        right('by it alone'),
        left('giving way'),
        left('id'),
      ],
      rows: constraints.map((entry) => [
        entry.title,
        entry.limit === null
          ? 'not known'
          : `${entry.relation} ${quantityText(entry.limit, entry.display)}`,
        formatNumber(entry.violated),
        formatNumber(entry.violatedAlone),
        entry.relaxed === null
          ? best === null
            ? 'does not help by itself'
            : 'gains nothing'
          : [entry.relaxed.least, entry.relaxed.best]
              .filter((one, i, both) => i === 0 || one.bound !== both[0]?.bound)
              .map((one) => relaxed(one, entry))
              .join('; '),
        entry.id,
      ]),
    },
  ];
}

function edges({ edges: found }: OptimizeResult): string[] {
  return found.map(
    ({ axis, label, edge, factor }) =>
      `${axis} = ${label} is the ${edge} value searched${factor === null ? '' : `; the step to it changes the objective by a factor of ${formatNumber(factor)}`}`,
  );
}

function mix({ mix: operations, resources: found }: OptimizeResult): Block[] {
  const used = found.filter(({ id }) =>
    operations.some(({ units }) => units.some(({ resources: taken }) => (taken[id] ?? 0) > 0)),
  );
  const rows = operations.flatMap(({ title, own, units }) =>
    units.map(({ unit, share, count, resources: taken }, i) => [
      i === 0 ? title : '',
      unit === own ? unit : `${unit} *`,
      percentText(share),
      formatNumber(count),
      ...used.map((resource) => amount(taken[resource.id] ?? 0, resource)),
    ]),
  );
  if (rows.length === 0) return [];
  const notes = operations.flatMap(({ own, units }) =>
    units.flatMap(({ unit, note }) => (unit === own || note === '' ? [] : [`${unit}: ${note}`])),
  );
  return section('Units of the best design', [
    {
      kind: 'table',
      columns: [
        left('operation'),
        left('unit'),
        right('share'),
        right('units'),
        ...used.map(({ id }) => right(elementText(id))),
      ],
      rows,
    },
    ...(notes.length > 0
      ? [{ kind: 'text' as const, text: '* not the unit of the scenario' }, ...list(notes)]
      : []),
  ]);
}

/** So much of a resource: a count as its column says, anything else with its unit. */
function amount(value: number, { display }: Pick<ResourceEntry, 'display'>): string {
  return display.scale === 1 ? formatNumber(value) : quantityText(value, display);
}

function resources({ resources: found }: OptimizeResult): Block[] {
  if (found.length === 0) return [];
  const worth = found.some(({ elasticity }) => elasticity > 0);
  return [
    {
      kind: 'table',
      columns: [left('resource'), right('usable'), right('taken'), right('1 % more is worth')],
      rows: found.map(({ title, usable, use, elasticity, ...resource }) => [
        title,
        amount(usable, resource),
        percentText(use),
        elasticity > 0 ? `${formatNumber(elasticity)} % of the rate` : 'nothing',
      ]),
    },
    ...(worth
      ? []
      : [{ kind: 'text' as const, text: 'Not the logic but something else limits this design.' }]),
  ];
}

function whole(design: IntegerDesign | null, { objective }: OptimizeResult): Block[] {
  if (design === null) return [];
  if (design.status === 'none') {
    const text =
      'Not even one unit of each operation fits beside a core: units would need time-sharing, which takes more control than the model counts.';
    return section('With whole units', [{ kind: 'text', text }]);
  }
  const rate = (value: number): string => quantityText(value, { unit: 'cycle / s', scale: 1 });
  const value =
    design.objective === null
      ? ''
      : `, ${lower(objective.title)} ${quantityText(design.objective, objective.display)}`;
  const open =
    design.status === 'optimal'
      ? ''
      : `; the search was cut off, and up to ${rate(design.bound)} may be possible`;
  return section('With whole units', [
    {
      kind: 'text',
      text: `Segment rate ${rate(design.rate)}, ${percentText(design.gap)} below the ${rate(design.fluidRate)} of the fluid mix${value}${open}.`,
    },
    {
      kind: 'table',
      columns: [left('operation'), left('unit'), right('units')],
      rows: [
        ...design.units.map(({ operation, unit, count }) => [operation, unit, formatNumber(count)]),
        ['emulation', 'core', formatNumber(design.cores)],
      ],
    },
  ]);
}

function front({ pareto, axes }: OptimizeResult): Block[] {
  if (pareto === null) return [];
  const { points, objectives, unknown } = pareto;
  const varying = axes.filter(
    ({ name }) => new Set(points.map(({ labels }) => labels[name])).size > 1,
  );
  const more = points.length - SHOWN;
  const missing =
    unknown > 0 ? `; ${formatNumber(unknown)} designs lack a value for one of them` : '';
  return section('Pareto front: no value here gets better without another getting worse', [
    {
      kind: 'table',
      columns: [
        ...objectives.map(({ title }) => right(title)),
        ...varying.map(({ name }) => left(name)),
      ],
      rows: points
        .slice(0, SHOWN)
        .map(({ values, labels }) => [
          ...objectives.map(({ display }, i) => quantityText(values[i] ?? NaN, display)),
          ...varying.map(({ name }) => labels[name] ?? ''),
        ]),
    },
    {
      kind: 'text',
      text: `${formatNumber(points.length)} designs${more > 0 ? `, of which ${more} more are in the machine formats` : ''}${missing}.`,
    },
  ]);
}

function searched({ axes, left: alone }: OptimizeResult): Block[] {
  const values = (labels: readonly string[]): string =>
    labels.length <= LISTED
      ? labels.join(', ')
      : `${labels.slice(0, 3).join(', ')}, …, ${labels.at(-1) ?? ''} (${labels.length})`;
  return list([
    ...axes.map(({ name, labels }) => `${name}: ${values(labels)}`),
    ...alone.map(({ name, reason }) => `${name} is left as it is: ${reason}`),
  ]);
}
