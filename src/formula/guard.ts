import { isLogical } from './graph.ts';
import type { OpNode, Value } from './ir.ts';

/**
 * What makes a value valid: these nodes are finite, and so is what the conditionals among its
 * operands use. A node that is not listed is covered by one that is: what is not finite stays so
 * through arithmetic, up to an operation that can absorb it, and there its operand is listed.
 */
export interface Guard {
  readonly finite: readonly Value[];
  readonly parts: readonly GuardPart[];
}

/** Conditional part of a {@link Guard}. An absent guard always holds. */
export type GuardPart =
  /** Only the branch that is taken has to be valid. */
  | {
      readonly kind: 'select';
      readonly test: Value;
      readonly then: Guard | undefined;
      readonly otherwise: Guard | undefined;
    }
  /** A valid operand that decides makes up for an invalid one. */
  | {
      readonly kind: 'logic';
      readonly op: 'and' | 'or';
      readonly operands: readonly [Value, Value];
      readonly guards: readonly [Guard | undefined, Guard | undefined];
    };

/** Functions of one argument whose result is not finite where their argument is not. */
const PASS_ON = new Set([
  'abs',
  'floor',
  'ceil',
  'sqrt',
  'log',
  'log2',
  'log10',
  'ceil_log2',
  'floor_log2',
]);

/**
 * The guard of a graph's roots: it holds exactly where constant folding with the same inputs would
 * find every root to have a value.
 *
 * @returns undefined where it always holds
 */
export function guardOf(roots: readonly Value[]): Guard | undefined {
  const always = membersOf(roots, new Set());
  const known = new Map<string, Guard | undefined>();
  const within = (node: Value, use: 'pass' | 'absorb'): Guard | undefined => {
    if (always.has(node)) return undefined;
    const key = `${use}${node.id}`;
    if (!known.has(key)) {
      const absorbed = use === 'absorb' ? [node] : [];
      known.set(key, build(membersOf([node], always), absorbed, within));
    }
    return known.get(key);
  };
  return build(always, roots, within);
}

/** Nodes that are used whatever the tests of conditionals say. */
function membersOf(roots: readonly Value[], outer: ReadonlySet<Value>): Set<Value> {
  const seen = new Set<Value>();
  const stack = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node) || outer.has(node)) continue;
    seen.add(node);
    if (node.kind !== 'op' || node.op === 'and' || node.op === 'or') continue;
    stack.push(...(node.op === 'select' ? node.args.slice(0, 1) : node.args));
  }
  return seen;
}

type Within = (node: Value, use: 'pass' | 'absorb') => Guard | undefined;

function build(
  members: ReadonlySet<Value>,
  absorbedRoots: readonly Value[],
  within: Within,
): Guard | undefined {
  const absorbed = new Set(absorbedRoots);
  const passedOn = new Set<Value>();
  const parts: GuardPart[] = [];
  for (const node of members) {
    if (node.kind !== 'op') continue;
    const [first, second, third] = node.args;
    if (
      node.op === 'select' &&
      first !== undefined &&
      second !== undefined &&
      third !== undefined
    ) {
      absorbed.add(first);
      const [then, otherwise] = [within(second, 'pass'), within(third, 'pass')];
      if (then !== undefined || otherwise !== undefined) {
        parts.push({ kind: 'select', test: first, then, otherwise });
      }
    } else if (node.op === 'and' || node.op === 'or')
      parts.push(...connective(node, node.op, within));
    else
      for (const [i, arg] of node.args.entries())
        (passesOn(node, i) ? passedOn : absorbed).add(arg);
  }
  const finite = [...absorbed]
    .filter((node) => members.has(node) && node.kind !== 'const')
    .filter((node) => !passedOn.has(node) && !isLogical(node));
  return finite.length + parts.length > 0 ? { finite, parts } : undefined;
}

function connective(node: OpNode, op: 'and' | 'or', within: Within): GuardPart[] {
  const [left, right] = node.args;
  if (left === undefined || right === undefined) return [];
  const guards = [within(left, 'absorb'), within(right, 'absorb')] as const;
  return guards.some((guard) => guard !== undefined)
    ? [{ kind: 'logic', op, operands: [left, right], guards }]
    : [];
}

/** Whether the operation's result is never finite where this operand is not. */
function passesOn(node: OpNode, operand: number): boolean {
  switch (node.op) {
    case 'add':
    case 'sub':
    case 'mul':
    case 'neg':
      return true;
    case 'div':
      return operand === 0;
    case 'call':
      return PASS_ON.has(node.fn);
    default:
      return false;
  }
}
