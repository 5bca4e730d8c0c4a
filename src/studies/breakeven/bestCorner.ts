import { outputsAt, type LogBox } from './rays.ts';

/** Passes over the inputs. */
const PASSES = 8;

/**
 * The corner of a box with the best output, as far as changing one input at a time finds it: from
 * base, the change to an end of one input that helps most, until none does.
 *
 * @param box - the box
 * @param sign - 1 when less is better, -1 when more is
 * @returns the point, with 0 for inputs that help at neither end, and its output
 * @example bestCorner(box, 1) // => { logs: [-0.7, 0], output: 9000 }
 */
export function bestCorner(
  box: LogBox,
  sign: 1 | -1,
): { readonly logs: readonly number[]; readonly output: number } {
  let logs = box.moved.map(() => 0);
  let output = outputsAt(box, [logs])[0] as number;
  for (let pass = 0; pass < PASSES * logs.length; pass++) {
    const points = logs.flatMap((_, m) => (box.logEnds[m] ?? []).map((end) => logs.with(m, end)));
    const values = outputsAt(box, points);
    let best = -1;
    values.forEach((value, k) => {
      const than = best < 0 ? output : (values[best] as number);
      if (Number.isFinite(value) && !(sign * value >= sign * than)) best = k;
    });
    if (best < 0) break;
    logs = points[best] as number[];
    output = values[best] as number;
  }
  return { logs, output };
}
