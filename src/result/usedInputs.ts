import { formatDimension } from '../formula/dimension.ts';
import { elementKey } from '../formula/system.ts';
import { callsOf } from '../formula/callsOf.ts';
import type { Bound } from '../model/bind.ts';
import type { ClockPoint } from '../model/clockCurve.ts';
import { elementsOf, type Evaluation } from '../model/evaluate.ts';
import type { Quantity } from '../model/types.ts';
import type { InputEntry } from './types.ts';

/**
 * Every element on which some elements depend, these included, in order of discovery.
 *
 * @param roots keys of elements
 */
export function closure(evaluation: Evaluation, roots: readonly string[]): ReadonlySet<string> {
  const byKey = new Map([...elementsOf(evaluation.model)].map((element) => [element.key, element]));
  const seen = new Set<string>();
  const stack = [...roots].reverse();
  for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
    const element = byKey.get(key);
    if (element === undefined || seen.has(key)) continue;
    seen.add(key);
    const { uses } = evaluation.derivation(element.quantity.name, ...element.tuple);
    stack.push(...[...uses].reverse());
  }
  return seen;
}

/**
 * The inputs among some elements, with their provenance; constants are none.
 *
 * @param among elements to look through, where these are known to be few
 */
export function usedInputs(
  evaluation: Evaluation,
  used: ReadonlySet<string>,
  among: ReturnType<typeof elementsOf> = elementsOf(evaluation.model),
): InputEntry[] {
  const entries: InputEntry[] = [];
  for (const { key, quantity, tuple } of among) {
    if (!used.has(key)) continue;
    const bound = evaluation.bound(quantity.name, ...tuple);
    if (bound === undefined || bound.origin.kind === 'constant') continue;
    const { text, unit } = evaluation.unit(quantity.name, ...tuple);
    entries.push({
      name: elementKey(quantity.name, tuple),
      title: quantity.title,
      value: bound.value,
      unit: formatDimension(unit.dimension),
      display: { unit: text, scale: unit.scale },
      ...(bound.low === undefined ? {} : { low: bound.low }),
      ...(bound.high === undefined ? {} : { high: bound.high }),
      ...(bound.distribution === undefined ? {} : { distribution: bound.distribution }),
      ...provenance(bound, designed(quantity, tuple)),
    });
  }
  return entries;
}

/** Whether a designer chooses an element, by what its model or profile says of it. */
function designed({ defaults }: Quantity, tuple: readonly string[]): boolean | undefined {
  return (defaults?.[tuple.join(',')] ?? defaults?.[''])?.design;
}

/**
 * Where a value comes from.
 *
 * @param chosen whether a designer chooses the quantity, whoever sets it
 */
function provenance(
  bound: Bound,
  chosen?: boolean,
): Pick<
  InputEntry,
  'design' | 'stage' | 'origin' | 'source' | 'url' | 'date' | 'rank' | 'note' | 'cell'
> {
  const { origin } = bound;
  if (origin.kind === 'fact') {
    const { stage, source, url, date, rank, note, cell, kind } = origin.fact;
    return {
      stage,
      origin: kind,
      source,
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { date }),
      ...(rank === undefined ? {} : { rank }),
      ...(note === undefined ? {} : { note }),
      ...(cell === undefined
        ? {}
        : { cell: `${cell.file}:${cell.line} ${cell.row}.${cell.column}` }),
    };
  }
  if (origin.kind === 'constant') return { stage: 'measured', origin: 'model', source: '' };
  const { stage, source, date, low, high } = origin.setting;
  // Who states a range of his own for what is chosen says that it is in doubt.
  const ranged = origin.kind === 'set' && (low !== undefined || high !== undefined);
  const design = origin.setting.design ?? (ranged ? undefined : chosen);
  return {
    stage,
    origin: origin.kind === 'set' ? 'set' : 'model',
    source,
    ...(design === undefined ? {} : { design }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The rows behind domain functions that some elements call: the clock curve is data too. */
export function curveInputs(
  evaluation: Evaluation,
  used: ReadonlySet<string>,
  curve: readonly ClockPoint[],
): InputEntry[] {
  const called = [...elementsOf(evaluation.model)].some(({ key, quantity, tuple }) => {
    if (!used.has(key)) return false;
    const { alternative } = evaluation.derivation(quantity.name, ...tuple);
    return alternative !== undefined && callsOf(alternative.expr).includes('clock_retention');
  });
  if (!called) return [];
  return curve
    .filter((point) => point.onCurve)
    .map(({ row, derate, fill, fact }) => ({
      name: `clock_retention(${fill})`,
      title: `Clock retained at a fill of ${fill} (${row})`,
      value: derate,
      unit: '1',
      display: { unit: 'ratio', scale: 1 },
      ...provenance({ value: derate, origin: { kind: 'fact', fact } }),
    }));
}
