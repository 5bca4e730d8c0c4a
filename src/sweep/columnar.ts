import { Instance, type Binding } from '../formula/instantiate.ts';
import type { Node } from '../formula/ir.ts';
import type { Model } from '../model/link.ts';
import { INVALID, KNOWN, MissingSets, UNSURE, type Column } from './column.ts';
import { dependenciesOf, type Element } from './dependencies.ts';
import { groupRows, type Group } from './grouping.ts';
import { makeKernel, type Kernel } from './kernel.ts';

/** An element whose value differs between rows. */
interface Step extends Element {
  /** Keys of what it depends on and that differs between rows too. */
  readonly varying: readonly string[];
  readonly given: boolean;
  readonly hasFormula: boolean;
  /** Formulas by the codes of what varies. */
  readonly kernels: Map<string, Kernel[]>;
}

/** A column while it is computed. */
interface Target {
  readonly values: Float64Array;
  readonly codes: Int32Array;
}

type Bind = (name: string, tuple: readonly string[]) => Binding;

/**
 * Evaluates a model for many rows at a time, element by element, where any row can lack any input.
 * Rows in which the same of what an element depends on is known share its compiled formula. The
 * values are those of an evaluation of the row by itself, to the last bit.
 */
export class Columnar {
  readonly missing: MissingSets = new MissingSets();
  readonly #model: Model;
  readonly #slots: ReadonlySet<string>;
  readonly #bind: Bind;
  readonly #fixed: Instance;
  readonly #steps = new Map<string, Step>();

  /**
   * @param slots keys of the elements whose values are given for every row
   * @param bind what is the same in all rows
   * @param roots elements that are wanted
   */
  constructor(model: Model, slots: ReadonlySet<string>, bind: Bind, roots: readonly Element[]) {
    this.#model = model;
    this.#slots = slots;
    this.#bind = bind;
    this.#fixed = new Instance(model.system, (_key, name, tuple) => bind(name, tuple));
    const seen = new Set<string>();
    for (const root of roots) this.#visit(root, seen);
  }

  /** Keys of the slots that the roots depend on. */
  slotsUsed(): string[] {
    return [...this.#steps.values()].filter(({ given }) => given).map(({ key }) => key);
  }

  /**
   * Evaluates some rows.
   *
   * @param count how many
   * @param slot column of a slot; a row that lacks it has the code of its missing input
   * @returns columns by key of what differs between rows; the rest is {@link fixed}
   */
  evaluate(count: number, slot: (key: string) => Column): ReadonlyMap<string, Column> {
    const columns = new Map<string, Column>();
    for (const step of this.#steps.values()) {
      const inputs = step.varying.map((key) => columns.get(key) ?? slot(key));
      columns.set(step.key, this.#column(step, count, inputs, slot));
    }
    return columns;
  }

  /**
   * Why an element has no value in a row, as an evaluation of the row by itself would say.
   *
   * @param columns what {@link evaluate} gave
   */
  reason(element: Element, columns: ReadonlyMap<string, Column>, row: number): Node {
    const instance = new Instance(this.#model.system, (key, name, tuple) => {
      const column = columns.get(key);
      if (column === undefined) return this.#fixedBinding({ key, name, tuple });
      const code = column.codes?.[row] ?? KNOWN;
      if (code === KNOWN) return { value: column.values[row] ?? NaN };
      // What is invalid is computed again, from what is not.
      return code === INVALID ? undefined : { node: this.#node(code) };
    });
    return instance.derive(element.name, element.tuple).node;
  }

  /** What an element that is the same in all rows is. */
  fixed({ name, tuple }: Element): Node {
    return this.#fixed.derive(name, tuple).node;
  }

  /** Adds what an element depends on, then itself, where it differs between rows. */
  #visit(element: Element, seen: Set<string>): boolean {
    const { key, name, tuple } = element;
    if (seen.has(key)) return this.#steps.has(key);
    seen.add(key);
    const { system } = this.#model;
    const given = this.#slots.has(key);
    // What has a value of its own does not ask for its formula.
    const bound = !given && this.#bind(name, tuple) !== undefined;
    const varying = (bound ? [] : dependenciesOf(system, name, tuple))
      .filter((dependency) => this.#visit(dependency, seen))
      .map((dependency) => dependency.key);
    if (!given && varying.length === 0) return false;
    const hasFormula = system.definitions.get(name)?.body.kind !== 'input';
    this.#steps.set(key, { ...element, varying, given, hasFormula, kernels: new Map() });
    return true;
  }

  #column(
    step: Step,
    count: number,
    inputs: readonly Column[],
    slot: (key: string) => Column,
  ): Column {
    const given = step.given ? slot(step.key) : undefined;
    if (given !== undefined && (given.codes === undefined || !step.hasFormula)) return given;
    if (given === undefined && inputs.every(({ codes }) => codes === undefined)) {
      const plain = this.#plain(step, count, inputs);
      if (plain !== undefined) return plain;
    }
    const into: Target = {
      values: given?.values.slice() ?? new Float64Array(count),
      codes: given?.codes?.slice() ?? new Int32Array(count),
    };
    for (const group of groupRows(inputs, count, given?.codes)) {
      this.#run(step, group, inputs, into);
    }
    return { values: into.values, codes: allKnown(into.codes) ? undefined : into.codes };
  }

  /** An element whose formula is the same in all rows and finds a value in all of them. */
  #plain(step: Step, count: number, inputs: readonly Column[]): Column | undefined {
    const [kernel] = step.kernels.get(inputs.map(() => KNOWN).join()) ?? [];
    if (kernel?.outcome.kind !== 'value' || kernel.questions.length > 0) return undefined;
    const results = blank(kernel.outputs, count);
    const taken = inputs.map(({ values }) => values);
    const faults = kernel.compiled?.columns(taken, results, 0, count);
    return faults === 0 && results[0] !== undefined
      ? { values: results[0], codes: undefined }
      : undefined;
  }

