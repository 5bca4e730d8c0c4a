import { describe, expect, it } from 'vitest';
import { buildJoin, joinSelectors } from '../../../src/studies/switch/joinSelectors.ts';
import { buildLog, logColumns } from '../../../src/studies/switch/logColumns.ts';
import { buildSwitch } from '../../../src/studies/switch/switchColumns.ts';
import { switchModel } from '../../../src/studies/switch/switchModel.ts';
import { withRecipe } from '../../../src/studies/threads/withRecipe.ts';
import type { Columns, ColumnModel, ColumnsBuilder, Recipe } from '../../../src/studies/types.ts';
import { makeModel } from '../sobol/support.ts';

const scaled = (factor: number): ColumnModel =>
  makeModel(['a', `b${factor}`], { y: (a = 0, b = 0) => factor * a + b, z: (a = 0) => a });

/** The model with a recipe: the factor that it is made from. */
const portable = (factor: number): ColumnModel => {
  const model = scaled(factor);
  const recipe = { builder: 'scaled', data: factor };
  return { ...model, columns: withRecipe((...args) => model.columns(...args), recipe) };
};

const builders: Readonly<Record<string, ColumnsBuilder>> = {
  join: buildJoin,
  log10: buildLog,
  switch: buildSwitch,
  scaled: (data) => scaled(data as number).columns,
};

/** Builds as another thread would, from a copy. */
const build = async (recipe: Recipe): Promise<Columns> => {
  const { builder, data } = structuredClone(recipe);
  return (builders[builder] as ColumnsBuilder)(data, build);
};

const run = (model: ColumnModel, columns = model.columns) => {
  const rows = 3000;
  const inputs = model.inputs.map((_, k) =>
    Float64Array.from({ length: rows }, (__, i) => (i * (k + 1)) % (k === 2 ? 5 : 3)),
  );
  const outputs = model.outputs.map(() => new Float64Array(rows));
  return { bad: columns(inputs, outputs, 0, rows), outputs };
};

describe('combined models can be built in another thread', () => {
  const switched = switchModel('which', [portable(2), portable(3), portable(4)]);
  const joined = joinSelectors(switchModel('which', [1, 2, 3, 4, 5, 6].map(portable)), [
    { name: 'core', size: 3 },
    { name: 'hash', size: 2 },
  ]);
  const logarithmic = {
    ...joined,
    outputs: [...joined.outputs, 'log y'],
    columns: logColumns(joined.columns, { width: joined.outputs.length, places: [0] }),
  };

  it.each([
    ['a switch', switched],
    ['joined selectors', joined],
    ['logarithms', logarithmic],
  ])('%s', async (_, model) => {
    const { recipe } = model.columns;
    if (recipe === undefined) throw new Error('no recipe');
    const here = run(model);
    expect(run(model, await build(recipe))).toEqual(here);
    expect(here.outputs[0]?.some((y) => y > 0)).toBe(true);
  });

  it('under other names too, as recipes go by position', async () => {
    const renamed = { ...switched, inputs: switched.inputs.map((name) => `my_${name}`) };
    const { recipe } = renamed.columns;
    if (recipe === undefined) throw new Error('no recipe');
    expect(run(renamed, await build(recipe))).toEqual(run(switched));
  });

  it('unless one of them cannot', () => {
    expect(switchModel('which', [portable(2), scaled(3)]).columns.recipe).toBeUndefined();
    expect(logColumns(scaled(3).columns, { width: 2, places: [0] }).recipe).toBeUndefined();
    const alone = joinSelectors(switchModel('which', [scaled(1)]), [{ name: 'core', size: 1 }]);
    expect(alone.columns.recipe).toBeUndefined();
  });
});

it('adds the logarithm of some outputs, and counts rows as the model does', () => {
  const model = makeModel(['a'], { y: (a = 0) => a, z: (a = 0) => a });
  const outputs = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  const logs = logColumns(model.columns, { width: 2, places: [1] });
  const bad = logs([Float64Array.of(1, 100, NaN)], outputs, 0, 3);
  expect(outputs.map((column) => [...column])).toEqual([
    [1, 100, NaN],
    [1, 100, NaN],
    [0, 2, NaN],
  ]);
  expect(bad).toBe(1);
});
