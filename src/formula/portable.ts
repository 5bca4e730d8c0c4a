import { NONE } from './dimension.ts';
import { reachable } from './graph.ts';
import type { Operation, Value } from './ir.ts';
import type { DomainFunction } from './system.ts';

/** A domain function by its name and what it is made from, as functions cannot be sent. */
interface PortableDomain {
  readonly name: string;
  readonly from: unknown;
}

/** A node; operands are places of earlier nodes. */
type PortableNode =
  | { readonly value: number }
  | { readonly slot: number }
  | {
      readonly op: Operation;
      readonly fn: string;
      readonly args: readonly number[];
      readonly domain?: PortableDomain;
    };

/** An expression graph as plain data, to be sent to another thread of this program. */
export interface PortableGraph {
  /** Number of varying inputs. */
  readonly inputs: number;
  /** Each after its operands. */
  readonly nodes: readonly PortableNode[];
  /** Places of the outputs. */
  readonly roots: readonly number[];
}

/**
 * Writes down a graph.
 *
 * @param roots the outputs
 * @param inputs number of varying inputs
 * @returns nothing where it calls a domain function that says nothing about what it is made from
 */
export function portable(roots: readonly Value[], inputs: number): PortableGraph | undefined {
  const order = reachable(roots);
  const places = new Map(order.map((node, place) => [node, place]));
  const placesOf = (nodes: readonly Value[]): number[] =>
    nodes.map((node) => places.get(node) as number);
  const nodes: PortableNode[] = [];
  for (const node of order) {
    if (node.kind === 'const') nodes.push({ value: node.value });
    else if (node.kind === 'varying') nodes.push({ slot: node.slot });
    else {
      const { op, fn, domain } = node;
      const plain = { op, fn, args: placesOf(node.args) };
      if (domain === undefined) nodes.push(plain);
      else if (domain.made === undefined) return undefined;
      else nodes.push({ ...plain, domain: { name: domain.name, from: domain.made.from } });
    }
  }
  return { inputs, nodes, roots: placesOf(roots) };
}

/**
 * Makes such a graph again.
 *
 * @param graph from {@link portable}
 * @param apply makes what a domain function does
 * @returns the outputs
 */
export function revive(
  { nodes, roots }: PortableGraph,
  apply: (name: string, from: unknown) => DomainFunction['apply'],
): Value[] {
  const values: Value[] = [];
  const functions = new Map<string, DomainFunction>();
  const domainOf = ({ name, from }: PortableDomain): DomainFunction => {
    const key = JSON.stringify([name, from]);
    const known = functions.get(key) ?? revived({ name, from }, apply);
    functions.set(key, known);
    return known;
  };
  const valuesAt = (places: readonly number[]): Value[] =>
    places.map((place) => values[place] as Value);
  for (const [id, node] of nodes.entries()) {
    if ('value' in node) values.push({ kind: 'const', id, value: node.value });
    else if ('slot' in node) values.push({ kind: 'varying', id, slot: node.slot });
    else {
      const { op, fn, domain } = node;
      const own = domain && domainOf(domain);
      values.push({ kind: 'op', id, op, fn, args: valuesAt(node.args), domain: own });
    }
  }
  return valuesAt(roots);
}

/** A domain function as a graph needs it that has been checked already. */
function revived(
  { name, from }: PortableDomain,
  apply: (name: string, from: unknown) => DomainFunction['apply'],
): DomainFunction {
  return { name, args: [], result: NONE, apply: apply(name, from), meaning: '', made: { from } };
}
