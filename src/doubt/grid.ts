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
import { grid, type Grid, type GridAxis } from '../studies/grid/grid.ts';
import { isoline } from '../studies/grid/isoline.ts';
import { againstRivals } from './againstRivals.ts';
import { aloneNote } from './aloneNote.ts';
import type { Contender } from './contenders.ts';
import { TRUTHS, type Prepared } from './prepare.ts';
import type { DoubtHead, GridFailure, GridReport, GridSide, QuantityGridReport } from './types.ts';

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

/** What a grid is asked for. */
export interface GridRequest {
  readonly x: SideRequest;
  readonly y: SideRequest;
  /** Nodes a side, at least 2. */
  readonly count: number;
}

/** An axis of the study with what is told of it. */
interface Side {
  readonly axis: GridAxis;
  readonly described: Omit<GridSide, 'spacing' | 'nodes'>;
}

/**
 * The ratio and the verdict over two inputs, with the line on which the ratio is at its limit.
 *
 * @throws InputError for names that are no single input, constants, ranges without an inside or beyond
 *   what makes sense, and an input in no doubt whose ends are left out
 */
export function gridReport(prepared: Prepared, request: GridRequest): GridReport {
  const { head, headline, verdict } = prepared;
  const outputs = [headline, verdict, ...TRUTHS];
  const { against, sides, told, values } = overSides(prepared, request, outputs);
  const ratio = values(headline);
  const passes = values(verdict).values;
  const { fastest } = prepared.contenders;
  const alsoFails = failures(
    [...passes.keys()].filter((at) => passes[at] === 0 && (ratio.values[at] ?? NaN) <= head.limit),
    (test) => values(test).values,
    fastest && { core: fastest.design, passes: () => against([fastest])(verdict).values },
  );
  return {
    kind: 'grid',
    ...told(ratio, 'The ratio'),
    ...sides(ratio),
    ratio: finite(ratio.values, (value) => value),
    passes: finite(passes, (value) => value === 1),
    isolines: isoline(ratio, head.limit),
    alsoFails,
  };
}

/**
 * The subject of a study over two inputs, with the line on which it is at its limit, if it has one.
 *
 * @param prepared with a subject
 * @throws InputError as for the ratio
 */
export function quantityGridReport(prepared: Prepared, request: GridRequest): QuantityGridReport {
  const { subject } = prepared;
  if (subject === undefined) throw new Error('no subject');
  const { sides, told, values } = overSides(prepared, request, [subject.name]);
  const own = values(subject.name);
  return {
    kind: 'quantity-grid',
    ...told(own, subject.title),
    of: subject,
    ...sides(own),
    values: finite(own.values, (value) => value),
    isolines: subject.limit === undefined ? [] : isoline(own, subject.limit),
  };
}

/** Outputs over two inputs, and what is told of these. */
function overSides(
  prepared: Prepared,
  request: GridRequest,
  outputs: readonly string[],
): {
  readonly values: (output: string) => Grid;
  /** The same against other cores than those that may be the fastest. */
  readonly against: (contenders: readonly Contender[]) => (output: string) => Grid;
  readonly sides: (nodes: Grid) => Pick<GridReport, 'x' | 'y'>;
  /** The head, with a note of the inputs with which an output does not change. */
  readonly told: (values: Grid, name: string) => DoubtHead;
} {
  const { evaluated, scenario, head } = prepared;
  const [x, y] = [request.x, request.y].map((side) => sideOf(prepared, side, request.count)) as [
    Side,
    Side,
  ];
  if (x.axis.input === y.axis.input) {
    const message = 'the two sides of a grid are two different inputs';
    throw new InputError([{ code: 'usage', message, received: x.axis.input }]);
  }
  const { model, records, evaluation } = evaluated;
  const vary = [x.axis.input, y.axis.input];
  const own = specialisedGraph(model, records, scenario.set, vary, outputs, evaluation);
  const against = (contenders: readonly Contender[]): ((output: string) => Grid) => {
    const compiled = compileGraph(againstRivals(own, model, contenders).graph);
    const options = { model: compiled, base: [...compiled.base], x: x.axis, y: y.axis };
    return (output) => grid({ ...options, output });
  };
  return {
    values: against(prepared.contenders.far()),
    against,
    sides: (nodes) => ({
      x: { ...x.described, spacing: nodes.xSpacing, nodes: [...nodes.x] },
      y: { ...y.described, spacing: nodes.ySpacing, nodes: [...nodes.y] },
    }),
    told: ({ values, x: { length } }, name) => {
      const still = [
        ...(along(values, length, 1) ? [] : [x]),
        ...(along(values, length, length) ? [] : [y]),
      ];
      const idle = still.map(
        ({ described }) => `${name} does not change with ${described.title} here.`,
      );
      return { ...head, notes: [...head.notes, ...aloneNote(prepared), ...idle] };
    },
  };
}

/** What is made of the values of a grid; null for none. */
function finite<T>(values: Float64Array, of: (value: number) => T): (T | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? of(value) : null));
}

/**
 * Why the verdict fails at some nodes, the most frequent reason first.
 *
 * @param nodes where the ratio meets its limit and the verdict fails
 * @param truth values of a test at all nodes
 * @param fastest the fastest core of the device, and the verdict at all nodes against that core alone
 */
function failures(
  nodes: readonly number[],
  truth: (test: string) => Float64Array,
  fastest: { readonly core: string; readonly passes: () => Float64Array } | undefined,
): GridFailure[] {
  if (nodes.length === 0) return [];
  const tests = TRUTHS.map((test) => {
    const values = truth(test);
    return { test, failing: nodes.filter((at) => values[at] === 0) };
  });
  const own = new Set(tests.flatMap(({ failing }) => failing));
  const left = nodes.filter((at) => !own.has(at));
  const found = tests.map(({ test, failing }): GridFailure => ({ test, nodes: failing.length }));
  if (left.length > 0) {
    const values = fastest?.passes();
    const same = fastest !== undefined && left.every((at) => values?.[at] === 0);
    found.push({ test: 'rival', ...(same ? { core: fastest.core } : {}), nodes: left.length });
  }
  return found.filter((one) => one.nodes > 0).sort((a, b) => b.nodes - a.nodes);
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
