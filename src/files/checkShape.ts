import * as v from 'valibot';
import type { Issue, Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { quote } from '../issues/quote.ts';

/** A value of the right shape, or what is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks plain data by a schema, with a path in every issue.
 *
 * @param source the file it comes from, if it does
 */
export function checkShape<S extends v.GenericSchema>(
  data: unknown,
  schema: S,
  source: Pick<Place, 'file'> = {},
): Checked<v.InferOutput<S>> {
  const result = v.safeParse(schema, data);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, issues: result.issues.map((issue) => schemaIssue(issue, source, schema)) };
}

function schemaIssue(
  issue: v.BaseIssue<unknown>,
  source: Pick<Place, 'file'>,
  schema: v.GenericSchema,
): Issue {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const path = keys.length > 0 ? { path: keys.map((key) => quote(key)).join('.') } : {};
  const place = { ...source, ...path };
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
  let here = schema as {
    entries?: Record<string, unknown>;
    value?: unknown;
    item?: unknown;
    wrapped?: unknown;
  };
  for (const key of path) {
    while (here.wrapped !== undefined) here = here.wrapped as typeof here;
    const next = here.entries?.[key] ?? here.value ?? here.item;
    if (next === undefined) return [];
    here = next as typeof here;
  }
  while (here.wrapped !== undefined) here = here.wrapped as typeof here;
  return Object.keys(here.entries ?? {});
}
