import { compile, type Compiled, type ScalarFunction } from '../formula/compile.ts';
import { Instance, type Binding } from '../formula/instantiate.ts';
import type { Value } from '../formula/ir.ts';
import type { System } from '../formula/system.ts';
import { AskingBuilder, Unanswerable } from './askingBuilder.ts';
import type { Element } from './dependencies.ts';

/** The formula of an element, for rows in which the same of what it depends on has a value. */
export interface Kernel {
  /** What a row has to answer for the kernel to serve it. */
  readonly questions: readonly { readonly holds: ScalarFunction; readonly answer: boolean }[];
  readonly outcome:
    | { readonly kind: 'value' }
    | { readonly kind: 'missing'; readonly inputs: readonly string[] }
    | { readonly kind: 'invalid' };
  /** The value, where there is one, and then what has to be valid for the outcome to be right. */
  readonly compiled: Compiled | undefined;
  readonly outputs: number;
}

/**
 * Makes the kernel that serves a row, and others like it.
 *
 * @param bind what is known of what the element depends on; slots are numbers of `row`
 * @param row values of the slots in the row
 * @returns undefined where the row has to be evaluated by itself
 */
export function makeKernel(
  system: System,
  element: Element,
  bind: Bind,
  row: readonly number[],
): Kernel | undefined {
  try {
    const plain = build(system, element, bind, row, false);
    return plain.missed ? build(system, element, bind, row, true).kernel : plain.kernel;
  } catch (error) {
    if (error instanceof Unanswerable) return undefined;
    throw error;
  }
}

type Bind = (key: string, name: string, tuple: readonly string[]) => Binding;

function build(
  system: System,
  { key: own, name, tuple }: Element,
  bind: Bind,
  row: readonly number[],
  askWhere: boolean,
): { readonly kernel: Kernel; readonly missed: boolean } {
  const questions: { holds: ScalarFunction; answer: boolean }[] = [];
  const result = new Float64Array(1);
  const builder = new AskingBuilder((node: Value) => {
    const { scalar: holds } = compile([node], row.length);
    holds(row, result);
    const [truth = NaN] = result;
    if (Number.isNaN(truth)) throw new Unanswerable();
    questions.push({ holds, answer: truth !== 0 });
    return truth !== 0;
  }, askWhere);
  const instance = new Instance(
    system,
    (key, of, elements) => (key === own ? undefined : bind(key, of, elements)),
    builder,
  );
  const { node } = instance.derive(name, tuple);
  const demands = [...builder.dropped];
  const failed = node.kind === 'missing' || node.kind === 'invalid';
  const roots = failed ? demands : [node, ...demands];
  const kernel: Kernel = {
    questions,
    outcome:
      node.kind === 'missing'
        ? { kind: 'missing', inputs: node.inputs }
        : { kind: failed ? 'invalid' : 'value' },
    compiled: roots.length === 0 ? undefined : compile(roots, row.length),
    outputs: roots.length,
  };
  return { kernel, missed: builder.missed };
}
