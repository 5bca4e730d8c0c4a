import type {
  Attribution,
  Comparison,
  InputDifference,
  Noise,
  Part,
  QuantityChange,
} from '../../compare/types.ts';
import { percentText, timesText } from '../../compare/words.ts';
import { elementText, formatNumber, outcomeText, quantityText } from '../format.ts';
import type { Block, Column } from './blocks.ts';

/** Parts that a table shows; all of them are in the machine formats. */
const SHOWN = 15;

/** Names that a line lists. */
const LISTED = 8;

/** A part that moves less than this many powers of ten is not worth a line of its own. */
const NEGLIGIBLE = 5e-5;

/** A comparison as a document: what happens, what it comes from, how sure that is. */
export function compareBlocks(result: Comparison): Block[] {
  const [what = '', ...rest] = result.summary;
  const { a, b, byChoice, byInput, noise } = result;
  return [
    { kind: 'verdict', outcome: b.outcome, text: what },
    ...rest.map((text): Block => ({ kind: 'text', text })),
    { kind: 'text', text: `A: ${a.label}. ${a.sentence}` },
    { kind: 'text', text: `B: ${b.label}. ${b.sentence}` },
    ...choices(result),
    ...attribution('What the change comes from, by choice', byChoice, result, choiceCells),
    ...attribution('What the change comes from, by input', byInput, result, inputCells),
    ...(isSame(result) ? [] : bothSides(result)),
    ...others(result.inputs, byInput),
    ...sources(result.inputs, byInput),
    ...(result.notes.length > 0
      ? [
          { kind: 'heading' as const, text: 'To know' },
          {
            kind: 'list' as const,
            items: result.notes.map(({ message, hint }) => `${message}; ${hint}.`),
          },
        ]
      : []),
    ...(noise === null ? [] : [{ kind: 'text' as const, text: drawsText(noise) }]),
    { kind: 'text', text: `Again: ${result.command}` },
  ];
}

/** Whether there is nothing to show beside the sentence that says so. */
function isSame({ choices: chosen, inputs, files, ratio }: Comparison): boolean {
  return chosen.length + inputs.length + files.length === 0 && ratio.a === ratio.b;
}

function bothSides(result: Comparison): Block[] {
  return [
    { kind: 'heading', text: 'Both sides of the ratio' },
    quantities(result),
    { kind: 'heading', text: 'Verdict' },
    verdict(result),
    ...chanceText(result),
  ];
}

const LEFT = (title: string): Column => ({ title });
const RIGHT = (title: string): Column => ({ title, align: 'right' });

function choices({ choices: list }: Comparison): Block[] {
  if (list.length === 0) return [];
  return [
    { kind: 'heading', text: 'Choices that differ' },
    {
      kind: 'table',
      columns: [LEFT('choice'), LEFT('A'), LEFT('B'), LEFT('name')],
      rows: list.map(({ name, title, a, b, concerns }) => [
        concerns === 'doubt' ? `${title} (doubt only)` : title,
        a ?? 'not set',
        b ?? 'not set',
        name,
      ]),
    },
  ];
}

/** The value of a part on each side. */
type Cells = (part: Part, result: Comparison) => readonly [string, string];

function attribution(
  title: string,
  found: Attribution | null,
  result: Comparison,
  cells: Cells,
): Block[] {
  if (found === null || found.parts.length === 0) return [];
  const moving = found.parts.filter(({ log10, noise }) => isVisible(log10, noise));
  const shown = moving.slice(0, SHOWN);
  const sampled = found.method === 'sampled';
  return [
    { kind: 'heading', text: title },
    ...(shown.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [
              LEFT('what'),
              RIGHT('A'),
              RIGHT('B'),
              RIGHT('ratio'),
              RIGHT('share'),
              ...(sampled ? [RIGHT('± (log10)')] : []),
              RIGHT('5–95 %'),
              LEFT('noise'),
              LEFT('name'),
            ],
            rows: shown.map((part) => [
              part.title,
              ...cells(part, result),
              timesText(part.factor),
              percentText(part.share),
              ...(sampled ? [part.standardError?.toFixed(4) ?? ''] : []),
              bandText(part.noise),
              part.noise === undefined ? '' : part.noise.holdsZero ? 'inside' : 'beyond',
              part.name,
            ]),
          },
        ]),
    {
      kind: 'text',
      text:
        moving.length === 0
          ? `Nothing that differs moves the ratio: ${namesText(found.parts)}.`
          : methodText(found, moving.length - shown.length),
    },
  ];
}

function isVisible(log10: number, noise: Part['noise']): boolean {
  const ends = noise === undefined ? [] : [noise.p05, noise.p95];
  return [log10, ...ends].some((value) => Math.abs(value) >= NEGLIGIBLE);
}

function bandText(noise: Part['noise']): string {
  if (noise === undefined) return '';
  const [low, high] = [noise.p05, noise.p95].map((log10) =>
    Math.abs(log10) < NEGLIGIBLE ? '1' : timesText(10 ** log10).slice(2),
  );
  return `× ${low ?? ''} – ${high ?? ''}`;
}

function methodText({ method, evaluations, parts, leftOut }: Attribution, cut: number): string {
  const idle = parts.filter(({ log10, noise }) => !isVisible(log10, noise));
  const unmoved = idle.length === 0 ? '' : ` Not moving it: ${namesText(idle)}.`;
  const more = cut > 0 ? ` ${cut} more move it less.` : '';
  const orders = leftOut > 0 ? ` (${percentText(leftOut)} of the orders left out)` : '';
  const how =
    method === 'exact'
      ? `exact, ${formatNumber(evaluations)} mixtures`
      : `sampled orders${orders}, ${formatNumber(evaluations)} mixtures`;
  return `Factors multiply to the whole change (Shapley values of log10, ${how}).${more}${unmoved}`;
}

