import { checkSystem } from '../../src/formula/check.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import type {
  Alternative,
  Body,
  Definition,
  DomainFunction,
  IndexSet,
  System,
} from '../../src/formula/system.ts';
import type { Expr } from '../../src/formula/ast.ts';
import type { Issue } from '../../src/issues/issue.ts';

/** A quantity in short: an input unless it says how it is computed. */
export interface Short {
  readonly unit?: string;
  readonly over?: readonly string[];
  readonly formula?: string;
  readonly firstOf?: readonly string[];
  readonly by?: readonly string[];
  readonly cases?: Readonly<Record<string, string>>;
}

/** A set in short: its letter and its elements, with the unit that each lends. */
export interface ShortSet {
  readonly letter: string;
  readonly elements: Readonly<Record<string, string | undefined>>;
}

/** Parses a formula that the test knows to be legal. */
export function parsed(text: string): Expr {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.issues)}`);
  return result.expr;
}

/** A system of equations, written by hand. */
export function makeSystem(
  quantities: Readonly<Record<string, Short>>,
  sets: Readonly<Record<string, ShortSet>> = {},
  functions: readonly DomainFunction[] = [],
): System {
  const alternative = (text: string): Alternative => ({ text, expr: parsed(text) });
  const bodyOf = ({ formula, firstOf, by, cases, over }: Short): Body => {
    if (formula !== undefined) return { kind: 'formula', alternatives: [alternative(formula)] };
    if (firstOf !== undefined) return { kind: 'formula', alternatives: firstOf.map(alternative) };
    if (cases === undefined) return { kind: 'input' };
    const entries = Object.entries(cases).map(([key, text]) => [key, alternative(text)] as const);
    return { kind: 'cases', by: by ?? over ?? [], cases: Object.fromEntries(entries) };
  };
  const definitions = Object.entries(quantities).map(([name, short]): [string, Definition] => {
    const unit = short.unit ?? '1';
    return [
      name,
      {
        name,
        over: short.over ?? [],
        unit,
        ...(unit === 'truth' ? {} : { unitExpr: parsed(unit) }),
        body: bodyOf(short),
        file: 'test.yaml',
        path: `quantities.${name}`,
      },
    ];
  });
  const indexSets = Object.entries(sets).map(([id, { letter, elements }]): [string, IndexSet] => [
    id,
    {
      id,
      letter,
      title: id,
      elements: Object.entries(elements).map(([element, unit]) => ({
        id: element,
        title: element,
        ...(unit === undefined ? {} : { unit }),
      })),
    },
  ]);
  return {
    sets: new Map(indexSets),
    definitions: new Map(definitions),
    functions: new Map(functions.map((fn) => [fn.name, fn])),
  };
}

/** The resources of an FPGA, as models declare them. */
export const RESOURCE: Readonly<Record<string, ShortSet>> = {
  resource: { letter: 'r', elements: { lut: 'lut', ff: 'ff', bram: 'bram' } },
};

/** What is wrong with a system. */
export function issuesOf(
  quantities: Readonly<Record<string, Short>>,
  sets: Readonly<Record<string, ShortSet>> = RESOURCE,
  functions: readonly DomainFunction[] = [],
): Issue[] {
  return checkSystem(makeSystem(quantities, sets, functions));
}

/** What is wrong with the text of a formula, from parsing to checking, with `a` and `b` as inputs. */
export function issuesOfFormula(text: string): readonly Issue[] {
  const result = parseFormula(text);
  if (!result.ok) return result.issues;
  const inputs = { a: {}, b: {}, c: {}, v: { over: ['resource'] } };
  const { definitions, ...rest } = makeSystem(inputs, RESOURCE);
  const out: Definition = {
    name: 'out',
    over: [],
    unit: '1',
    unitExpr: { kind: 'number', at: 1, value: 1 },
    body: { kind: 'formula', alternatives: [{ text, expr: result.expr }] },
    file: 'test.yaml',
    path: 'quantities.out',
  };
  return checkSystem({ ...rest, definitions: new Map([...definitions, ['out', out]]) });
}
