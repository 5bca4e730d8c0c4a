import { InputError } from '../../issues/issue.ts';
import { resolveGroups } from '../sobol/resolveGroups.ts';
import type { InputGroup } from '../sobol/types.ts';
import { evaluateRows } from '../tornado/evaluateRows.ts';
import { pointColumns } from '../tornado/pointColumns.ts';
import { positionOf } from '../tornado/positionOf.ts';
import { exactValues } from './exactValues.ts';
import { sampledValues } from './sampledValues.ts';
import type { Mixtures, ShapleyOptions, ShapleyPart, ShapleyResult } from './types.ts';

/** Mixtures evaluated at a time. */
const BLOCK = 16384;

/**
 * How much of the difference between two points each input that differs explains: its Shapley
 * value. Unlike changing one input at a time, parts sum to the difference whatever the order, equal
 * roles get equal parts, and an input that changes nothing gets 0.
 *
 * Exact up to `exactUpTo` changes; above that orders are sampled, and parts have a standard error.
 *
 * @param options - model, the two points
 * @returns the difference and its parts
 * @throws InputError for an unknown name, a point of the wrong length, or too many changes without
 * sampling
 * @example
 * import { columnModel, shapley } from 'emuprove/studies';
 *
 * const model = columnModel(['x', 'y'], ['xy'], ({ x, y }) => ({ xy: x * y }));
 * const { parts } = shapley({ model, from: [1, 1], to: [10, 100], output: 'xy', scale: 'log10' });
 * console.log(parts.map(({ name, value }) => `${name} ${value}`).join()); // y 2,x 1
 */
export function shapley(options: ShapleyOptions): ShapleyResult {
  const { model, from, to, output, scale = 'linear', exactUpTo = 14, sampling } = options;
  const wanted = positionOf(model.outputs, output, 'output');
  for (const point of [from, to]) pointColumns(model, point, 0); // checks the length
  const groups = changesOf(options);
  const positions = groups.map(({ inputs }) => inputs.map((name) => model.inputs.indexOf(name)));
  const mixtures: Mixtures = (changed) => {
    const values = new Float64Array(changed.length);
    for (let start = 0; start < changed.length; start += BLOCK) {
      const block = changed.slice(start, start + BLOCK);
      const columns = pointColumns(model, from, block.length);
      positions.forEach((inputs, p) => {
        for (const i of inputs) {
          const column = columns[i] as Float64Array;
          block.forEach((has, row) => {
            if (has[p]) column[row] = to[i] as number;
          });
        }
      });
      values.set(evaluateRows(model, columns, block.length)[wanted] as Float64Array, start);
    }
    return scale === 'log10' ? values.map(Math.log10) : values;
  };
  const [start, end] = mixtures([groups.map(() => false), groups.map(() => true)]);
  const exact = groups.length <= exactUpTo;
  if (!exact && sampling === undefined) {
    const message = `${groups.length} changes are too many to enumerate`;
    throw new InputError([{ code: 'too-many', message, expected: `${exactUpTo} or sampling` }]);
  }
  const found: { parts: number[]; errors?: number[]; values: Float64Array } =
    exact || sampling === undefined
      ? exactValues(mixtures, groups.length)
      : sampledValues(mixtures, groups.length, sampling.permutations, sampling.fill);
  const parts = groups.map((group, p): ShapleyPart => {
    const standardError = found.errors?.[p];
    const value = found.parts[p] as number;
    return { ...group, value, ...(standardError === undefined ? {} : { standardError }) };
  });
  return {
    output,
    scale,
    from: start as number,
    to: end as number,
    difference: (end as number) - (start as number),
    method: exact ? 'exact' : 'sampled',
    evaluations: found.values.length + 2,
    notFinite: found.values.reduce((count, value) => count + (Number.isFinite(value) ? 0 : 1), 0),
    parts: parts.sort(bySize),
  };
}

/** Groups in which something differs, in the order of their names, which draws go by. */
function changesOf({ model, from, to, groups = [] }: ShapleyOptions): InputGroup[] {
  const differs = (name: string): boolean => {
    const i = model.inputs.indexOf(name);
    return !Object.is(from[i], to[i]);
  };
  return resolveGroups(model.inputs, groups)
    .filter(({ inputs }) => inputs.some(differs))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Orders parts by size, those without a value last, equal ones by name as before. */
function bySize(a: ShapleyPart, b: ShapleyPart): number {
  const [first, second] = [a, b].map(({ value }) => (Number.isNaN(value) ? -1 : Math.abs(value)));
  return (second as number) - (first as number);
}
