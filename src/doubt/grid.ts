import { InputError } from '../issues/issue.ts';
import { formatDimension } from '../formula/dimension.ts';
import { elementKey } from '../formula/system.ts';
import { elementsNamed } from '../model/bind.ts';
import { specialise } from '../model/specialise.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { quantile } from '../studies/distributions/quantile.ts';
import { grid, type GridAxis } from '../studies/grid/grid.ts';
import { isoline } from '../studies/grid/isoline.ts';
import type { Prepared } from './prepare.ts';
import type { GridReport, GridSide } from './types.ts';

/** One side of a grid as it was asked for. */
export interface SideRequest {
  /** Name of an input. */
  readonly name: string;
  /** Ends, as numbers with or without a unit; all that the input may be where left out. */
  readonly low?: string;
  readonly high?: string;
}

/** An axis of the study with what is told of it. */
interface Side {
  readonly axis: GridAxis;
  readonly described: Omit<GridSide, 'spacing' | 'nodes'>;
}

/**
 * The ratio and the verdict over two inputs, with the line on which the ratio is at its limit.
 *
 * @param count nodes a side, at least 2
 * @throws InputError for names that are no single input, ranges without an inside, and an input
 *   without doubt whose ends are left out
 */
export function gridReport(
  prepared: Prepared,
  request: { readonly x: SideRequest; readonly y: SideRequest; readonly count: number },
): GridReport {
  const { evaluated, scenario, head, headline, verdict } = prepared;
  const [x, y] = [request.x, request.y].map((side) => sideOf(prepared, side, request.count)) as [
    Side,
    Side,
  ];
  if (x.axis.input === y.axis.input) {
    const message = 'the two sides of a grid are two different inputs';
    throw new InputError([{ code: 'usage', message, received: x.axis.input }]);
  }
  const { model, records } = evaluated;
  const vary = [x.axis.input, y.axis.input];
  const compiled = specialise(model, records, scenario.set, vary, [headline, verdict]);
  const options = { model: compiled, base: [...compiled.base], x: x.axis, y: y.axis };
  const ratio = grid({ ...options, output: headline });
  const passes = grid({ ...options, output: verdict }).values;
  return {
    kind: 'grid',
    ...head,
    x: { ...x.described, spacing: ratio.xSpacing, nodes: [...ratio.x] },
    y: { ...y.described, spacing: ratio.ySpacing, nodes: [...ratio.y] },
    ratio: Array.from(ratio.values, (value) => (Number.isFinite(value) ? value : null)),
    passes: Array.from(passes, (value) => (Number.isFinite(value) ? value === 1 : null)),
    isolines: isoline(ratio, head.limit),
  };
}

function sideOf(prepared: Prepared, { name, low, high }: SideRequest, count: number): Side {
  const { evaluation, model } = prepared.evaluated;
  const elements = elementsNamed(model, name);
  const [element] = elements;
  if (element === undefined || elements.length > 1) {
    const keys = elements.map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
    const message = `${name} stands for ${elements.length} inputs: a side of a grid is one`;
    throw new InputError([{ code: 'usage', message, expected: `one of ${keys.join(', ')}` }]);
  }
  const { quantity, tuple } = element;
  const key = elementKey(quantity.name, tuple);
  const { unit, text } = evaluation.unit(quantity.name, ...tuple);
  const doubt = prepared.inputs.find((input) => input.name === key);
  const end = (given: string | undefined, probability: number): number => {
    if (given !== undefined) return parseSetting(given, unit, name);
    if (doubt !== undefined) return quantile(doubt.distribution)(probability);
    const message = `${key} is not in doubt, so its ends have to be said`;
    throw new InputError([{ code: 'usage', message, expected: `${name}=LOW..HIGH` }]);
  };
  const base = evaluation.number(quantity.name, ...tuple) ?? NaN;
  return {
    axis: { input: key, low: end(low, 0), high: end(high, 1), count },
    described: {
      name: key,
      title: quantity.title,
      base,
      unit: formatDimension(unit.dimension),
      display: { unit: text, scale: unit.scale },
    },
  };
}
