import type { DomainFunction } from './system.ts';

/** What an operation node does. Functions of the table and domain functions go by their name. */
export type Operation =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'neg'
  | 'lt'
  | 'le'
  | 'eq'
  | 'and'
  | 'or'
  | 'not'
  | 'select'
  | 'call';

/** A value that is known while compiling. Truth values are 1 and 0. */
export interface ConstNode {
  readonly kind: 'const';
  readonly id: number;
  readonly value: number;
}

/** A value that varies from one evaluation to the next. */
export interface VaryingNode {
  readonly kind: 'varying';
  readonly id: number;
  readonly slot: number;
}

/** An operation on nodes that came before it. */
export interface OpNode {
  readonly kind: 'op';
  readonly id: number;
  readonly op: Operation;
  /** Name of the function where `op` is `call`. */
  readonly fn: string;
  readonly args: readonly Value[];
  /** The same kind of object with and without one: engines are quicker with these. */
  readonly domain: DomainFunction | undefined;
}

/** A value that can not be known because inputs have none. */
export interface MissingNode {
  readonly kind: 'missing';
  readonly id: number;
  /** Keys of the inputs that have no value. */
  readonly inputs: readonly string[];
}

/** A value that does not exist, such as a quotient by zero. */
export interface InvalidNode {
  readonly kind: 'invalid';
  readonly id: number;
  /** What is wrong, e.g. `division by zero`. */
  readonly reason: string;
  /** Position of the operation in the formula that went wrong. */
  readonly position: number;
  /** Element of the quantity whose formula went wrong. */
  readonly origin: string;
}

/** A node of the expression graph that can stand for a number. */
export type Value = ConstNode | VaryingNode | OpNode;

/** Any node. */
export type Node = Value | MissingNode | InvalidNode;
