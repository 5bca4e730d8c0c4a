import type * as v from 'valibot';
import { isPair, isScalar, parseDocument, visit, type Document } from 'yaml';
import type { Issue } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { checkShape, type Checked } from './checkShape.ts';

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
): Checked<v.InferOutput<S>> {
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
  return checkShape(data, schema, { file });
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
      const path = [...outer, key.value].map((part) => quote(part)).join('.');
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
