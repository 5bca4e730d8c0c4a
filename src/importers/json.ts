import { InputError } from '../issues/issue.ts';
import { quote } from '../issues/quote.ts';
import { duplicateKey } from './duplicateKeys.ts';
import { problem } from './problem.ts';

/** An object of a JSON text. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON text that holds an object.
 *
 * @throws InputError where it holds anything else, is cut, or says something twice
 */
export function jsonObject(text: string): JsonObject {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw problem(`not JSON: ${quote((error as Error).message)}`);
  }
  if (!isObject(data)) throw problem('the JSON is no object');
  checkOnce(text);
  return data;
}

/** Refuses a key that stands twice, of which `JSON.parse` keeps one. */
function checkOnce(text: string): void {
  const twice = duplicateKey(text);
  if (twice === undefined) return;
  const { path, first, second } = twice;
  const message = `this key stands twice in its object, first in line ${first}`;
  const place = { row: second, path: path.map((key) => quote(key)).join('.') };
  throw new InputError([{ code: 'duplicate-key', message, ...place, expected: 'each key once' }]);
}

/** An object inside an object. */
export function objectIn(object: JsonObject, key: string): JsonObject | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(value) ? value : undefined;
}

/** A text inside an object. */
export function textInJson(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A number inside an object that is none below zero, or undefined where there is none. */
export function amountIn(object: JsonObject, key: string): number | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
