import type { Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Expr } from './ast.ts';
import { fromMathjs } from './fromMathjs.ts';
import { FormulaError } from './formulaError.ts';
import { mathParse } from './mathParser.ts';

/** Longest formula, in characters. The longest in `models/` has under 300. */
const LONGEST = 4_000;

/** Deepest nesting of brackets; the parser recurses, and its stack is finite. */
const DEEPEST = 100;

/** A parsed formula, or what is wrong with its text. */
export type Parsed =
  | { readonly ok: true; readonly expr: Expr }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Parses a formula. mathjs reads the text; the allow-list decides what of its tree is legal.
 *
 * @param text a formula of the model language, e.g. `min_over(r, usable[r] / tile[r], tile[r] > 0)`
 * @returns the expression, or issues with 1-based positions in `text`; never throws
 */
export function parseFormula(text: string): Parsed {
  const early = refuse(text);
  if (early !== undefined) return { ok: false, issues: [early] };
  try {
    return { ok: true, expr: fromMathjs(mathParse(text), text) };
  } catch (error) {
    return { ok: false, issues: [toIssue(error)] };
  }
}

/** What can be refused before a parser sees it: size, depth, and characters of other languages. */
function refuse(text: string): Issue | undefined {
  if (typeof text !== 'string' || text.trim() === '') {
    return { code: 'formula-empty', message: 'the formula is empty' };
  }
  if (text.length > LONGEST) {
    return {
      code: 'formula-too-long',
      message: 'the formula is too long',
      expected: `at most ${LONGEST} characters`,
      received: `${text.length}`,
    };
  }
  const strange = /[^\p{L}\p{N}\s_+\-*/^().,[\]<>=!?:]/u.exec(text);
  if (strange !== null) {
    return {
      code: 'formula-character',
      message: 'this character has no place in a formula',
      received: quote(strange[0]),
      position: strange.index + 1,
    };
  }
  const radix = /(?<![\p{L}\p{N}_])0[xob]/iu.exec(text);
  if (radix !== null) {
    return {
      code: 'formula-number',
      message: 'numbers are decimal',
      received: quote(text.slice(radix.index, radix.index + 8)),
      position: radix.index + 1,
    };
  }
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const ch = text[i];
    if (ch === '(' || ch === '[') depth++;
    if (ch === ')' || ch === ']') depth--;
    if (depth > DEEPEST) {
      return {
        code: 'formula-too-deep',
        message: 'the formula is nested too deeply',
        expected: `at most ${DEEPEST} open brackets`,
        position: i + 1,
      };
    }
  }
  return undefined;
}

function toIssue(error: unknown): Issue {
  if (error instanceof FormulaError) return error.issue;
  if (error instanceof RangeError) {
    return { code: 'formula-too-deep', message: 'the formula is nested too deeply' };
  }
  const position = (error as { char?: unknown }).char;
  return {
    code: 'formula-syntax',
    message: `the formula is not well formed: ${quote((error as Error).message)}`,
    ...(typeof position === 'number' ? { position } : {}),
  };
}