  /** Computes an element in the rows of a group. */
  #run(step: Step, group: Group, inputs: readonly Column[], into: Target): void {
    const { rows } = group;
    if (group.codes.includes(UNSURE)) {
      for (const row of rows) into.codes[row] = UNSURE;
      return;
    }
    // A group of all rows takes the columns as they are.
    const whole = rows.length === into.values.length;
    const taken = inputs
      .filter((_, i) => group.codes[i] === KNOWN)
      .map(({ values }) => (whole ? values : gather(values, rows)));
    for (const [kernel, places] of this.#serve(step, group, taken)) {
      if (kernel === undefined) for (const at of places) into.codes[rows[at] ?? 0] = UNSURE;
      else if (places.length === rows.length) this.#compute(kernel, rows, taken, into);
      else {
        const some = places.map((at) => rows[at] ?? 0);
        const inputsOfSome = taken.map((column) => gather(column, places));
        this.#compute(kernel, some, inputsOfSome, into);
      }
    }
  }

  /** The kernels that serve a group, each with the places of its rows among those of the group. */
  #serve(
    step: Step,
    { codes, rows }: Group,
    taken: readonly Float64Array[],
  ): Map<Kernel | undefined, readonly number[]> {
    const key = codes.join();
    let kernels = step.kernels.get(key);
    if (kernels === undefined) step.kernels.set(key, (kernels = []));
    // A kernel without questions serves all rows.
    if (kernels[0]?.questions.length === 0) return new Map([[kernels[0], rows]]);
    const served = new Map<Kernel | undefined, number[]>();
    const row: number[] = taken.map(() => NaN);
    for (let at = 0; at < rows.length; at++) {
      for (const [i, column] of taken.entries()) row[i] = column[at] ?? NaN;
      let kernel = kernels.find((known) => answers(known, row));
      if (kernel === undefined) {
        kernel = this.#make(step, codes, row);
        if (kernel !== undefined) kernels.push(kernel);
      }
      if (kernel?.questions.length === 0) return new Map([[kernel, rows]]);
      const places = served.get(kernel);
      if (places === undefined) served.set(kernel, [at]);
      else places.push(at);
    }
    return served;
  }

  #compute(
    { outcome, compiled, outputs }: Kernel,
    rows: readonly number[],
    taken: readonly Float64Array[],
    { values, codes }: Target,
  ): void {
    const results = blank(outputs, rows.length);
    compiled?.columns(taken, results, 0, rows.length);
    const [first] = results;
    const code =
      outcome.kind === 'missing'
        ? this.missing.code(outcome.inputs)
        : outcome.kind === 'value'
          ? KNOWN
          : INVALID;
    // Beside a value that is missing, something invalid would have been found first.
    const fault = outcome.kind === 'value' && outputs === 1 ? INVALID : UNSURE;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      const result = first?.[i] ?? 0;
      codes[row] = Number.isNaN(result) ? fault : code;
      if (code === KNOWN) values[row] = result;
    }
  }

  #make(step: Step, codes: readonly number[], row: readonly number[]): Kernel | undefined {
    const bindings = new Map<string, Binding>();
    let slots = 0;
    for (const [i, key] of step.varying.entries()) {
      const code = codes[i] ?? KNOWN;
      bindings.set(key, code === KNOWN ? { slot: slots++ } : { node: this.#node(code) });
    }
    const { system } = this.#model;
    return makeKernel(
      system,
      step,
      (key, name, tuple) => bindings.get(key) ?? this.#fixedBinding({ key, name, tuple }),
      row,
    );
  }

  #node(code: number): Extract<Node, { kind: 'missing' | 'invalid' }> {
    if (code === INVALID) return { kind: 'invalid', id: -1, reason: '', origin: '', position: 0 };
    return { kind: 'missing', id: -1, inputs: this.missing.inputs(code) };
  }

  #fixedBinding(element: Element): Binding {
    const node = this.fixed(element);
    if (node.kind === 'const') return { value: node.value };
    if (node.kind === 'missing' || node.kind === 'invalid') return { node };
    throw new Error(`${element.key} is not the same in all rows`);
  }
}

function answers({ questions }: Kernel, row: readonly number[]): boolean {
  const truth = new Float64Array(1);
  return questions.every(({ holds, answer }) => {
    holds(row, truth);
    return truth[0] === (answer ? 1 : 0);
  });
}

function gather(values: Float64Array, rows: readonly number[]): Float64Array {
  const gathered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = values[rows[i] ?? 0] ?? NaN;
  return gathered;
}

function blank(columns: number, rows: number): Float64Array[] {
  return Array.from({ length: columns }, () => new Float64Array(rows));
}

function allKnown(codes: Int32Array): boolean {
  for (const code of codes) if (code !== KNOWN) return false;
  return true;
}
