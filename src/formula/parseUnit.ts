import type { Issue } from '../issues/issue.ts';
import { FormulaError } from './formulaError.ts';
import { parseFormula } from './parse.ts';
import type { Unit } from './unit.ts';
import { unitOf } from './unitOf.ts';

/** A unit, or why the text is none. */
export type ParsedUnit =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Parses a unit such as `lut * s / cycle`, `GB/s` or `USD/kWh`. */
export function parseUnit(text: string): ParsedUnit {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed;
  try {
    return { ok: true, unit: unitOf(parsed.expr) };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, issues: [error.issue] };
    throw error;
  }
}
