import type {
  AccessorNode,
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  IndexNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import { quote } from '../issues/quote.ts';
import { REDUCTIONS, type BinaryOp, type CompareOp, type Expr, type ReduceFn } from './ast.ts';
import { FormulaError } from './formulaError.ts';
import { leafPositions } from './positions.ts';

const BINARY: Readonly<Record<string, BinaryOp>> = {
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  pow: '^',
};
const COMPARE: Readonly<Record<string, CompareOp>> = {
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
  equal: '==',
  unequal: '!=',
};

/** Deepest tree; everything that walks an expression recurses. `a + b + c` is two deep. */
const DEEPEST = 400;

/** Reads positions off the text while a mathjs tree is walked from left to right. */
class Cursor {
  readonly #positions: readonly number[];
  #next = 0;

  constructor(text: string) {
    this.#positions = leafPositions(text);
  }

  /** Position of the leaf that comes next. */
  get here(): number {
    return this.#positions[this.#next] ?? this.#positions.at(-1) ?? 1;
  }

  /** How many expressions enclose the one that is being read. */
  depth = 0;

  /** Position of the next leaf, which is thereby read. */
  take(): number {
    const at = this.here;
    this.#next++;
    return at;
  }
}

/**
 * Turns mathjs' tree into an {@link Expr}, node type by node type: what is not listed here is not
 * legal.
 *
 * @throws FormulaError at the first node that is not on the allow-list
 */
export function fromMathjs(root: MathNode, text: string): Expr {
  return convert(root, new Cursor(text));
}

function convert(node: MathNode, cursor: Cursor): Expr {
  if (++cursor.depth > DEEPEST) throw refuse('the formula is nested too deeply', cursor.here);
  const expr = convertNode(node, cursor);
  cursor.depth--;
  return expr;
}

function convertNode(node: MathNode, cursor: Cursor): Expr {
  switch (node.type as string) {
    case 'ConstantNode':
      return constant(node as ConstantNode, cursor);
    case 'SymbolNode':
      return { kind: 'name', at: cursor.take(), name: (node as SymbolNode).name, index: [] };
    case 'ParenthesisNode':
      return convert((node as ParenthesisNode).content, cursor);
    case 'OperatorNode':
      return operator(node as OperatorNode, cursor);
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const at = cursor.here;
      const test = convert(condition, cursor);
      const then = convert(trueExpr, cursor);
      return { kind: 'if', at, test, then, otherwise: convert(falseExpr, cursor) };
    }
    case 'AccessorNode':
      return element(node as AccessorNode, cursor);
    case 'FunctionNode':
      return call(node as FunctionNode, cursor);
    default:
      throw refuse(`a formula can not hold ${describe(node.type)}`, cursor.here);
  }
}

function constant(node: ConstantNode, cursor: Cursor): Expr {
  const at = cursor.take();
  const value: unknown = node.value;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw refuse('a formula holds finite numbers only', at, quote(value));
  }
  return { kind: 'number', at, value };
}

function operator(node: OperatorNode, cursor: Cursor): Expr {
  const at = cursor.here;
  const fn = node.fn as string;
  const args = node.args as MathNode[];
  if (node.implicit) throw refuse('write the multiplication sign', at);
  const [first, second] = args;
  if (first !== undefined && second === undefined) {
    if (fn === 'unaryPlus') return convert(first, cursor);
    if (fn === 'unaryMinus') return { kind: 'negate', at, arg: convert(first, cursor) };
    if (fn === 'not') return { kind: 'not', at, arg: convert(first, cursor) };
  }
  if (first !== undefined && second !== undefined && args.length === 2) {
    const left = convert(first, cursor);
    const right = convert(second, cursor);
    const binary = Object.hasOwn(BINARY, fn) ? BINARY[fn] : undefined;
    if (binary !== undefined) return { kind: 'binary', at, op: binary, left, right };
    const compare = Object.hasOwn(COMPARE, fn) ? COMPARE[fn] : undefined;
    if (compare !== undefined) return { kind: 'compare', at, op: compare, left, right };
    if (fn === 'and' || fn === 'or') return { kind: 'logic', at, op: fn, left, right };
  }
  throw refuse(`the operator ${quote(node.op)} is not part of the formula language`, at);
}

/** `name[i, j]`: an element of an indexed quantity. `name.property` is refused. */
function element(node: AccessorNode, cursor: Cursor): Expr {
  const at = cursor.here;
  const index = node.index as IndexNode & { dotNotation?: boolean; dimensions: MathNode[] };
  if ((node.object.type as string) !== 'SymbolNode' || index.dotNotation === true) {
    throw refuse('only name[index] can be looked up; there are no properties', at);
  }
  const name = (node.object as SymbolNode).name;
  cursor.take();
  const letters = index.dimensions.map((dimension) => {
    if ((dimension.type as string) !== 'SymbolNode') {
      throw refuse('an index is the letter of a set or the name of an element', cursor.here);
    }
    cursor.take();
    return (dimension as SymbolNode).name;
  });
  return { kind: 'name', at, name, index: letters };
}

function call(node: FunctionNode, cursor: Cursor): Expr {
  const at = cursor.here;
  if ((node.fn.type as string) !== 'SymbolNode') {
    throw refuse('only a function of the table can be called', at);
  }
  const fn = (node.fn as unknown as SymbolNode).name;
  cursor.take();
  const args = node.args as MathNode[];
  if (!(REDUCTIONS as readonly string[]).includes(fn)) {
    return { kind: 'call', at, fn, args: args.map((arg) => convert(arg, cursor)) };
  }
  const [letter, body, where] = args;
  if (letter === undefined || body === undefined || args.length > 3) {
    throw refuse(`${fn} takes an index letter, an expression and, if need be, a condition`, at);
  }
  if ((letter.type as string) !== 'SymbolNode') {
    throw refuse(`the first argument of ${fn} is the letter of an index set`, cursor.here);
  }
  cursor.take();
  const index = (letter as SymbolNode).name;
  const inner = convert(body, cursor);
  const base = { kind: 'reduce', at, fn: fn as ReduceFn, index, body: inner } as const;
  return where === undefined ? base : { ...base, where: convert(where, cursor) };
}

function refuse(message: string, position: number, received?: string): FormulaError {
  return new FormulaError({
    code: 'formula-not-allowed',
    message,
    position,
    ...(received === undefined ? {} : { received }),
  });
}

/** `FunctionAssignmentNode` as words: `a function assignment`. */
function describe(type: string): string {
  const words = type.replace(/Node$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return `a ${words.toLowerCase()}`;
}
