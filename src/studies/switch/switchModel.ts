import { InputError, type Issue } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import type { ColumnModel } from '../types.ts';

/** Rows that are sorted by model at a time; bounds the memory and changes no result. */
const BLOCK = 1024;
/** Marks a row whose selector names no model. */
const NONE = -1;

/**
 * Several models as one, of which each row uses the one that an input of its own selects: what a
 * discrete choice of device, core or hash becomes.
 *
 * @param selector - name of the input that holds the index of the model, 0 to the number of models
 * less 1; a row with any other value holds NaN and counts as one that is not finite
 * @param models - at least one; all have the same outputs in the same order
 * @returns a model of the selector and of the inputs of all models, by name, in order of appearance
 * @throws InputError where there is no model, or outputs differ
 * @example switchModel('core', [small, large]).inputs // => ['core', 'clock', 'width']
 */
export function switchModel(selector: string, models: readonly ColumnModel[]): ColumnModel {
  const outputs = models[0]?.outputs ?? [];
  const issues = issuesOf(models, outputs);
  if (issues.length > 0) throw new InputError(issues);
  const inputs = [...new Set([selector, ...models.flatMap((model) => model.inputs)])];
  const places = models.map((model) => model.inputs.map((name) => inputs.indexOf(name)));
  const chosen = new Int32Array(BLOCK);
  const rows = new Int32Array(BLOCK);
  const buffers = (count: number): Float64Array[] =>
    Array.from({ length: count }, () => new Float64Array(BLOCK));
  const gathered = buffers(Math.max(0, ...places.map(({ length }) => length)));
  const results = buffers(outputs.length);

  /** The model that all of these rows use; undefined where they use several. */
  const choose = (column: Float64Array, from: number, count: number): number | undefined => {
    let all: number | undefined;
    for (let row = 0; row < count; row++) {
      const index = column[from + row] as number;
      const valid = Number.isInteger(index) && index >= 0 && index < models.length;
      // Adding 0 makes the negative zero a zero.
      const choice = valid ? index + 0 : NONE;
      chosen[row] = choice;
      all = row === 0 || all === choice ? choice : undefined;
    }
    return all;
  };

  /** Copies the rows of one model together, computes them, and copies the results back. */
  const computeSome = (
    index: number,
    columns: readonly Float64Array[],
    into: readonly Float64Array[],
    from: number,
    count: number,
  ): number => {
    let some = 0;
    for (let row = 0; row < count; row++) if (chosen[row] === index) rows[some++] = from + row;
    if (some === 0) return 0;
    const model = models[index];
    if (model === undefined) {
      for (const column of into) scatter(undefined, column, rows, some);
      return some;
    }
    const own = (places[index] as readonly number[]).map((place, k) => {
      const target = gathered[k] as Float64Array;
      gather(columns[place] as Float64Array, target, rows, some);
      return target;
    });
    const bad = model.columns(own, results, 0, some);
    into.forEach((column, k) => {
      scatter(results[k], column, rows, some);
    });
    return bad;
  };

  return {
    inputs,
    outputs,
    columns: (columns, into, from, to) => {
      let bad = 0;
      for (let start = from; start < to; start += BLOCK) {
        const count = Math.min(BLOCK, to - start);
        const only = choose(columns[0] as Float64Array, start, count);
        const model = models[only ?? NONE];
        if (model !== undefined) {
          // Nothing has to be copied.
          const own = (places[only ?? NONE] as readonly number[]).map((place) => columns[place]);
          bad += model.columns(own as Float64Array[], into, start, start + count);
          continue;
        }
        for (let index = NONE; index < models.length; index++) {
          bad += computeSome(index, columns, into, start, count);
        }
      }
      return bad;
    },
  };
}

function gather(from: Float64Array, to: Float64Array, rows: Int32Array, count: number): void {
  for (let k = 0; k < count; k++) to[k] = from[rows[k] as number] as number;
}

/** Writes values, or NaN where there are none, to some rows of a column. */
function scatter(
  from: Float64Array | undefined,
  to: Float64Array,
  rows: Int32Array,
  count: number,
): void {
  for (let k = 0; k < count; k++) to[rows[k] as number] = from?.[k] ?? NaN;
}

function issuesOf(models: readonly ColumnModel[], outputs: readonly string[]): Issue[] {
  if (models.length === 0) {
    return [{ code: 'no-model', message: 'a switch needs at least one model' }];
  }
  const expected = outputs.join(', ');
  return models.flatMap((model, index) =>
    model.outputs.length === outputs.length && model.outputs.every((name, k) => name === outputs[k])
      ? []
      : [
          {
            code: 'other-outputs',
            message: `model ${index} of a switch has other outputs than model 0`,
            expected,
            received: quote(model.outputs.join(', ')),
          },
        ],
  );
}
