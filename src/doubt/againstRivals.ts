import type { Binding } from '../formula/instantiate.ts';
import type { Node, Value } from '../formula/ir.ts';
import type { Bound } from '../model/bind.ts';
import { elementsOf } from '../model/evaluate.ts';
import type { Model } from '../model/link.ts';
import type { SpecialisedGraph } from '../model/specialise.ts';
import { closure, usedInputs } from '../result/usedInputs.ts';
import type { InputEntry } from '../result/types.ts';
import type { Contender } from './contenders.ts';

/** The verdict that depends on rivals. */
const VERDICT = 'passes[overhead]';

/** Where the nodes made here stand: they belong to no formula, and are not reported. */
const SITE = { origin: VERDICT, position: 0 };

/** An input that only rivals have, or that is another one for them. */
export interface RivalInput {
  /** `core_lut_measured@serv-tile`; without what it belongs to where no other has that name. */
  readonly name: string;
  readonly entry: InputEntry;
}

/** A graph whose verdict knows of rivals. */
export interface AgainstRivals<T extends RivalInput> {
  readonly graph: SpecialisedGraph;
  /** Its further inputs, after its own. */
  readonly further: readonly T[];
  /** Own inputs that have a value of their own for some rival, so that setting them does more. */
  readonly apart: readonly string[];
}

/**
 * Makes the verdict of a scenario the one that `evaluate` gives: a pass against the scenario's own
 * core counts only where the ratio also keeps its limit against the core that is the fastest there.
 * What a scenario and its rivals have in common, the whole proving side nearly, is one graph.
 *
 * An input that has the same value for the same reason for both is the same input. Where it varies
 * and a rival has a value of its own, the rival keeps that, or varies by itself.
 *
 * @param graph with what varies; returned as it is unless the verdict is one of its outputs
 * @param contenders in the order of their names: of equals the first one counts, as in `evaluate`
 * @param varying what an input of a rival's becomes, undefined where it does not vary; left out where
 *   rivals have nothing that varies by itself
 */
export function againstRivals<T extends RivalInput>(
  graph: SpecialisedGraph,
  model: Model,
  contenders: readonly Contender[],
  varying?: (entry: InputEntry) => T | undefined,
): AgainstRivals<T> {
  const place = graph.outputs.indexOf(VERDICT);
  const own = graph.roots[place];
  const limit = derived(graph, 'overhead_limit');
  if (own === undefined || limit === undefined || contenders.length === 0) {
    return { graph, further: [], apart: [] };
  }
  const { further, slotOf } =
    varying === undefined
      ? { further: [], slotOf: () => undefined }
      : furtherInputs(graph, model, contenders, varying);
  const { builder } = graph.instance;
  const slots = new Map(graph.inputs.map((key, slot) => [key, slot]));
  const apart = new Set<string>();
  let fastest: Node = derived(graph, 'native_rate') ?? builder.constant(0);
  let ratio: Node = derived(graph, 'overhead') ?? builder.constant(0);
  for (const { design, evaluation } of contenders) {
    const bind =
      (differs: (key: string) => void) =>
      (key: string, name: string, tuple: readonly string[]): Binding => {
        const bound = evaluation.bound(name, ...tuple);
        const slot = slots.get(key);
        const same = slot !== undefined && alike(bound, graph.binding.of(name, tuple, key));
        if (slot !== undefined && !same) differs(key);
        const used = same ? slot : slotOf(design, key);
        return used === undefined ? bound : { slot: used };
      };
    const instance = graph.instance.with(
      bind((key) => apart.add(key)),
      bind(() => undefined),
    );
    const [rate, overhead] = ['native_rate', 'overhead'].map((name) => {
      const { node } = instance.derive(name, []);
      return isValue(node) ? node : undefined;
    });
    // A core without a value is no rival, as in evaluate.
    if (rate === undefined || overhead === undefined) continue;
    const [before, beforeRatio] = [fastest, ratio];
    const ahead = builder.op('lt', [before, rate], SITE);
    const choose = (then: Node, otherwise: Node): Node =>
      builder.select(
        ahead,
        () => then,
        () => otherwise,
        SITE,
      );
    fastest = choose(rate, before);
    ratio = choose(overhead, beforeRatio);
  }
  const verdict = builder.op('and', [own, builder.op('le', [ratio, limit], SITE)], SITE);
  const roots = isValue(verdict) ? graph.roots.with(place, verdict) : graph.roots;
  const inputs = [...graph.inputs, ...further.map(({ name }) => name)];
  const base = Float64Array.from([...graph.base, ...further.map(({ entry }) => entry.value)]);
  return { graph: { ...graph, roots, inputs, base }, further, apart: [...apart] };
}

/** The inputs of rivals that vary and are not the scenario's own. */
function furtherInputs<T extends RivalInput>(
  graph: SpecialisedGraph,
  model: Model,
  contenders: readonly Contender[],
  varying: (entry: InputEntry) => T | undefined,
): {
  readonly further: readonly T[];
  readonly slotOf: (design: string, key: string) => number | undefined;
} {
  const elements = new Map([...elementsOf(model)].map((element) => [element.key, element]));
  const found = new Map<string, { entry: InputEntry; designs: string[]; plain: boolean }>();
  const keys = new Map<string, string>();
  for (const { design, evaluation } of contenders) {
    const used = closure(evaluation, ['native_rate', 'overhead']);
    for (const entry of usedInputs(evaluation, used)) {
      const element = elements.get(entry.name);
      if (element === undefined || varying(entry) === undefined) continue;
      const { quantity, tuple } = element;
      const bound = evaluation.bound(quantity.name, ...tuple);
      const same = alike(bound, graph.binding.of(quantity.name, tuple));
      if (same && graph.inputs.includes(entry.name)) continue;
      const key = `${entry.name} ${identity(bound)}`;
      keys.set(`${design} ${entry.name}`, key);
      const known = found.get(key);
      if (known === undefined) found.set(key, { entry, designs: [design], plain: same });
      else known.designs.push(design);
    }
  }
  const further: T[] = [];
  const slots = new Map<string, number>();
  for (const [key, { entry, designs, plain }] of found) {
    const name = plain ? entry.name : `${entry.name}@${designs.join('+')}`;
    const input = varying({ ...entry, name });
    if (input === undefined) continue;
    slots.set(key, graph.inputs.length + further.length);
    further.push(input);
  }
  return { further, slotOf: (design, key) => slots.get(keys.get(`${design} ${key}`) ?? '') };
}

/** The node of a quantity of the scenario itself. */
function derived({ instance }: SpecialisedGraph, name: string): Value | undefined {
  const { node } = instance.derive(name, []);
  return isValue(node) ? node : undefined;
}

function isValue(node: Node): node is Value {
  return node.kind !== 'missing' && node.kind !== 'invalid';
}

/** Whether two cores have an input from the same place. */
function alike(a: Bound | undefined, b: Bound | undefined): boolean {
  return a !== undefined && b !== undefined && identity(a) === identity(b);
}

function identity(bound: Bound | undefined): string {
  if (bound === undefined) return '';
  const { value, low, high, distribution, origin } = bound;
  const from = origin.kind === 'fact' ? (origin.fact.cell ?? origin.fact.source) : '';
  return JSON.stringify([value, low, high, distribution, origin.kind, from]);
}
