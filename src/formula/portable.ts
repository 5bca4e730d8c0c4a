import type { Executable } from './compile.ts';
import { FUNCTIONS } from './functions.ts';
import { execute, type Generated, type GeneratedFunction } from './generated.ts';
import { reachable } from './graph.ts';
import type { Value } from './ir.ts';
import type { DomainFunction } from './system.ts';

/** What generated code calls by a name: a function of the formula language, or a domain function. */
type Reference =
  | { readonly name: string; readonly builtin: string }
  | { readonly name: string; readonly domain: string; readonly data: unknown };

interface PortableFunction {
  readonly text: string;
  readonly references: readonly Reference[];
}

/** Generated functions as plain data, to be sent to another thread of this program. */
export interface PortableCode {
  readonly scalar: PortableFunction;
  readonly columns: PortableFunction;
  readonly simplified: boolean;
}

/** Everything that the formula language itself lets generated code call. */
const builtins: ReadonlyMap<string, unknown> = new Map(
  [...FUNCTIONS].flatMap(([name, { apply, helpers = [] }]) => [
    [`function ${name}`, apply] as const,
    ...helpers.map(([helper, value]) => [`helper ${helper}`, value] as const),
  ]),
);

/**
 * Writes down what generated code calls by name instead of as functions, which cannot be sent.
 *
 * @param generated code of a graph
 * @param roots the outputs of that graph
 * @returns nothing where it calls a domain function that says nothing about what it is made from
 */
export function portable(generated: Generated, roots: readonly Value[]): PortableCode | undefined {
  const domain = new Set(
    reachable(roots).flatMap((node) => (node.kind === 'op' ? (node.domain ?? []) : [])),
  );
  const scalar = withReferences(generated.scalar, domain);
  const columns = withReferences(generated.columns, domain);
  if (scalar === undefined || columns === undefined) return undefined;
  return { scalar, columns, simplified: generated.simplified };
}

function withReferences(
  { text, helpers }: GeneratedFunction,
  domain: ReadonlySet<DomainFunction>,
): PortableFunction | undefined {
  const references: Reference[] = [];
  for (const [name, value] of helpers) {
    const builtin = [...builtins].find(([, known]) => known === value)?.[0];
    const found = [...domain].find(({ apply, made }) => apply === value && made !== undefined);
    if (builtin !== undefined) references.push({ name, builtin });
    else if (found?.made !== undefined) {
      references.push({ name, domain: found.name, data: found.made.from });
    } else return undefined;
  }
  return { text, references };
}

/**
 * Makes functions of such code. It has to come from the thread that started this one: its text is
 * turned into code.
 *
 * @param code from {@link portable}
 * @param domain makes a domain function again
 */
export function revive(
  { scalar, columns, simplified }: PortableCode,
  domain: (name: string, data: unknown) => DomainFunction['apply'],
): Executable {
  const withHelpers = ({ text, references }: PortableFunction): GeneratedFunction => ({
    text,
    helpers: new Map(
      references.map((reference) => [
        reference.name,
        'builtin' in reference
          ? builtins.get(reference.builtin)
          : domain(reference.domain, reference.data),
      ]),
    ),
  });
  return execute({ scalar: withHelpers(scalar), columns: withHelpers(columns), simplified });
}
