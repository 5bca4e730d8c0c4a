import type { Value } from './ir.ts';

const LOGICAL = new Set(['lt', 'le', 'eq', 'and', 'or', 'not']);

/** Whether a node is a comparison or a connective, so that its value is true or false. */
export function isLogical(node: Value): boolean {
  return node.kind === 'op' && LOGICAL.has(node.op);
}

/** Nodes that some nodes need, themselves included, each after its operands. */
export function reachable(roots: readonly Value[]): Value[] {
  const seen = new Set<Value>();
  const stack: Value[] = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'op') stack.push(...node.args);
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
