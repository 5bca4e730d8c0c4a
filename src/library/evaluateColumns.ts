import { InputError, type Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';
import type { CompiledScenario } from './compileScenario.ts';

/** What a compiled scenario gives for columns of its inputs. */
export interface ColumnResult {
  /** One column an output, of as many rows as the inputs have; NaN where a row has no value. */
  readonly outputs: Readonly<Record<string, Float64Array>>;
  /** Rows in which something is not finite: all their outputs are NaN. */
  readonly withoutValue: number;
}

/**
 * Evaluates a compiled scenario for columns of its inputs, a row a scenario. Inputs that are left out
 * keep the value that they have in the scenario.
 *
 * @param model - what `compileScenario` gave
 * @param columns - by the name of the input, in base units, all of one length
 * @returns columns by the name of the output
 * @throws InputError for names that are no input, and for columns of different lengths
 * @example
 * import { compileScenario, evaluateColumns, loadBuiltin, resolveScenario } from 'emuprove';
 *
 * const scenario = resolveScenario(await loadBuiltin());
 * const model = compileScenario(scenario, ['on_chip_fusion'], ['overhead']);
 * const share = Float64Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
 * const { outputs, withoutValue } = evaluateColumns(model, { on_chip_fusion: share });
 * console.log(outputs['overhead']?.length, withoutValue); // 99 0
 */
export function evaluateColumns(
  model: CompiledScenario,
  columns: Readonly<Record<string, Float64Array>>,
): ColumnResult {
  const given = Object.entries(columns);
  const rows = given[0]?.[1].length ?? 1;
  const issues = given.flatMap(([name, column]): Issue[] => {
    if (!model.inputs.includes(name)) {
      const message = `${quote(name)} is no input of this compiled scenario`;
      const suggestion = nearest(name, model.inputs);
      const expected = `one of ${model.inputs.join(', ')}`;
      return [{ code: 'unknown-input', message, expected, ...(suggestion && { suggestion }) }];
    }
    if (column.length === rows) return [];
    const message = `the column ${quote(name)} has another length than the first one`;
    return [
      { code: 'row-count', message, expected: String(rows), received: String(column.length) },
    ];
  });
  if (issues.length > 0) throw new InputError(issues);
  const inputs = model.inputs.map((name, k) =>
    Object.hasOwn(columns, name)
      ? (columns[name] as Float64Array)
      : new Float64Array(rows).fill(model.base[k] as number),
  );
  const outputs = model.outputs.map(() => new Float64Array(rows));
  const withoutValue = model.columns(inputs, outputs, 0, rows);
  return {
    outputs: Object.fromEntries(
      model.outputs.map((name, k): [string, Float64Array] => [name, outputs[k] as Float64Array]),
    ),
    withoutValue,
  };
}
