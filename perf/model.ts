import { join } from 'node:path';
import { readFiles } from '../src/builtin/readFiles.ts';
import { reachable } from '../src/formula/graph.ts';
import { Instance } from '../src/formula/instantiate.ts';
import type { Value } from '../src/formula/ir.ts';
import { elementKey } from '../src/formula/system.ts';
import { assemble } from '../src/model/assemble.ts';
import { bind, elementsNamed, type Bound } from '../src/model/bind.ts';
import { elementsOf } from '../src/model/evaluate.ts';
import { completeScenario } from '../src/scenario/complete.ts';
import { resolveRecords } from '../src/scenario/records.ts';
import { curveOf, type Curve } from './curve.ts';

/** An input that varies, with its range in base units. */
export interface Varied {
  readonly key: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether only whole values make sense, e.g. the log2 of a padded size. */
  readonly whole: boolean;
}

/** The real model, reduced to what is measured. */
export interface MeasuredModel {
  readonly inputs: readonly Varied[];
  readonly outputs: readonly string[];
  /** Node of each output. */
  readonly roots: readonly Value[];
  readonly curve: Curve;
}

/** What a study of a scenario looks at. */
const OUTPUTS = [
  'overhead',
  'proved_rate',
  'native_rate',
  'proof_bytes',
  'verify_time',
  'latency',
  'memory_use',
  'passes.overhead',
];

/** Inputs that are logarithms of sizes padded to powers of two, bits, or counts. */
const WHOLE = new Set([
  'log2_cycles',
  'security_bits',
  'grinding_bits',
  'log_inv_rate',
  'log2_interleave',
  'fri_arity',
  'recursion_arity',
  'chips',
]);

/**
 * Instantiates the default scenario with every default and profile parameter that has a range and
 * that `overhead` depends on left open.
 *
 * @param root directory of the project
 */
export function measuredModel(root: string): MeasuredModel {
  const builtin = readFiles(root);
  const source = builtin.scenarios.get('default');
  if (source === undefined) throw new Error('there is no default scenario');
  const scenario = completeScenario(source, builtin.scenarios);
  const model = assemble(builtin, scenario.prover, true);
  const operations = model.system.sets.get('operation')?.elements.map(({ id }) => id) ?? [];
  const binding = bind(model, resolveRecords(builtin.datasets, scenario, operations), scenario.set);

  const instance = (open: readonly Varied[]): Instance => {
    const slots = new Map(open.map(({ key }, slot) => [key, slot]));
    return new Instance(model.system, (key, name, tuple) => {
      const slot = slots.get(key);
      return slot === undefined ? binding.of(name, tuple) : { slot };
    });
  };
  const derive = (from: Instance, name: string): Value => {
    const [element] = elementsNamed(model, name);
    const { node } = from.derive(element?.quantity.name ?? '', element?.tuple ?? []);
    if (node.kind === 'missing' || node.kind === 'invalid')
      throw new Error(`${name}: ${node.kind}`);
    return node;
  };

  const candidates: Varied[] = [];
  for (const { key, quantity, tuple } of elementsOf(model)) {
    const found = varied(key, quantity.name, binding.of(quantity.name, tuple));
    if (found !== undefined) candidates.push(found);
  }
  const needed = slotsOf(derive(instance(candidates), 'overhead'));
  const inputs = candidates.filter((_, slot) => needed.has(slot));
  const final = instance(inputs);
  return {
    inputs,
    outputs: OUTPUTS.map((name) => {
      const [element] = elementsNamed(model, name);
      return elementKey(element?.quantity.name ?? '', element?.tuple ?? []);
    }),
    roots: OUTPUTS.map((name) => derive(final, name)),
    curve: curveOf(builtin.datasets),
  };
}

function varied(key: string, name: string, bound: Bound | undefined): Varied | undefined {
  if (bound?.origin.kind !== 'default') return undefined;
  const { value, low, high } = bound;
  if (low === undefined || high === undefined || !(low < high)) return undefined;
  return { key, value, low, high, whole: WHOLE.has(name) };
}

function slotsOf(root: Value): Set<number> {
  return new Set(reachable([root]).flatMap((node) => (node.kind === 'varying' ? [node.slot] : [])));
}

/** Directory of the project, seen from the bundle in perf/out/. */
export const ROOT: string = join(import.meta.dirname, '../..');
