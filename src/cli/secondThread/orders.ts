import type { Chart } from '../../report/charts/chart.ts';
import type { SvgOptions } from '../../report/render/svg.ts';

/** A chart to be drawn. */
export interface Drawable {
  readonly chart: Chart;
  readonly options: SvgOptions;
}

/** The same with a number, to which the answer belongs. */
export interface Order extends Drawable {
  readonly number: number;
}

/** A drawing, or nothing where it failed. */
export interface Answer {
  readonly number: number;
  readonly svg?: string;
}
