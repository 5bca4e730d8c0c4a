import widths from 'build:widths';
import type * as node from './fontWidths.ts';
import { fromRuns } from './widthRuns.ts';

/** {@link node.fontWidths} without the font: its widths alone. */
export const fontWidths: typeof node.fontWidths = (weight) => fromRuns(widths[weight]);
