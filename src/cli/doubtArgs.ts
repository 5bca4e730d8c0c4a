import { InputError, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import type { Choices, Correlated } from '../scenario/types.ts';

const CORRELATED = /^\s*([^=,]*(?:\[[^\]]*\])?)\s*,\s*([^=]+?)\s*=\s*([+-]?\d*\.?\d+)\s*$/s;

/**
 * Reads `name,name=correlation`.
 *
 * @throws InputError for anything else, and for correlations that are not between -1 and 1
 */
export function parseCorrelated(text: string): Correlated {
  const [whole, a = '', b = '', digits = ''] = CORRELATED.exec(text) ?? [];
  const value = Number(digits);
  if (whole === undefined || !(Math.abs(value) < 1)) {
    const message = '--correlate takes two inputs and a correlation between -1 and 1';
    const expected = 'such as fill.lut,retention_scale=-0.5';
    throw new InputError([{ code: 'usage', message, expected, received: quote(text) }]);
  }
  return { between: [a.trim(), b.trim()], value, source: 'command line' };
}

const CHOICE = /^\s*([a-z][\w.]*)\s*=\s*(.+)$/s;
const LABEL = /^\s*([a-z0-9][a-z0-9._-]*)\s*(?::\s*(\d*\.?\d+(?:e-?\d+)?))?\s*$/;

/**
 * Reads `core=a,b` and `core=a:2,b:1`, where the numbers are weights.
 *
 * @throws InputError for anything else, and for a choice that is given twice
 */
export function parseChoices(options: readonly string[]): Choices {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const entries = options.map((text) => {
    const [whole, name = '', list = ''] = CHOICE.exec(text) ?? [];
    const labels = list.split(',').map((part) => LABEL.exec(part));
    const weights = labels.map((match) => Number(match?.[2] ?? 1));
    const distinct = new Set(labels.map((match) => match?.[1])).size === labels.length;
    if (whole === undefined || labels.includes(null) || !distinct || !weights.every(isWeight)) {
      const message = '--choose takes a choice and what it may be';
      const expected = 'such as core=a,b or core=a:2,b:1, each once and each weight above 0';
      issues.push({ code: 'usage', message, expected, received: quote(text) });
    }
    if (seen.has(name)) {
      const message = `--choose ${name} can be given once only`;
      issues.push({ code: 'usage', message, expected: `--choose ${name}=a,b` });
    }
    seen.add(name);
    return [
      name,
      Object.fromEntries(labels.map((match, i) => [match?.[1] ?? '', weights[i] ?? 1])),
    ];
  });
  if (issues.length > 0) throw new InputError(issues);
  return Object.fromEntries(entries) as Choices;
}

function isWeight(weight: number): boolean {
  return weight > 0 && weight < Infinity;
}
