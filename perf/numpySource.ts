import { isLogical, reachable } from '../src/formula/graph.ts';
import type { OpNode, Value } from '../src/formula/ir.ts';
import type { GeneratedModel } from './cModel.ts';
import type { Curve } from './curve.ts';
import type { Table } from './tables.ts';

/** Expressions nest no deeper, since Python parses them by recursion. */
const DEEPEST = 12;

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  eq: '==',
  and: '&',
  or: '|',
};

const FUNCTIONS: Readonly<Record<string, string>> = {
  abs: 'np.abs',
  floor: 'np.floor',
  ceil: 'np.ceil',
  sqrt: 'np.sqrt',
  exp: 'np.exp',
  log: 'np.log',
  log2: 'np.log2',
  log10: 'np.log10',
  exp2: 'np.exp2',
  power: 'np.power',
  min: 'np.minimum',
  max: 'np.maximum',
  ceil_log2: 'ceil_log2',
  floor_log2: 'floor_log2',
};

/**
 * A Python module with `model(x)`: from a list of NumPy columns, one an input, to a list of columns,
 * one a root. What is used once stands inside what uses it, so that NumPy can reuse its memory; what
 * is used more often has a name, which is deleted after its last use. Both branches of a condition
 * are computed, and nothing checks that values are finite.
 */
export function numpySource({ graph, curve, tables }: Omit<GeneratedModel, 'inputs'>): string {
  return `import numpy as np
${domainSource(curve, tables)}

def ceil_log2(x):
    mantissa, exponent = np.frexp(x)
    return np.where(mantissa == 0.5, exponent - 1.0, exponent)

def floor_log2(x):
    return np.frexp(x)[1] - 1.0

def model(x):
    ${statements(graph.roots).join('\n    ')}
`;
}

function domainSource(curve: Curve, tables: readonly Table[]): string {
  const [first, second] = curve;
  const [before, last] = curve.slice(-2);
  if (!first || !second || !before || !last) throw new Error('the curve needs two points');
  const at = (x: number, [x0, y0]: Point, [x1, y1]: Point): Point => [
    x,
    y0 + ((x - x0) / (x1 - x0)) * (y1 - y0),
  ];
  // Beyond its ends the curve keeps the slope; numpy.interp would keep the value.
  const points = [
    ...(first[0] > 0 ? [at(0, first, second)] : []),
    ...curve,
    ...(last[0] < 1 ? [at(1, before, last)] : []),
  ];
  const list = (numbers: readonly number[]): string =>
    `[${numbers.map((x) => (Number.isNaN(x) ? 'np.nan' : String(x))).join(', ')}]`;
  const functions = tables.map(({ fn, low, size, values }) => {
    const [l, r, q] = size;
    return `${fn}_values = np.array(${list(values)})
def ${fn}(size, rate, queries):
    i = np.ceil(size - 1e-12) - ${low[0]}
    j = rate - ${low[1]}
    k = np.ceil(queries) - ${low[2]}
    known = (i >= 0) & (i < ${l}) & (j >= 0) & (j < ${r}) & (j == np.floor(j)) & (k >= 0) & (k < ${q})
    place = np.where(known, (i * ${r} + j) * ${q} + k, 0).astype(np.intp)
    return np.where(known, ${fn}_values[place], np.nan)`;
  });
  return `
curve_x = np.array(${list(points.map(([x]) => x))})
curve_y = np.array(${list(points.map(([, y]) => y))})
def clock_retention(fill):
    inside = (fill >= 0) & (fill <= 1)
    return np.where(inside, np.maximum(0.0, np.interp(fill, curve_x, curve_y)), np.nan)
${functions.join('\n')}`;
}

type Point = readonly [number, number];

function statements(roots: readonly Value[]): string[] {
  const nodes = reachable(roots);
  const uses = new Map<Value, number>();
  const use = (node: Value): void => void uses.set(node, (uses.get(node) ?? 0) + 1);
  roots.forEach(use);
  for (const node of nodes) if (node.kind === 'op') node.args.forEach(use);

  const text = new Map<Value, { code: string; depth: number; names: readonly Value[] }>();
  const lines: { code: string; names: readonly Value[]; made: Value }[] = [];
  for (const node of nodes) {
    const args = node.kind === 'op' ? node.args.map((arg) => text.get(arg)) : [];
    const code = write(
      node,
      args.map((arg) => arg?.code ?? ''),
    );
    const depth = 1 + Math.max(0, ...args.map((arg) => arg?.depth ?? 0));
    const names = args.flatMap((arg) => arg?.names ?? []);
    const named = node.kind === 'op' && ((uses.get(node) ?? 0) > 1 || depth > DEEPEST);
    if (!named) {
      text.set(node, { code, depth, names });
      continue;
    }
    lines.push({ code, names, made: node });
    text.set(node, { code: `v${node.id}`, depth: 0, names: [node] });
  }
  const results = roots.map((root) => text.get(root));
  const lastUse = new Map<Value, number>();
  lines.forEach(({ names }, line) => names.forEach((name) => lastUse.set(name, line)));
  const kept = new Set(results.flatMap((result) => result?.names ?? []));
  const written = lines.flatMap(({ code, names, made }, line) => {
    const dead = [...new Set(names)].filter((n) => lastUse.get(n) === line && !kept.has(n));
    const statement = `v${made.id} = ${code}`;
    return dead.length === 0
      ? [statement]
      : [statement, `del ${dead.map(({ id }) => `v${id}`).join(', ')}`];
  });
  // A root that is a condition, or does not vary, becomes a column of numbers.
  const columns = results.map(
    (result) => `np.broadcast_to(${result?.code ?? ''}, x[0].shape).astype(float)`,
  );
  return [...written, `return [${columns.join(', ')}]`];
}

function write(node: Value, args: readonly string[]): string {
  if (node.kind === 'const') return number(node.value);
  if (node.kind === 'varying') return `x[${node.slot}]`;
  const [a = '', b = '', c = ''] = args;
  if (node.op === 'neg') return `(-${a})`;
  if (node.op === 'not') return `(~${truth(node, 0, a)})`;
  if (node.op === 'select') return `np.where(${a}, ${b}, ${c})`;
  if (node.op === 'and' || node.op === 'or') {
    return `(${truth(node, 0, a)} ${OPERATORS[node.op] ?? ''} ${truth(node, 1, b)})`;
  }
  if (node.op !== 'call') return `(${a} ${OPERATORS[node.op] ?? ''} ${b})`;
  const fn = node.domain === undefined ? FUNCTIONS[node.fn] : node.fn;
  if (fn === undefined) throw new Error(`no NumPy for ${node.fn}`);
  return `${fn}(${args.join(', ')})`;
}

/** A number that Python takes for a float and not for an integer. */
function number(value: number): string {
  const digits = String(value);
  return `(${/[.e]/.test(digits) ? digits : `${digits}.0`})`;
}

/** An operand of a connective: a condition as it is, and a number as whether it is not 0. */
function truth({ args }: OpNode, operand: number, text: string): string {
  const arg = args[operand];
  return arg !== undefined && isLogical(arg) ? text : `(np.asarray(${text}) != 0)`;
}
