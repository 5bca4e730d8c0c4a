import * as v from 'valibot';
import { isPair, isScalar, parseDocument, visit, type Document } from 'yaml';
import type { Issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** A value read by its schema, or what is wrong with the text. */
export type ReadYaml<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Names that every JavaScript object has. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Aliases that a document may hold; expanding them is the only way YAML text can grow. */
const ALIASES = 50;

/**
 * Reads YAML text by a schema: plain data only, no tags, with a path in every issue.
 *
 * @param file name for messages
 */
export function readYaml<S extends v.GenericSchema>(
  text: string,
  schema: S,
  file: string,
): ReadYaml<v.InferOutput<S>> {
  let data: unknown;
  try {
    const document = parseDocument(text, { schema: 'core', uniqueKeys: true, stringKeys: true });
    if (document.errors.length > 0 || document.warnings.length > 0) {
      const found = [...document.errors, ...document.warnings];
      return { ok: false, issues: found.map((error) => yamlIssue(error, file)) };
    }
    const strange = refuseStrange(document, file);
    if (strange.length > 0) return { ok: false, issues: strange };
    data = document.toJS({ maxAliasCount: ALIASES });
  } catch (error) {
    return {
      ok: false,
      issues: [{ code: 'yaml', message: quote((error as Error).message), file }],
    };
  }
  const result = v.safeParse(schema, data);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, issues: result.issues.map((issue) => schemaIssue(issue, file, schema)) };
}

/** Keys that mean something to JavaScript objects, and tags: neither is plain data. */
function refuseStrange(document: Document.Parsed, file: string): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Pair: (_, { key }, above) => {
      if (!isScalar(key) || !RESERVED.has(String(key.value))) return;
      const outer = above.flatMap((node) =>
        isPair(node) && isScalar(node.key) ? [node.key.value] : [],
      );
      const path = [...outer, key.value].map(quote).join('.');
      issues.push({ code: 'unknown-key', message: 'this key has no place in a file', file, path });
    },
    Node: (_, node) => {
      const { tag } = node as { tag?: string };
      if (tag !== undefined) {
        const message = 'a file holds plain data, no tags';
        issues.push({ code: 'tag-not-allowed', message, file, received: quote(tag) });
      }
    },
  });
  return issues;
}

function yamlIssue(
  error: { message: string; linePos?: readonly { line: number }[] },
  file: string,
): Issue {
  const line = error.linePos?.[0]?.line;
  const [first = ''] = error.message.split('\n');
  return {
    code: 'yaml',
    message: quote(first),
    file,
    ...(line === undefined ? {} : { row: line }),
  };
}

function schemaIssue(issue: v.BaseIssue<unknown>, file: string, schema: v.GenericSchema): Issue {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const path = keys.length > 0 ? { path: keys.map(quote).join('.') } : {};
  const place = { file, ...path };
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = keysAt(schema, keys.slice(0, -1));
    const suggestion = nearest(keys.at(-1) ?? '', known);
    const hint = suggestion === undefined ? {} : { suggestion };
    return { code: 'unknown-key', message: 'there is no such key here', ...place, ...hint };
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') {
    return { code: 'missing-key', message: 'the key is missing', ...place };
  }
  return {
    code: 'schema',
    message:
      issue.type === 'custom' || issue.type === 'check' ? issue.message : 'this does not fit here',
    ...place,
    expected: issue.expected ?? 'another value',
    received: quote(issue.received),
  };
}

/** Keys that an object schema knows at a path, to suggest one of them. */
function keysAt(schema: v.GenericSchema, path: readonly string[]): string[] {
  let here = schema as { entries?: Record<string, unknown>; value?: unknown; wrapped?: unknown };
  for (const key of path) {
    while (here.wrapped !== undefined) here = here.wrapped as typeof here;
    const next = here.entries?.[key] ?? here.value;
    if (next === undefined) return [];
    here = next as typeof here;
  }
  while (here.wrapped !== undefined) here = here.wrapped as typeof here;
  return Object.keys(here.entries ?? {});
}
