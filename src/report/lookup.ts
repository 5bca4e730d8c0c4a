import type { EvaluationResult, Figure } from '../result/types.ts';

/** A quantity of a result by its key, e.g. `native_rate` or `usable[lut]`, if it has a value. */
export function quantity(result: EvaluationResult, name: string): Figure | undefined {
  return result.quantities.find((figure) => figure.name === name);
}

/** The same as a finite number, in base units. */
export function numberOf(result: EvaluationResult, name: string): number | undefined {
  const value = quantity(result, name)?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The element that a quantity names, e.g. `lut` for `fabric_bound`. */
export function elementOf(result: EvaluationResult, name: string): string | undefined {
  return quantity(result, name)?.element;
}
