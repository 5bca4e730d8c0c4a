import { InputError } from '../issues/issue.ts';
import { formatDimension } from '../formula/dimension.ts';
import { elementKey } from '../formula/system.ts';
import type { Unit } from '../formula/unit.ts';
import { elementsNamed } from '../model/bind.ts';
import type { Model } from '../model/link.ts';
import { checkDomain, checkSettable } from '../model/settable.ts';
import { compileGraph, specialisedGraph } from '../model/specialise.ts';
import { parseSetting } from '../scenario/parseSetting.ts';
import { quantile } from '../studies/distributions/quantile.ts';
import { grid, type GridAxis } from '../studies/grid/grid.ts';
import { isoline } from '../studies/grid/isoline.ts';
import { againstRivals } from './againstRivals.ts';
import { aloneNote } from './aloneNote.ts';
import type { Prepared } from './prepare.ts';
import type { GridReport, GridSide } from './types.ts';

/** A side that spans more than this factor has steps of equal factors. */
const DECADE = 10;

/** One side of a grid as it was asked for. */
export interface SideRequest {
  /** Name of an input. */
  readonly name: string;
  /** Both ends, as numbers with or without a unit; all that the input may be where left out. */
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
 * @throws InputError for names that are no single input, constants, ranges without an inside or beyond
 *   what makes sense, and an input in no doubt whose ends are left out
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
  const own = specialisedGraph(model, records, scenario.set, vary, [headline, verdict]);
  const { graph } = againstRivals(own, model, prepared.contenders.far());
  const compiled = compileGraph(graph);
  const options = { model: compiled, base: [...compiled.base], x: x.axis, y: y.axis };
  const ratio = grid({ ...options, output: headline });
  const passes = grid({ ...options, output: verdict }).values;
  const idle = [
    ...(along(ratio.values, ratio.x.length, 1) ? [] : [x]),
    ...(along(ratio.values, ratio.x.length, ratio.x.length) ? [] : [y]),
  ].map(({ described }) => `The ratio does not change with ${described.title} here.`);
  return {
    kind: 'grid',
    ...head,
    notes: [...head.notes, ...aloneNote(prepared), ...idle],
    x: { ...x.described, spacing: ratio.xSpacing, nodes: [...ratio.x] },
    y: { ...y.described, spacing: ratio.ySpacing, nodes: [...ratio.y] },
    ratio: Array.from(ratio.values, (value) => (Number.isFinite(value) ? value : null)),
    passes: Array.from(passes, (value) => (Number.isFinite(value) ? value === 1 : null)),
    isolines: isoline(ratio, head.limit),
  };
}

/** Whether any value differs from that `step` places before it in the same line. */
function along(values: Float64Array, width: number, step: number): boolean {
  return values.some((value, k) => {
    const before = step === 1 && k % width === 0 ? undefined : values[k - step];
    return before !== undefined && !Object.is(before, value);
  });
}

function sideOf(prepared: Prepared, request: SideRequest, count: number): Side {
  const { evaluation, model } = prepared.evaluated;
  const { quantity, tuple } = oneElement(model, request.name);
  const key = elementKey(quantity.name, tuple);
  checkSettable(quantity, key);
  const { unit, text } = evaluation.unit(quantity.name, ...tuple);
  const base = evaluation.number(quantity.name, ...tuple) ?? NaN;
  const [low, high] = endsOf(prepared, request, key, unit);
  if (!(low < high)) {
    const received = `${low / unit.scale} to ${high / unit.scale}`;
    throw new InputError([
      {
        code: 'bad-range',
        message: `the ends of ${key} enclose nothing`,
        expected: 'LOW below HIGH',
        received,
      },
    ]);
  }
  checkDomain(quantity, unit.scale, { value: low, low, high }, key);
  // Over less than a decade, even steps are what people expect of shares and counts.
  const spacing = low > 0 && high / low >= DECADE ? 'log' : 'linear';
  return {
    axis: { input: key, low, high, count, spacing },
    described: {
      name: key,
      title: quantity.title,
      base,
      unit: formatDimension(unit.dimension),
      display: { unit: text, scale: unit.scale },
    },
  };
}

function oneElement(model: Model, name: string): ReturnType<typeof elementsNamed>[number] {
  const elements = elementsNamed(model, name);
  const [element] = elements;
  if (element !== undefined && elements.length === 1) return element;
  const keys = elements.map(({ quantity, tuple }) => elementKey(quantity.name, tuple));
  const message = `${name} stands for ${elements.length} inputs: a side of a grid is one`;
  throw new InputError([{ code: 'usage', message, expected: `one of ${keys.join(', ')}` }]);
}

/** The ends as they were asked for, else all that the input may be, in base units. */
function endsOf(
  { plain }: Prepared,
  { name, low, high }: SideRequest,
  key: string,
  unit: Unit,
): [number, number] {
  if (low !== undefined && high !== undefined) {
    return [parseSetting(low, unit, name), parseSetting(high, unit, name)];
  }
  const doubt = plain.find((input) => input.name === key);
  const ends = doubt === undefined ? undefined : [0, 1].map(quantile(doubt.distribution));
  if (ends?.every(Number.isFinite) === true) return ends as [number, number];
  const why = doubt === undefined ? 'is in no doubt here' : 'may be anything';
  throw new InputError([
    {
      code: 'usage',
      message: `${key} ${why}, so its ends have to be said`,
      expected: `${name}=LOW..HIGH`,
    },
  ]);
}
