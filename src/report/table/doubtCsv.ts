import type {
  BreakEvenReport,
  DoubtReport,
  GridReport,
  GridSide,
  QuantityBreakEvenReport,
  QuantityGridReport,
  Subject,
} from '../../doubt/types.ts';
import type { BreakEvenRow } from '../../studies/breakeven/breakEven.ts';
import { toCsv } from './csv.ts';

type Row = Readonly<Record<string, unknown>>;

/** A study as CSV: a line for each of its rows, unrounded and in base units. */
export function doubtCsv(report: DoubtReport): string {
  const rows = rowsOf(report);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return toCsv(columns, rows);
}

function rowsOf(report: DoubtReport): Row[] {
  switch (report.kind) {
    case 'montecarlo':
      return [
        ...report.result.truths.map(({ name, probability }) => ({
          name,
          what: 'P',
          ...probability,
        })),
        ...report.result.outputs.flatMap(({ name, mean, sd, quantiles }) => [
          { name, what: 'mean', ...mean },
          { name, what: 'sd', value: sd },
          ...quantiles.map(({ open, ...quantile }) => ({
            name,
            what: 'quantile',
            ...quantile,
            open: open?.join(' '),
          })),
        ]),
      ];
    case 'tornado':
      return report.result.rows.map(({ crosses, ...row }) => ({
        ...studied(report),
        ...row,
        ...(report.result.threshold === undefined ? {} : { crosses }),
      }));
    case 'sampled-tornado':
      return report.result.rows.map(({ input, low, high, atLow, atHigh, swing }) => ({
        ...studied(report),
        input,
        low,
        high,
        medianAtLow: atLow.quantiles[1],
        medianAtHigh: atHigh.quantiles[1],
        ...(atLow.within === undefined
          ? {}
          : { withinAtLow: atLow.within, withinAtHigh: atHigh.within }),
        swing,
      }));
    case 'sobol':
      return report.result.outputs.flatMap(({ output, groups, pairs }) => [
        ...groups.flatMap(({ name, first, total }) => [
          { output, index: 'first', input: name, ...estimate(first) },
          { output, index: 'total', input: name, ...estimate(total) },
        ]),
        ...pairs.map(({ groups: [input, other], second }) => ({
          output,
          index: 'second',
          input,
          other,
          ...estimate(second),
        })),
      ]);
    case 'morris':
      return report.result.rows.map((row) => ({ ...row }));
    case 'breakeven':
      return breakEvenRows(report);
    case 'quantity-breakeven':
      return quantityBreakEvenRows(report);
    case 'grid':
      return gridRows(report);
    case 'quantity-grid':
      return quantityGridRows(report);
  }
}

/** The quantity that all rows are about, its base unit and its limit, where it is not the ratio. */
function studied({ of }: { readonly of?: Subject }): Row {
  if (of === undefined) return {};
  const { name: output, unit, limit } = of;
  return limit === undefined ? { output, unit } : { output, unit, limit };
}

function estimate({ value, interval }: { value: number; interval?: readonly number[] }): Row {
  return { value, low: interval?.[0], high: interval?.[1] };
}

function crossingRows(what: string, all: readonly BreakEvenRow[]): Row[] {
  return all.flatMap(({ input, base, status, crossings, low, high }) => {
    const common = { what, input, base, status, low, high };
    if (crossings.length === 0) return [common];
    return crossings.map(({ value, factor, beyond }) => ({ ...common, value, factor, beyond }));
  });
}

function quantityBreakEvenRows(report: QuantityBreakEvenReport): Row[] {
  const rows = [
    ...crossingRows('quantity', report.result.rows),
    ...report.alternatives.map(({ input, label, meets, value }) => ({
      what: 'alternative',
      input,
      status: meets ? 'within' : 'above',
      label,
      value,
    })),
  ];
  return rows.map((row) => ({ ...studied(report), ...row }));
}

function breakEvenRows({ ratio, verdict, alternatives }: BreakEvenReport): Row[] {
  return [
    ...crossingRows('ratio', ratio.rows),
    ...crossingRows('verdict', verdict.rows),
    ...alternatives.map(({ input, label, passes, ratio: value }) => ({
      what: 'alternative',
      input,
      status: passes ? 'pass' : 'fail',
      label,
      value,
    })),
  ];
}

function gridRows({ x, y, ratio, passes }: GridReport): Row[] {
  return ratio.map((value, k) => ({ ...node(x, y, k), ratio: value, passes: passes[k] }));
}

function quantityGridRows(report: QuantityGridReport): Row[] {
  const { x, y, values } = report;
  return values.map((value, k) => ({ ...studied(report), ...node(x, y, k), value }));
}

/** Where a node of a grid lies. */
function node(x: GridSide, y: GridSide, k: number): Row {
  const { length } = x.nodes;
  return { [x.name]: x.nodes[k % length], [y.name]: y.nodes[Math.floor(k / length)] };
}
