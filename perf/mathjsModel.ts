import { compile, type EvalFunction } from 'mathjs';
import { reachable } from '../src/formula/graph.ts';
import type { OpNode, Value } from '../src/formula/ir.ts';

/** The model as mathjs evaluates it. */
export interface MathjsModel {
  /** Expressions that are evaluated for a row. */
  readonly expressions: number;
  readonly row: (inputs: ArrayLike<number>, outputs: Float64Array) => void;
}

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  eq: '==',
  and: 'and',
  or: 'or',
};

/**
 * Compiles a graph with mathjs, which is a best case for it: what is used more than once is
 * computed once, constants are folded, and nothing checks that results are finite.
 */
export function mathjsModel(roots: readonly Value[]): MathjsModel {
  const nodes = reachable(roots);
  const uses = new Map<Value, number>();
  const use = (node: Value): void => void uses.set(node, (uses.get(node) ?? 0) + 1);
  roots.forEach(use);
  for (const node of nodes) if (node.kind === 'op') node.args.forEach(use);

  const scope = new Map<string, unknown>();
  const text = new Map<Value, string>();
  const steps: { name: string; code: EvalFunction }[] = [];
  for (const node of nodes) {
    const written = write(node, (arg) => text.get(arg) ?? 'NaN');
    if (node.kind === 'op' && node.domain !== undefined) scope.set(node.fn, node.domain.apply);
    if (node.kind !== 'op' || ((uses.get(node) ?? 0) < 2 && !roots.includes(node))) {
      text.set(node, written);
      continue;
    }
    const name = `v${steps.length}`;
    steps.push({ name, code: compile(written) });
    text.set(node, name);
  }
  const results = roots.map((root) => text.get(root) ?? '');
  return {
    expressions: steps.length,
    row: (inputs, outputs) => {
      for (let slot = 0; slot < inputs.length; slot++) scope.set(`x${slot}`, inputs[slot]);
      for (const { name, code } of steps) scope.set(name, code.evaluate(scope) as unknown);
      results.forEach((name, k) => (outputs[k] = Number(scope.get(name))));
    },
  };
}

function write(node: Value, ref: (arg: Value) => string): string {
  if (node.kind === 'const') return `(${node.value})`;
  if (node.kind === 'varying') return `x${node.slot}`;
  const args = node.args.map(ref);
  const [a = '', b = '', c = ''] = args;
  if (node.op === 'call') return call(node, args);
  if (node.op === 'neg') return `(-${a})`;
  if (node.op === 'not') return `(not ${a})`;
  if (node.op === 'select') return `(${a} ? ${b} : ${c})`;
  return `(${a} ${OPERATORS[node.op] ?? ''} ${b})`;
}

function call({ fn }: OpNode, args: readonly string[]): string {
  const [a = '', b = ''] = args;
  if (fn === 'exp2') return `(2 ^ ${a})`;
  if (fn === 'power') return `(${a} ^ ${b})`;
  if (fn === 'ceil_log2') return `ceil(log2(${a}))`;
  if (fn === 'floor_log2') return `floor(log2(${a}))`;
  return `${fn}(${args.join(', ')})`;
}
