// Only mathjs' parser is used, from its number-only build and by static named imports, so that a
// bundler can drop the rest (importing all of mathjs costs more than a second).
import { create, parseDependencies } from 'mathjs/number';
import type { FactoryFunctionMap, MathNode } from 'mathjs';

// mathjs' types leave the dependency bundles optional; this one exists.
const { parse } = create(parseDependencies as FactoryFunctionMap) as {
  parse: (text: string) => MathNode;
};

/** Parses an expression with mathjs. Throws mathjs' SyntaxError, whose `char` is the position. */
export function mathParse(text: string): MathNode {
  return parse(text);
}
