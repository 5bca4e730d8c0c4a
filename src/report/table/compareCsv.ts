import type { Attribution, Comparison, InputDifference } from '../../compare/types.ts';
import { toCsv } from './csv.ts';

const COLUMNS = [
  'part',
  'name',
  'title',
  'unit',
  'a',
  'b',
  'log10',
  'factor',
  'share',
  'standard_error',
  'p05',
  'p95',
  'stage_a',
  'stage_b',
  'source_a',
  'source_b',
];

/** A comparison as CSV: one line a thing, numbers unrounded and in base units. */
export function compareCsv(result: Comparison): string {
  const { ratio, quantities, tests, choices, inputs, byChoice, byInput, noise, a, b } = result;
  return toCsv(COLUMNS, [
    { part: 'side', name: 'label', a: a.label, b: b.label },
    { part: 'verdict', name: 'outcome', a: a.outcome, b: b.outcome },
    ...[ratio, ...quantities].map((change) => ({
      part: 'quantity',
      ...change,
      // What binds is an element, and not the number of one.
      a: change.elements?.[0] ?? change.a,
      b: change.elements?.[1] ?? change.b,
    })),
    ...tests.map(({ id, title, a: before, b: after }) => ({
      part: 'test',
      name: id,
      title,
      a: before,
      b: after,
    })),
    ...choices.map((choice) => ({ part: 'choice', ...choice })),
    ...inputs.map(inputRow),
    ...partRows('by-choice', byChoice),
    ...partRows('by-input', byInput),
    ...(noise === null
      ? []
      : [
          { part: 'noise', name: 'log10(b/a)', p05: noise.band.p05, p95: noise.band.p95 },
          { part: 'noise', name: 'P(pass)', a: noise.passes.a.value, b: noise.passes.b.value },
          { part: 'noise', name: 'P(b<a)', b: noise.below.value },
        ]),
  ]);
}

function inputRow({ a, b, factor, name, title, unit }: InputDifference): Record<string, unknown> {
  return {
    part: 'input',
    name,
    title,
    unit,
    a: a?.value,
    b: b?.value,
    factor,
    stage_a: a?.stage,
    stage_b: b?.stage,
    source_a: a?.source,
    source_b: b?.source,
  };
}

function partRows(part: string, attribution: Attribution | null): Record<string, unknown>[] {
  return (attribution?.parts ?? []).map(
    ({ name, title, log10, factor, share, standardError, noise }) => ({
      part,
      name,
      title,
      log10,
      factor,
      share,
      standard_error: standardError,
      p05: noise?.p05,
      p95: noise?.p95,
    }),
  );
}
