import { AXIS_TITLE } from './theme.ts';
import { logTicks, tickAxis, type Domain } from './ticks.ts';

/** A limit further than this factor from what is drawn is told of at the end of the axis. */
const FAR = 30;

/** A logarithmic axis for ratios, or for another positive quantity, and their limit. */
export interface RatioScale {
  readonly domain: Domain;
  /** Encoding without a field, by the title of its axis. */
  readonly x: (title: string) => object;
  /** Position in pixels. */
  readonly at: (value: number) => number;
}

/**
 * A logarithmic axis that has room for some ratios, for text beyond them, and for their limit if any, unless
 * that is so far away that nothing else could be told apart.
 *
 * @param values positive, at least one
 * @param width of the plot in pixels
 * @param room pixels for the text before the least and beyond the greatest value
 */
export function ratioScale(
  values: readonly number[],
  limit: number | undefined,
  width: number,
  room: readonly [before: number, beyond: number],
): RatioScale {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const near = limit !== undefined && limit <= greatest * FAR && limit >= least / FAR;
  // At least a few percent between the ends, or digits of no meaning fill the plot.
  const [low, high] = [Math.log(least / 1.03), Math.log(greatest * 1.03)];
  const [before, beyond] = room.map((pixels) => Math.min(0.35, pixels / width)) as [number, number];
  const span = (high - low) / (1 - before - beyond);
  const margin = 0.04 * Math.max(span, Math.log(1.5));
  let [from, to] = [low - before * span, high + beyond * span];
  const mark = Math.log(limit ?? NaN);
  // The room at the other end is a share of the whole axis, which the limit makes longer.
  if (near && mark + margin > to) {
    to = mark + margin;
    from = (low - before * to) / (1 - before);
  } else if (near && mark - margin < from) {
    from = mark - margin;
    to = (high - beyond * from) / (1 - beyond);
  }
  const domain: Domain = [Math.exp(from), Math.exp(to)];
  return {
    domain,
    at: (value) => ((Math.log(value) - from) / (to - from)) * width,
    x: (title) => ({
      type: 'quantitative',
      scale: { type: 'log', domain: [...domain], nice: false },
      axis: { title, ...tickAxis(logTicks(domain, width)), ...AXIS_TITLE },
    }),
  };
}
