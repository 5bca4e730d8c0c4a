import type { Builtin } from '../builtin/builtin.ts';
import { InputError, type Issue } from '../issues/issue.ts';
import { assemble } from '../model/assemble.ts';
import type { Model } from '../model/link.ts';
import type { Scenario } from '../scenario/types.ts';
import { checkAxes, parseAxis, type AxisContext } from './axes.ts';
import type { Axis } from './axis.ts';
import { DEFAULT_OUTPUTS, Roots, type Output } from './outputs.ts';
import { planOf } from './plan.ts';
import { sizeOf } from './product.ts';
import type { ModelOf } from './evaluator.ts';
import { RowMaker } from './rowMaker.ts';
import type { SweepColumn, SweepPlan, SweepRow } from './types.ts';
import { parseWhere } from './where.ts';
import { grouped } from '../text/grouped.ts';

/** Rows beyond which an index is not safe to compute with. */
export const LARGEST_PRODUCT = 1e12;

/** What is to be swept, as a command line says it. */
export interface SweepRequest {
  /** Axes such as `device=xcvu*` or `fill.lut=0.5..0.9:0.1`, the last running fastest. */
  readonly over: readonly string[];
  /** Names of outputs; those of a table of results where left out. */
  readonly columns?: readonly string[];
  /** Conditions such as `overhead<=10000` or `status=pass`; all have to hold. */
  readonly where?: readonly string[];
  /** Complete scenarios that an axis `scenario` can name. */
  readonly scenarios?: ReadonlyMap<string, Scenario>;
  /** Whether to check the models first; the built-in ones were checked when they were built. */
  readonly check?: boolean;
}

/** A product of axes, ready to be evaluated. */
export interface Sweep {
  readonly plan: SweepPlan;
  readonly axes: readonly Axis[];
  /** Rows of the product. */
  readonly size: number;
  readonly columns: readonly SweepColumn[];
  /**
   * Evaluates the rows from `from` up to but not including `to`, and leaves out those that do not
   * meet the conditions. What it gives for a row does not depend on the rows beside it.
   */
  readonly rows: (from: number, to: number) => SweepRow[];
}

/**
 * Prepares a sweep: reads axes, columns and conditions, and evaluates nothing yet.
 *
 * @param scenario what is the same in all rows
 * @throws InputError for names that do not exist, axes that contradict each other, and products of
 *   more than {@link LARGEST_PRODUCT} rows
 * @example
 * const sweep = prepareSweep(builtin, scenario, { over: ['core=*', 'fill.lut=0.5..0.9:0.1'] });
 * for (const { cells } of sweep.rows(0, sweep.size)) console.log(cells);
 */
export function prepareSweep(builtin: Builtin, scenario: Scenario, request: SweepRequest): Sweep {
  const models = new Map<string, Model>();
  const model: ModelOf = ({ prover, technology }) => {
    const key = `${prover} ${technology ?? ''}`;
    let known = models.get(key);
    if (known === undefined) {
      models.set(key, (known = assemble(builtin, prover, request.check === true, technology)));
    }
    return known;
  };
  const axes = readAxes(builtin, scenario, request, model);
  const size = sizeOf(axes);
  if (size > LARGEST_PRODUCT) {
    const message = 'the product of the axes has too many rows';
    const expected = `at most ${grouped(LARGEST_PRODUCT)}`;
    const received = size.toExponential(2);
    throw new InputError([{ code: 'product-too-large', message, expected, received }]);
  }
  const roots = new Roots([...models.values()]);
  const head = headColumns(axes);
  const outputs = readOutputs(request.columns ?? DEFAULT_OUTPUTS, roots, head);
  const texts = head.filter(({ type }) => type !== 'number');
  const axisOf = (key: string): string | undefined =>
    axes.find((axis) => axis.kind === 'quantity' && axis.keys.includes(key))?.name;
  const where = collect(request.where ?? [], (text) =>
    parseWhere(text, texts, axisOf, (name) => roots.outputs(name, 'where')),
  );
  const columns = [...head, ...outputs.map(({ column }) => column)];
  const { datasets } = builtin;
  const rows = new RowMaker({ datasets, model, scenario, axes, roots, outputs, where });
  rows.attempt();
  const plan = planOf(
    builtin,
    [...models.values()],
    scenario,
    axes,
    columns,
    where.map(({ text }) => text),
  );
  return { plan, axes, size, columns, rows: (from, to) => rows.rows(from, to) };
}

/** Reads the axes: first those that say which models the others are about. */
function readAxes(
  builtin: Builtin,
  scenario: Scenario,
  { over, scenarios }: SweepRequest,
  model: ModelOf,
): Axis[] {
  const { datasets, provers } = builtin;
  const context: AxisContext = {
    datasets,
    provers,
    models: [],
    ...(scenarios === undefined ? {} : { scenarios }),
  };
  const first = collect(
    over.filter((text) => /^\s*(prover|scenario)\s*=/.test(text)),
    (text) => parseAxis(text, context),
  );
  const named = first.find(({ name }) => name === 'prover')?.labels;
  const whole = first.find(({ name }) => name === 'scenario')?.labels;
  const own = whole?.map((label) => scenarios?.get(label) ?? scenario) ?? [scenario];
  // An axis of places says itself what is built there.
  const asic = over.some((text) => /^\s*node\s*=/.test(text));
  const board = over.some((text) => /^\s*(platform|device)\s*=/.test(text));
  const models = new Set(
    own.flatMap(({ prover, technology }) => {
      const built = withTechnology(asic ? 'asic' : board ? undefined : technology);
      return (named ?? [prover]).map((label) => model({ prover: label, ...built }));
    }),
  );
  const axes = collect(over, (text) => parseAxis(text, { ...context, models: [...models] }));
  checkAxes(axes);
  return axes;
}

function withTechnology(technology: Scenario['technology']): Pick<Scenario, 'technology'> {
  return technology === undefined ? {} : { technology };
}

/** Columns that every row has. */
function headColumns(axes: readonly Axis[]): SweepColumn[] {
  const text = (name: string, title: string): SweepColumn => ({
    name,
    title,
    type: 'text',
    unit: null,
  });
  return [
    { name: 'index', title: 'Number of the row in the product', type: 'index', unit: '1' },
    ...axes.map((axis): SweepColumn => {
      if (axis.kind === 'choice') return text(axis.name, `Axis ${axis.name}`);
      const { name, unit, display } = axis;
      return { name, title: `Axis ${name}`, type: 'number', unit, display };
    }),
    text('status', 'pass, fail, undecided, infeasible or error'),
    text('reason', 'What of the criterion fails, or why nothing can be said'),
    text('missing', 'Inputs without which it is undecided'),
  ];
}

/** The outputs of names, each once, without what every row has anyway. */
function readOutputs(
  names: readonly string[],
  roots: Roots,
  head: readonly SweepColumn[],
): Output[] {
  const seen = new Set(head.map(({ name }) => name));
  const outputs: Output[] = [];
  for (const output of collect(names, (name) => roots.outputs(name)).flat()) {
    if (seen.has(output.column.name)) continue;
    seen.add(output.column.name);
    outputs.push(output);
  }
  return outputs;
}

/** Reads all of some texts, and says what is wrong with each of them. */
function collect<T>(texts: readonly string[], read: (text: string) => T): T[] {
  const found: T[] = [];
  const issues: Issue[] = [];
  for (const text of texts) {
    try {
      found.push(read(text));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return found;
}
