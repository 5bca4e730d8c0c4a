import type { Expr } from './ast.ts';

/** Names of the functions that an expression calls, each once. */
export function callsOf(expr: Expr): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as { kind?: unknown; fn?: unknown };
    if (node.kind === 'call' && typeof node.fn === 'string') found.add(node.fn);
    Object.values(value).forEach(visit);
  };
  visit(expr);
  return [...found];
}