function namesText(parts: readonly Part[]): string {
  const names = parts.slice(0, LISTED).map(({ name }) => name);
  return `${names.join(', ')}${parts.length > names.length ? ', …' : ''}`;
}

const choiceCells: Cells = ({ names }, { choices: list }) => {
  const own = list.filter(({ name }) => names.includes(name));
  return [
    own.map(({ a }) => a ?? 'not set').join(', '),
    own.map(({ b }) => b ?? 'not set').join(', '),
  ];
};

const inputCells: Cells = ({ members }) => {
  const texts = (side: 'a' | 'b'): string =>
    members.map((member) => quantityText(member[side], member.display)).join(', ');
  return [texts('a'), texts('b')];
};

function quantities({ quantities: list, ratio }: Comparison): Block {
  return {
    kind: 'table',
    columns: [LEFT('quantity'), RIGHT('A'), RIGHT('B'), RIGHT('factor'), LEFT('name')],
    rows: [ratio, ...list].map((change) => [
      change.title,
      sideText(change, 'a'),
      sideText(change, 'b'),
      change.factor === null || change.elements !== undefined ? '' : timesText(change.factor),
      change.name,
    ]),
  };
}

function sideText({ elements, display, ...change }: QuantityChange, side: 'a' | 'b'): string {
  const element = elements?.[side === 'a' ? 0 : 1];
  if (element !== undefined && element !== null) return elementText(element);
  const value = change[side];
  return value === null ? 'not known' : quantityText(value, display);
}

function verdict({ a, b, tests, noise }: Comparison): Block {
  const chance = (of: 'a' | 'b'): string =>
    noise === null ? '' : shareText(noise.passes[of].value);
  return {
    kind: 'table',
    columns: [LEFT('test'), LEFT('A'), LEFT('B'), RIGHT('value A'), RIGHT('value B')],
    rows: [
      ['Verdict', outcomeText(a.outcome), outcomeText(b.outcome), '', ''],
      [
        `Ratio (limit ${formatNumber(b.limit)})`,
        ...[a, b].map(({ value, limit }) =>
          outcomeText(value === null ? 'undecided' : value <= limit ? 'pass' : 'fail'),
        ),
        ...[a, b].map(({ value }) => (value === null ? 'not known' : formatNumber(value))),
      ],
      ...tests.map((test) => [
        `${test.title} (limit ${sideText(test.limit, 'b')})`,
        outcomeText(test.a),
        outcomeText(test.b),
        sideText(test.value, 'a'),
        sideText(test.value, 'b'),
      ]),
      ...(noise === null ? [] : [['Probability of a pass', '', '', chance('a'), chance('b')]]),
    ],
  };
}

function chanceText({ noise }: Comparison): Block[] {
  if (noise === null) return [];
  const { value, low, high } = noise.passes.difference;
  const text = `The probability of a pass changes by ${points(value)} (${points(low)} to ${points(high)}); ${shareText(noise.below.value)} of the draws have a lower ratio on B, ${shareText(noise.above.value)} a higher one.`;
  return [{ kind: 'text', text }];
}

function shareText(probability: number): string {
  return `${(100 * probability).toFixed(1)} %`;
}

/** A difference of probabilities in percentage points. */
function points(difference: number): string {
  return `${difference > 0 ? '+' : ''}${(100 * difference).toFixed(1)} points`;
}

/** Inputs that differ in other ways than by a value that both sides use. */
function others(inputs: readonly InputDifference[], byInput: Attribution | null): Block[] {
  const explained = new Set(byInput?.parts.flatMap(({ names }) => names));
  const lines = [
    ['only A uses', 'only-a'],
    ['only B uses', 'only-b'],
    ['same value, other doubt', 'doubt'],
    ['same value, other source', 'source'],
    ['other value, part of what a quantity above is computed from', 'value'],
  ].flatMap(([text = '', kind]) => {
    const names = inputs
      .filter(({ differs, name }) => differs === kind && !(kind === 'value' && explained.has(name)))
      .map(({ name }) => name);
    if (names.length === 0) return [];
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    return [`${text}: ${names.slice(0, SHOWN).join(', ')}${more}`];
  });
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: 'Inputs that differ otherwise' },
    { kind: 'list', items: lines },
  ];
}

/** Where the values behind the largest parts come from. */
function sources(inputs: readonly InputDifference[], byInput: Attribution | null): Block[] {
  const byName = new Map(inputs.map((input) => [input.name, input]));
  const shown = (byInput?.parts ?? [])
    .slice(0, SHOWN)
    .filter(({ log10, noise }) => isVisible(log10, noise))
    .flatMap(({ names }) => names.flatMap((name) => byName.get(name) ?? []));
  if (shown.length === 0) return [];
  return [
    { kind: 'heading', text: 'Where these values come from' },
    {
      kind: 'table',
      columns: [LEFT('name'), LEFT('A'), LEFT('source of A'), LEFT('B'), LEFT('source of B')],
      rows: shown.map(({ name, a, b }) => [
        name,
        ...[a, b].flatMap((side) => [side?.stage ?? '', side?.source ?? '']),
      ]),
    },
  ];
}

/** How the draws of both sides were made. */
export function drawsText({
  samples,
  seed,
  method,
  shared,
  onlyA,
  onlyB,
  notFinite,
}: Noise): string {
  const bad = notFinite > 0 ? `; ${formatNumber(notFinite)} draws have no ratio on a side` : '';
  return `${formatNumber(samples)} draws (${method}, seed ${seed}): ${shared} inputs in doubt are on both sides and drawn once, at the same quantile of each; A alone has ${onlyA}, B alone ${onlyB}${bad}. Inside the noise: the 5–95 % band holds 1.`;
}
