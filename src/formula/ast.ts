/** Character position (1-based) in the formula's text where an expression begins. */
export type Position = number;

/** Operators of two numbers. */
export type BinaryOp = '+' | '-' | '*' | '/' | '^';

/** Comparisons; their result is a truth value, not a number. */
export type CompareOp = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** Operators that run over an index set. */
export type ReduceFn = 'sum_over' | 'min_over' | 'max_over' | 'argmin_over' | 'argmax_over';

/**
 * A formula after the allow-list: this is everything that a formula can be. There is no property
 * access beyond declared names, no assignment, no string, no call outside the function table.
 */
export type Expr =
  | { readonly kind: 'number'; readonly at: Position; readonly value: number }
  | {
      readonly kind: 'name';
      readonly at: Position;
      readonly name: string;
      /** Index letters or element names, in the order of the quantity's sets. */
      readonly index: readonly string[];
    }
  | { readonly kind: 'negate'; readonly at: Position; readonly arg: Expr }
  | { readonly kind: 'not'; readonly at: Position; readonly arg: Expr }
  | {
      readonly kind: 'binary';
      readonly at: Position;
      readonly op: BinaryOp;
      readonly left: Expr;
      readonly right: Expr;
    }
  | {
      readonly kind: 'compare';
      readonly at: Position;
      readonly op: CompareOp;
      readonly left: Expr;
      readonly right: Expr;
    }
  | {
      readonly kind: 'logic';
      readonly at: Position;
      readonly op: 'and' | 'or';
      readonly left: Expr;
      readonly right: Expr;
    }
  | {
      readonly kind: 'if';
      readonly at: Position;
      readonly test: Expr;
      readonly then: Expr;
      readonly otherwise: Expr;
    }
  | {
      readonly kind: 'call';
      readonly at: Position;
      readonly fn: string;
      readonly args: readonly Expr[];
    }
  | {
      readonly kind: 'reduce';
      readonly at: Position;
      readonly fn: ReduceFn;
      /** Letter of the index set that is run over. */
      readonly index: string;
      readonly body: Expr;
      /** Elements for which this is false take no part. */
      readonly where?: Expr;
    };

/** Names of the reductions, for the parser and for messages. */
export const REDUCTIONS: readonly ReduceFn[] = [
  'sum_over',
  'min_over',
  'max_over',
  'argmin_over',
  'argmax_over',
];
