import { isLogical, reachable } from '../../src/formula/graph.ts';
import type { OpNode, Value } from '../../src/formula/ir.ts';
import type { Curve } from '../curve.ts';
import type { Table } from '../tables.ts';
import { betaOf, type MeasuredStudy } from './study.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  lt: '<',
  le: '<=',
  eq: '==',
  and: '&&',
  or: '||',
};

/**
 * The study in Squiggle: sample sets of all inputs, and a function of a row that is mapped over them.
 * Squiggle's own operations on sample sets have no conditionals, no ceiling and no table, so it can not
 * be said with these; a function says the whole graph. It gives one number a row, the headline, with a
 * minus sign where the verdict is no; the other outputs are not asked for.
 */
export function squiggleSource(study: MeasuredStudy): string {
  const { graph, varying, headline, verdict, curve, tables } = study;
  const roots = [headline, verdict].map((k) => graph.roots[k]).filter((node) => node !== undefined);
  const [value, passes] = roots as [Value, Value];
  const names = varying.map((_, k) => `s${k}`);
  const draws = varying.map(({ distribution }, k) => {
    const { alpha, beta, low, width } = betaOf(distribution);
    return `s${k} = SampleSet.fromDist(${number(low)} + ${number(width)} * beta(${alpha}, ${beta}))`;
  });
  const lines = reachable(roots).flatMap((node) =>
    node.kind === 'op' ? [`v${node.id} = ${write(node)}`] : [],
  );
  return `${domainSource(curve, tables)}
${draws.join('\n')}
signed = SampleSet.mapN([${names.join(', ')}], {|x|
  ${lines.join('\n  ')}
  if ${condition(passes)} then ${amount(value)} else -${amount(value)}
})
logs = SampleSet.map(signed, {|y| log10(abs(y))})
found = [mean(logs), stdev(logs), mean(SampleSet.map(signed, {|y| if y > 0 then 1 else 0}))]
`;
}

function domainSource(curve: Curve, tables: readonly Table[]): string {
  const pieces = curve.slice(1).map(([x1, y1], i) => {
    const [x0, y0] = curve[i] ?? [NaN, NaN];
    const line = `${number(y0)} + (x - ${number(x0)}) * ${number((y1 - y0) / (x1 - x0))}`;
    return i === curve.length - 2 ? `max([0, ${line}])` : `if x <= ${x1} then ${line} else `;
  });
  const functions = tables.map(({ fn, low, size, values }) => {
    const [, r, q] = size;
    return `${fn}_values = [${values.map((v) => (Number.isNaN(v) ? 0 : v)).join(', ')}]
${fn}(l, r, q) = ${fn}_values[((ceil(l - 1e-12) - ${low[0]}) * ${r} + r - ${low[1]}) * ${q} + ceil(q) - ${low[2]}]`;
  });
  return `clock_retention(x) = ${pieces.join('')}\n${functions.join('\n')}`;
}

function write(node: OpNode): string {
  const args = node.args.map(amount);
  const [a = '', b = '', c = ''] = args;
  const [first, second] = node.args as [Value, Value];
  if (node.op === 'mul' && isLogical(second)) return `if ${ref(second)} then ${a} else 0`;
  if (node.op === 'mul' && isLogical(first)) return `if ${ref(first)} then ${b} else 0`;
  if (node.op === 'and' || node.op === 'or') {
    return `${condition(first)} ${OPERATORS[node.op] ?? ''} ${condition(second)}`;
  }
  if (node.op === 'not') return `!(${condition(first)})`;
  if (node.op === 'neg') return `-${a}`;
  if (node.op === 'select') return `if ${condition(first)} then ${b} else ${c}`;
  if (node.op !== 'call') return `${a} ${OPERATORS[node.op] ?? ''} ${b}`;
  if (node.fn === 'exp2') return `2 ^ ${a}`;
  if (node.fn === 'power') return `${a} ^ ${b}`;
  if (node.fn === 'min' || node.fn === 'max') return `${node.fn}([${args.join(', ')}])`;
  return `${node.fn}(${args.join(', ')})`;
}

function ref(node: Value): string {
  if (node.kind === 'const') return number(node.value);
  return node.kind === 'varying' ? `x[${node.slot}]` : `v${node.id}`;
}

/** Truth values are no numbers in Squiggle. */
function amount(node: Value): string {
  return isLogical(node) ? `(if ${ref(node)} then 1 else 0)` : ref(node);
}

function condition(node: Value): string {
  return isLogical(node) ? ref(node) : `${ref(node)} != 0`;
}

function number(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
