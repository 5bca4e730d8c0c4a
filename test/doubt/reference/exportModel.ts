import { readFiles } from '../../../src/builtin/readFiles.ts';
import { prepare } from '../../../src/doubt/prepare.ts';
import { specialisedGraph } from '../../../src/model/specialise.ts';
import { quantile } from '../../../src/studies/distributions/quantile.ts';
import { completeScenario } from '../../../src/scenario/complete.ts';
import { curveOf } from '../../../perf/curve.ts';
import { numpySource } from '../../../perf/numpySource.ts';
import { uniform } from '../../../perf/rows.ts';
import { tablesFor } from '../../../perf/tables.ts';
import { freeze, pert, prepareFrozen, type Reference } from './frozen.ts';

/** Rows that show which sizes and queries the tables of the proof have to hold. */
const ROWS = 2 ** 16;

/** What the Python script starts from. */
export interface Exported {
  readonly start: Pick<Reference, 'scenario' | 'inputs' | 'outputs'> & { readonly verdict: string };
  /** The module with `model(x)`. */
  readonly python: string;
}

/**
 * Freezes the default scenario and writes its model in Python.
 *
 * @param root directory of the project
 */
export function exportModel(root: string): Exported {
  const parts = readFiles(root);
  const source = parts.scenarios.get('default');
  if (source === undefined) throw new Error('there is no default scenario');
  const live = completeScenario(source, parts.scenarios);
  const scenario = freeze(live, prepare(parts, live, live, true, { study: 'montecarlo' }));
  const prepared = prepareFrozen(parts, scenario);
  const inputs = prepared.inputs.map(({ name, base, distribution }) => ({
    name,
    base,
    distribution: pert(distribution),
  }));
  const { model, records } = prepared.evaluated;
  const { inputs: names, outputs } = prepared.model;
  const { set } = completeScenario(scenario, parts.scenarios);
  const { roots } = specialisedGraph(model, records, set, names, outputs);
  const random = uniform(1);
  const columns = inputs.map(({ distribution }) => {
    const [q, column] = [quantile(distribution), new Float64Array(ROWS)];
    // The first two rows are the ends, between which every draw lies.
    return column.map((_, row) => q(row < 2 ? row : random()));
  });
  const python = numpySource({
    graph: { roots, demands: [] },
    curve: curveOf(parts.datasets),
    tables: tablesFor(roots, columns, ROWS),
  });
  return { start: { scenario, inputs, outputs, verdict: prepared.verdict }, python };
}
