import { readFiles } from '../../src/builtin/readFiles.ts';
import { prepare, type Prepared } from '../../src/doubt/prepare.ts';
import { tornadoReport } from '../../src/doubt/tornado.ts';
import { simplify } from '../../src/formula/simplify.ts';
import { specialise, specialisedGraph } from '../../src/model/specialise.ts';
import { completeScenario } from '../../src/scenario/complete.ts';
import { quantile } from '../../src/studies/distributions/quantile.ts';
import type { ColumnModel, Distribution, StudyInput } from '../../src/studies/types.ts';
import type { GeneratedModel } from '../cModel.ts';
import { curveOf } from '../curve.ts';
import { uniform } from '../rows.ts';
import { tablesFor } from '../tables.ts';

/** The Monte Carlo study that is measured, for emuprove and as a graph for everybody else. */
export interface MeasuredStudy extends GeneratedModel {
  readonly model: ColumnModel;
  readonly varying: readonly StudyInput[];
  /** Places of the headline and of the verdict among the outputs. */
  readonly headline: number;
  readonly verdict: number;
  /** Outputs that are tests; the others are numbers above 0, of which the logarithm is studied too. */
  readonly truths: readonly string[];
  readonly numbers: readonly string[];
}

/** What a program found of the study: enough to see that it did the same. */
export interface Finding {
  /** Nanoseconds of processor time a sample. */
  readonly ns: number;
  /** Of log10 of the headline. */
  readonly mean: number;
  readonly sd: number;
  /** Of the verdict. */
  readonly probability: number;
  readonly samples: number;
}

/** Rows that show which arguments the tables of the proof have to hold. */
const ROWS = 2 ** 16;

/** Prepares the default scenario as `emuprove montecarlo` does. */
export function prepareDefault(root: string): Prepared {
  const parts = readFiles(root);
  const source = parts.scenarios.get('default');
  if (source === undefined) throw new Error('there is no default scenario');
  const scenario = completeScenario(source, parts.scenarios);
  return prepare(parts, scenario, scenario, true, { study: 'montecarlo' });
}

/**
 * The study of the default scenario, with the inputs that move the headline most.
 *
 * @param count how many of them vary; the others keep their value
 */
export function measuredStudy(root: string, count = Infinity): MeasuredStudy {
  const prepared = prepareDefault(root);
  // The model of the scenario's own core: figures of the cores that it is held against are no inputs of it.
  const own = prepared.inputs.filter(({ name }) => !name.includes('@'));
  const chosen = new Set(
    tornadoReport(prepared)
      .result.rows.slice(0, count)
      .map(({ input }) => input),
  );
  const varying = own.filter(({ name }) => chosen.has(name));
  const names = varying.map(({ name }) => name);
  const { model, records } = prepared.evaluated;
  const { set } = prepared.scenario;
  const whole = [model, records, set, names, prepared.model.outputs] as const;
  const { roots, outputs } = specialisedGraph(...whole);
  const graph = simplify(roots);
  if (graph === undefined) throw new Error('the model has no value');
  const truths = outputs.filter((name) => name.includes('passes'));
  return {
    model: specialise(...whole),
    varying,
    headline: outputs.indexOf(prepared.headline),
    verdict: outputs.indexOf(prepared.verdict),
    truths,
    numbers: outputs.filter((name) => !truths.includes(name)),
    graph,
    inputs: names.length,
    curve: curveOf(readFiles(root).datasets),
    tables: tablesFor(graph.roots, wideColumns(varying), ROWS),
  };
}

/** Columns of draws; the first two rows are the ends, between which every draw lies. */
function wideColumns(varying: readonly StudyInput[]): Float64Array[] {
  const random = uniform(1);
  return varying.map(({ distribution }) => {
    const q = quantile(distribution);
    return new Float64Array(ROWS).map((_, row) => q(row < 2 ? row : random()));
  });
}

/** The shapes of a beta distribution and the range that it is stretched to. */
export function betaOf(distribution: Distribution): {
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly width: number;
} {
  if (distribution.kind !== 'pert') throw new Error(`${distribution.kind}: only PERT is measured`);
  const { low, mode, high } = distribution;
  const width = high - low;
  const alpha = 1 + (4 * (mode - low)) / width;
  return { alpha, beta: 6 - alpha, low, width };
}
