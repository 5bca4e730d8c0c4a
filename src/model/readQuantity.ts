import { parseFormula } from '../formula/parse.ts';
import type { Alternative, Body } from '../formula/system.ts';
import { placed, type Issue } from '../issues/issue.ts';
import type { QuantitySource } from './schema.ts';
import type { Quantity, StatedValue } from './types.ts';

/** Where a quantity is declared. */
export interface Declared {
  readonly model: string;
  readonly file: string;
}

/** Turns a declared quantity into one with parsed formulas; issues are added to `issues`. */
export function readQuantity(
  name: string,
  source: QuantitySource,
  { model, file }: Declared,
  issues: Issue[],
): Quantity | undefined {
  const path = `quantities.${name}`;
  const before = issues.length;
  const parse = (text: string, where: string): Alternative | undefined =>
    readAlternative(text, { file, path: `${path}.${where}` }, issues);
  const unit = source.unit === 'truth' ? undefined : parse(source.unit, 'unit');
  const body = readBody(source, parse, { file, path }, issues);
  const { over = [], title, meaning, names, from, exact, min, max, settable, constant } = source;
  const { scale, whole } = source;
  if (issues.length > before || body === undefined) return undefined;
  return {
    name,
    model,
    ...(source.technology === undefined ? {} : { technology: source.technology }),
    title,
    meaning,
    unit: source.unit,
    ...(unit === undefined ? {} : { unitExpr: unit.expr }),
    over,
    ...(names === undefined ? {} : { names }),
    ...(from === undefined ? {} : { from }),
    ...(exact === undefined ? {} : { exact }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(settable === undefined ? {} : { settable }),
    ...(scale === undefined ? {} : { scale }),
    ...(whole === undefined ? {} : { whole }),
    ...(constant === undefined ? {} : { constant }),
    ...(source.default === undefined ? {} : { defaults: readDefaults(source.default) }),
    body,
    file,
    path,
  };
}

/** Parses one formula of a file. */
export function readAlternative(
  text: string,
  place: { readonly file: string; readonly path: string },
  issues: Issue[],
): Alternative | undefined {
  const parsed = parseFormula(text);
  if (parsed.ok) return { text, expr: parsed.expr };
  issues.push(...placed(parsed.issues, place));
  return undefined;
}

function readBody(
  source: QuantitySource,
  parse: (text: string, where: string) => Alternative | undefined,
  place: { readonly file: string; readonly path: string },
  issues: Issue[],
): Body | undefined {
  const { formula, first_of: firstOf, cases, constant, from } = source;
  const ways = [formula, firstOf, cases].filter((way) => way !== undefined).length;
  const empty = firstOf?.length === 0;
  const given = constant !== undefined || from !== undefined || source.default !== undefined;
  if (ways > 1 || (ways === 0 && !given) || empty) {
    const expected = 'one of formula, first_of and cases; or from, default or constant';
    issues.push({
      code: 'no-value',
      message: 'this needs one way to get a value',
      expected,
      ...place,
    });
    return undefined;
  }
  if (formula !== undefined) {
    const alternative = parse(formula, 'formula');
    return alternative === undefined ? undefined : { kind: 'formula', alternatives: [alternative] };
  }
  if (firstOf !== undefined) {
    const alternatives = firstOf.flatMap(({ formula: text, ...rest }, i) => {
      const alternative = parse(text, `first_of[${i}].formula`);
      return alternative === undefined ? [] : [{ ...alternative, ...rest }];
    });
    return { kind: 'formula', alternatives };
  }
  if (cases === undefined) return { kind: 'input' };
  const read: [string, Alternative][] = [];
  for (const [key, text] of Object.entries(cases)) {
    const alternative = parse(text, `cases.${key}`);
    if (alternative !== undefined) read.push([key, alternative]);
  }
  const over = source.over ?? [];
  const by = source.by === undefined ? over : [source.by];
  if (by.length === 0 || !by.every((set) => over.includes(set))) {
    const message = 'cases tell the elements of a set apart that the quantity is over';
    issues.push({ code: 'no-set', message, ...place });
    return undefined;
  }
  return { kind: 'cases', by, cases: Object.fromEntries(read) };
}

function readDefaults(
  source: NonNullable<QuantitySource['default']>,
): Readonly<Record<string, StatedValue>> {
  // The empty key serves every element.
  return 'value' in source
    ? { '': source as StatedValue }
    : (source as Record<string, StatedValue>);
}
