import type { Figure } from '../result/types.ts';
import type { ComparedResult } from './side.ts';
import type { QuantityChange, TestChange } from './types.ts';

/** Both sides of the ratio and what they are made of, in the order of a reader's questions. */
const SHOWN = [
  'native_rate',
  'cores',
  'native_clock',
  'core_ipc',
  'native_bound',
  'proved_rate',
  'prove_bound',
  'fabric_rate',
  'fabric_bound',
  'memory_rate',
  'host_rate',
  'aggregation_overhead',
] as const;

/** The change of a figure. */
export function changeOf(a: Figure | undefined, b: Figure | undefined): QuantityChange | undefined {
  const figure = a ?? b;
  if (figure === undefined) return undefined;
  const { name, title, unit, display } = figure;
  const [one, other] = [numberOf(a), numberOf(b)];
  const factor = one === null || other === null ? NaN : other / one;
  const defined = Number.isFinite(factor) && factor > 0;
  const named = a?.element !== undefined || b?.element !== undefined;
  return {
    name,
    title,
    unit,
    display,
    a: one,
    b: other,
    log10: defined ? Math.log10(factor) : null,
    factor: defined ? factor : null,
    ...(named ? { elements: [a?.element ?? null, b?.element ?? null] } : {}),
  };
}

function numberOf(figure: Figure | undefined): number | null {
  const value = figure?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The quantities that say which side of the ratio moved; those that neither side has are left out. */
export function quantityChanges(a: ComparedResult, b: ComparedResult): QuantityChange[] {
  return SHOWN.flatMap((name) => {
    const found = changeOf(figureOf(a, name), figureOf(b, name));
    return found === undefined ? [] : [found];
  });
}

/** The headline: each side by its own reading. */
export function ratioChange(a: ComparedResult, b: ComparedResult): QuantityChange {
  const of = ({ verdict }: ComparedResult): Figure => ({
    name: `reading_value[${verdict.reading}]`,
    title: 'Headline ratio',
    value: verdict.value,
    unit: '1',
    display: { unit: 'ratio', scale: 1 },
  });
  const change = changeOf(of(a), of(b));
  if (change === undefined) throw new Error('a figure has a change');
  return change;
}

/** Sub-tests on both sides; one that only one side knows is undecided on the other. */
export function testChanges(a: ComparedResult, b: ComparedResult): TestChange[] {
  const ids = [...new Set([...a.tests, ...b.tests].map(({ id }) => id))];
  return ids.flatMap((id): TestChange[] => {
    const [one, other] = [a, b].map(({ tests }) => tests.find((test) => test.id === id));
    const value = changeOf(one?.value, other?.value);
    const limit = changeOf(one?.limit, other?.limit);
    if (value === undefined || limit === undefined) return [];
    return [
      {
        id,
        title: one?.title ?? other?.title ?? id,
        a: one?.outcome ?? 'undecided',
        b: other?.outcome ?? 'undecided',
        value,
        limit,
      },
    ];
  });
}

/** A figure of a result by its key. */
export function figureOf(result: ComparedResult, name: string): Figure | undefined {
  return result.quantities.find((figure) => figure.name === name);
}
