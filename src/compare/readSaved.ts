import * as v from 'valibot';
import type { TextFile } from '../files/readTextFile.ts';
import { InputError, placed, type Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { validate } from '../studies/distributions/validate.ts';
import { SavedSchema, type Saved } from './savedSchema.ts';

/** Nothing that we write is nested deeper. */
const DEEPEST = 32;

/** Numbers of one result that agree to this share are the same. */
const TOLERANCE = 1e-9;

/** Whether a text is JSON rather than YAML: a result, as scenario files are written by hand. */
export function looksSaved(text: string): boolean {
  return /^[\s\ufeff]*[{[]/.test(text) && !/^[\s\ufeff]*\{\s*"?scenario"?\s*:\s*[^{\s]/.test(text);
}

/**
 * Reads a saved result of `emuprove evaluate`. It is untrusted: it may be anything.
 *
 * @param file name for messages
 * @throws InputError with everything that is wrong with it
 */
export function readSaved(source: TextFile, file: string): Saved {
  if (!source.ok) throw new InputError(source.issues);
  const data = parseJson(source.text, file);
  const head = headIssue(data);
  if (head !== undefined) throw new InputError(placed([head], { file }));
  const read = v.safeParse(SavedSchema, data);
  if (!read.success) throw new InputError(read.issues.map((issue) => issueOf(issue, file)));
  const issues = contradictions(read.output);
  if (issues.length > 0) throw new InputError(placed(issues, { file }));
  return read.output;
}

function parseJson(text: string, file: string): unknown {
  let depth = 0;
  let deepest = 0;
  // Brackets within strings count as well: a false alarm needs a text of ours with dozens of them.
  for (const character of text) {
    if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  if (deepest > DEEPEST) {
    const message = 'the file is nested too deeply for a result';
    throw new InputError([{ code: 'json', message, file, expected: `up to ${DEEPEST} levels` }]);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const message = 'this is no JSON';
    throw new InputError([
      { code: 'json', message, file, received: quote((error as Error).message) },
    ]);
  }
}

/** The wrong kind of file, told before anything about what is in it. */
function headIssue(data: unknown): Issue | undefined {
  const expected = 'what emuprove evaluate --out result.json writes';
  const object = typeof data === 'object' && data !== null ? data : {};
  const { kind, schemaVersion } = object as { kind?: unknown; schemaVersion?: unknown };
  if (kind !== 'evaluation') {
    const message = 'this is no saved evaluation';
    const received = kind === undefined ? 'no kind' : `kind ${quote(kind)}`;
    return { code: 'wrong-kind', message, expected, received };
  }
  if (schemaVersion !== '1.0') {
    const message = 'the result has a version that this program does not know';
    return { code: 'wrong-version', message, expected: '1.0', received: quote(schemaVersion) };
  }
  return undefined;
}

function issueOf(issue: v.BaseIssue<unknown>, file: string): Issue {
  const path = (issue.path ?? []).map(({ key }) => quote(key)).join('.');
  const missing = issue.received === 'undefined' || issue.type === 'object';
  return {
    code: missing ? 'missing-key' : 'schema',
    message: missing ? 'the key is missing, or no object' : 'this does not fit here',
    file,
    ...(path === '' ? {} : { path }),
    expected: issue.expected ?? 'another value',
    received: quote(issue.received),
  };
}

/** What fits the schema and makes no sense. */
function contradictions({ verdict, scenario, inputsUsed, quantities }: Saved): Issue[] {
  const issues: Issue[] = [
    ...twice('inputsUsed', inputsUsed),
    ...twice('quantities', quantities),
    ...inputsUsed.flatMap(({ distribution }, i) =>
      distribution === undefined
        ? []
        : validate(distribution).map((issue) => ({
            ...issue,
            path: `inputsUsed.${i}.distribution.${issue.path ?? ''}`,
          })),
    ),
  ];
  inputsUsed.forEach(({ name, value, low = value, high = value }, i) => {
    if (Math.min(low, high) <= value && value <= Math.max(low, high)) return;
    const message = `the range of ${quote(name)} does not hold its value`;
    issues.push({ code: 'range', message, path: `inputsUsed.${i}`, received: String(value) });
  });
  if (verdict.reading !== scenario.reading) {
    const message = 'the verdict is on another reading than the scenario';
    issues.push({ code: 'contradiction', message, path: 'verdict.reading' });
  }
  const name = `reading_value[${scenario.reading}]`;
  const figure = quantities.find((quantity) => quantity.name === name);
  const value = typeof figure?.value === 'number' ? figure.value : null;
  if (!agree(value, verdict.value)) {
    const message = `the verdict and ${name} are not the same number: the file was changed`;
    const received = `${verdict.value} and ${value}`;
    issues.push({ code: 'contradiction', message, path: 'verdict.value', received });
  }
  return issues;
}

function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

function twice(path: string, items: readonly { readonly name: string }[]): Issue[] {
  const seen = new Set<string>();
  return items.flatMap(({ name }, i): Issue[] => {
    const known = seen.has(name);
    seen.add(name);
    const message = `${quote(name)} is in the file twice`;
    return known ? [{ code: 'duplicate', message, path: `${path}.${i}` }] : [];
  });
}
