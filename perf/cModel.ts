import { isLogical, reachable } from '../src/formula/graph.ts';
import { guardOf, type Guard } from '../src/formula/guard.ts';
import type { OpNode, Value } from '../src/formula/ir.ts';
import type { Simplified } from '../src/formula/simplify.ts';
import type { Curve } from './curve.ts';
import type { Table } from './tables.ts';

const MATH: Readonly<Record<string, string>> = {
  abs: 'fabs',
  floor: 'floor',
  ceil: 'ceil',
  sqrt: 'sqrt',
  exp: 'exp',
  log: 'log',
  log2: 'log2',
  log10: 'log10',
  exp2: 'exp2',
  power: 'pow',
  min: 'least',
  max: 'most',
};

const number = (value: number): string => {
  const digits = String(value);
  return /[.e]/.test(digits) ? `(${digits})` : `(${digits}.0)`;
};

/** C functions that stand in for the domain functions. */
function domainSource(points: Curve, tables: readonly Table[]): string {
  const curve = points
    .slice(1)
    .map(([x1, y1], i) => {
      const [x0, y0] = points[i] ?? [NaN, NaN];
      const last = i === points.length - 2;
      const value = `${number(y0)} + (x - ${number(x0)}) / (${number(x1)} - ${number(x0)}) * (${number(y1)} - ${number(y0)})`;
      return `  ${last ? '' : `if (x <= ${number(x1)}) `}return most(0.0, ${value});`;
    })
    .join('\n');
  const functions = tables.map(({ fn, low, size, values }) => {
    const [l, r, q] = size;
    return `static const double ${fn}_values[] = {${values.map((v) => (Number.isNaN(v) ? 'NAN' : number(v))).join(',')}};
static inline double ${fn}(double l, double r, double q) {
  if (!(l >= 0.0 && l <= 64.0)) return NAN;
  int i = (int)most(0.0, ceil(l - 1e-12)) - ${low[0]}, j = (int)r - ${low[1]}, k = (int)ceil(q) - ${low[2]};
  if ((double)(j + ${low[1]}) != r || i < 0 || i >= ${l} || j < 0 || j >= ${r} || k < 0 || k >= ${q}) return NAN;
  return ${fn}_values[(i * ${r} + j) * ${q} + k];
}`;
  });
  return `static inline double clock_retention(double x) {
  if (!(x >= 0.0 && x <= 1.0)) return NAN;
${curve}
}
${functions.join('\n')}`;
}

/** Writes the row function: one statement a node, so that the compiler shares as it likes. */
class RowWriter {
  readonly lines: string[] = [];
  readonly #guards = new Map<Guard, string>();

  node(node: Value): void {
    if (node.kind !== 'op') return;
    const type = isLogical(node) ? 'int' : 'double';
    this.lines.push(`const ${type} v${node.id} = ${this.#text(node)};`);
  }

  ref(node: Value): string {
    if (node.kind === 'const') return number(node.value);
    return node.kind === 'varying' ? `x${node.slot}` : `v${node.id}`;
  }

  guard(guard: Guard | undefined): string {
    if (guard === undefined) return '0.0';
    let name = this.#guards.get(guard);
    if (name === undefined) {
      const terms = guard.finite.map((node) => `${this.ref(node)} * 0.0`);
      for (const part of guard.parts) {
        if (part.kind === 'select') {
          const branches = `${this.guard(part.then)} : ${this.guard(part.otherwise)}`;
          terms.push(`(${this.ref(part.test)} ? ${branches})`);
          continue;
        }
        const [a, b] = part.operands.map((node) => this.ref(node)) as [string, string];
        const [va, vb] = part.guards.map((inner) => `${this.guard(inner)} == 0.0`) as [
          string,
          string,
        ];
        const not = part.op === 'and' ? '!' : '';
        terms.push(`(((${va}) && (${not}${a} || ${vb})) || ((${vb}) && ${not}${b}) ? 0.0 : NAN)`);
      }
      name = `g${this.#guards.size}`;
      this.#guards.set(guard, name);
      this.lines.push(`const double ${name} = ${terms.join(' + ')};`);
    }
    return name;
  }

  #text(node: OpNode): string {
    const [a = '', b = '', c = ''] = node.args.map((arg) => this.ref(arg));
    const binary = { add: '+', sub: '-', mul: '*', div: '/', lt: '<', le: '<=', eq: '==' };
    if (node.op in binary) return `${a} ${binary[node.op as keyof typeof binary]} ${b}`;
    switch (node.op) {
      case 'neg':
        return `-${a}`;
      case 'and':
        return `${a} && ${b}`;
      case 'or':
        return `${a} || ${b}`;
      case 'not':
        return `!${a}`;
      case 'select':
        return `${a} ? ${b} : ${c}`;
      default: {
        const fn = node.domain === undefined ? MATH[node.fn] : node.fn;
        if (fn === undefined) throw new Error(`no C for ${node.fn}`);
        return `${fn}(${node.args.map((arg) => this.ref(arg)).join(', ')})`;
      }
    }
  }
}

/** What generated code computes. */
export interface GeneratedModel {
  /** The graph to write, as the model has it or simplified. */
  readonly graph: Simplified;
  /** Number of input columns. */
  readonly inputs: number;
  readonly curve: Curve;
  readonly tables: readonly Table[];
}

/**
 * A C function `long columns(const double *in, double *out, long n)` of the model: `n` rows, columns
 * one after the other. It returns in how many rows something on the way was not finite.
 */
export function cModel({ graph, inputs, curve, tables }: GeneratedModel): string {
  const { roots, demands } = graph;
  const writer = new RowWriter();
  const all = [...roots, ...demands];
  for (const node of reachable(all)) writer.node(node);
  const ok = writer.guard(guardOf(all));
  const slots = Array.from({ length: inputs }, (_, k) => `const double x${k} = in[${k} * n + i];`);
  return `#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
static inline double least(double a, double b) { return a < b ? a : b; }
static inline double most(double a, double b) { return a > b ? a : b; }
${domainSource(curve, tables)}
static __attribute__((noinline)) long columns(const double *restrict in, double *restrict out, long n) {
  long bad = 0;
  for (long i = 0; i < n; i++) {
    ${slots.join('\n    ')}
    ${writer.lines.join('\n    ')}
    const int ok = ${ok} == 0.0;
    bad += !ok;
    ${roots.map((root, k) => `out[${k} * n + i] = ok ? (double)${writer.ref(root)} : NAN;`).join('\n    ')}
  }
  return bad;
}
`;
}
