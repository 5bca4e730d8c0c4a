import { CHART_WIDTH, type Chart } from 'emuprove/report';
import {
  CHARACTER,
  chartOf,
  domainOf,
  GAP,
  haloed,
  legendOf,
  logAxis,
  ruleAt,
  type Said,
} from './parts.ts';

/** Pixels for the names of rows. */
const LABELS = 210;

/** A dot of a row. */
export interface Dot {
  readonly row: string;
  readonly value: number;
  /** What stands beside it. */
  readonly text: string;
  readonly group: string;
}

/**
 * Dots in rows, in the order that they are given, with a look for each group.
 *
 * @param said groups in the order of their looks; as they come where left out
 */
export function dotChart(
  said: Said & { axis: string; dots: readonly Dot[]; groups?: readonly string[] },
): Chart {
  const { axis, dots, limit } = said;
  const { groups = [...new Set(dots.map(({ group }) => group))] } = said;
  const width = CHART_WIDTH.wide - LABELS;
  const values = [...dots.map(({ value }) => value), ...(limit === undefined ? [] : [limit.value])];
  const room = CHARACTER * Math.max(...dots.map(({ text }) => text.length)) + 2 * GAP;
  const domain = domainOf(values, room / width);
  const x = { type: 'quantitative', field: 'value', ...logAxis(domain, axis) };
  const y = {
    type: 'nominal',
    field: 'row',
    sort: null,
    title: null,
    axis: { domain: false, ticks: false, labelLimit: LABELS },
  };
  const looks = legendOf(groups);
  const at = (value: number): number =>
    (width * Math.log(value / domain[0])) / Math.log(domain[1] / domain[0]);
  // A label that would cross the limit stands on the other side of its dot.
  const crosses = ({ value, text }: Dot): boolean => {
    const length = GAP + CHARACTER * text.length;
    const beyond =
      limit !== undefined && value < limit.value && at(value) + length > at(limit.value);
    return beyond && at(value) > length;
  };
  const [left, right] = [dots.filter(crosses), dots.filter((dot) => !crosses(dot))];
  return chartOf(
    said,
    [
      ['Row', 'row'],
      ['Group', 'group'],
      [axis, 'value'],
    ],
    dots,
    {
      width,
      height: { step: 24 },
      layer: [
        ...ruleAt(limit, 'x', x),
        {
          data: { values: dots },
          mark: { type: 'point', filled: true, opacity: 1, size: 110 },
          encoding: { x, y, ...looks },
        },
        ...haloed(left, { align: 'right', dx: -GAP }, { x, y, text: { field: 'text' } }),
        ...haloed(right, { align: 'left', dx: GAP }, { x, y, text: { field: 'text' } }),
      ],
    },
  );
}
