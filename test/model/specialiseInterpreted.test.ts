import { describe, expect, it } from 'vitest';
import { buildCompiled } from '../../src/model/buildCompiled.ts';
import { specialise } from '../../src/model/specialise.ts';
import { specialiseInterpreted } from '../../src/model/specialiseInterpreted.ts';
import { prepare, studiedOutputs } from '../../src/doubt/prepare.ts';
import { randomSampler } from '../../src/studies/sampling/random.ts';
import { builtin, loadScenario } from '../support/loadScenario.ts';

const ROWS = 700;

/** Bits of a column: they tell -0 from 0. Of what has no value there is but one. */
function bits(column: Float64Array): BigUint64Array {
  return new BigUint64Array(column.map((value) => (Number.isNaN(value) ? NaN : value)).buffer);
}

describe('specialiseInterpreted', () => {
  it.each(['default', 'cloud-f2', 'reading-per-core'])(
    'equals what is compiled of %s, bit by bit',
    (id) => {
      const { scenario, model, records } = loadScenario(id);
      const { inputs } = prepare(builtin(), scenario, undefined, false, { study: 'montecarlo' });
      // Those of rival cores are no inputs of this model.
      const names = inputs.map(({ name }) => name).filter((name) => !name.includes('@'));
      const outputs = [
        ...studiedOutputs(scenario.reading),
        'devices',
        'cores',
        'aggregation_overhead',
      ];
      const common = [model, records, scenario.set, names, outputs] as const;
      const [compiled, interpreted] = [specialise(...common), specialiseInterpreted(...common)];
      // From nothing to three times the value: far beyond what is plausible, also to no value at all.
      const columns = names.map(() => new Float64Array(ROWS));
      randomSampler(names.length, { seed: 1 }).fill(columns, 0, ROWS);
      columns.forEach((column, k) => {
        const base = compiled.base[k] ?? NaN;
        column.forEach((u, row) => (column[row] = base * (row % 2 === 0 ? 0.8 + 0.4 * u : 3 * u)));
      });
      // So few rows are interpreted by either; this is the code that many are computed by.
      const { scalar } = compiled;
      const generated = { scalar, columns: buildCompiled(compiled.columns.recipe?.data) };
      const [expected, found] = [generated, interpreted].map(({ columns: compute, scalar }) => {
        const results = outputs.map(() => new Float64Array(ROWS));
        const bad = compute(columns, results, 0, ROWS);
        const one = new Float64Array(outputs.length);
        scalar(compiled.base, one);
        return { bad, results: results.map(bits), one };
      });
      expect(found).toEqual(expected);
      expect(interpreted.inputs).toEqual(compiled.inputs);
      expect(interpreted.outputs).toEqual(compiled.outputs);
      expect(expected?.bad).toBeLessThan(ROWS / 2);
    },
  );
});
