import { InputError, type Issue } from '../../issues/issue.ts';
import { quote } from '../../issues/quote.ts';
import { recipesOf, withRecipe } from '../threads/withRecipe.ts';
import type { ColumnModel } from '../types.ts';
import { switchColumns } from './switchColumns.ts';

/**
 * Several models as one, of which each row uses the one that an input of its own selects: what a
 * discrete choice of device, core or hash becomes.
 *
 * @param selector - name of the input that holds the index of the model, 0 to the number of models
 * less 1; a row with any other value holds NaN and counts as one that is not finite
 * @param models - at least one; all have the same outputs in the same order
 * @returns a model of the selector and of the inputs of all models, by name, in order of appearance
 * @throws InputError where there is no model, or outputs differ
 * @example
 * import { columnModel, switchModel } from 'emuprove/studies';
 *
 * const small = columnModel(['clock'], ['rate'], ({ clock }) => ({ rate: clock }));
 * const large = columnModel(['clock', 'width'], ['rate'], ({ clock, width }) => ({ rate: clock * width }));
 * const both = switchModel('core', [small, large]);
 * console.log(both.inputs.join()); // core,clock,width
 * const rate = new Float64Array(2);
 * both.columns([[0, 1], [5, 5], [4, 4]].map((column) => Float64Array.from(column)), [rate], 0, 2);
 * console.log(rate.join()); // 5,20
 */
export function switchModel(selector: string, models: readonly ColumnModel[]): ColumnModel {
  const outputs = models[0]?.outputs ?? [];
  const issues = issuesOf(models, outputs);
  if (issues.length > 0) throw new InputError(issues);
  const inputs = [...new Set([selector, ...models.flatMap((model) => model.inputs)])];
  const parts = models.map(({ columns }) => columns);
  const shape = {
    places: models.map((model) => model.inputs.map((name) => inputs.indexOf(name))),
    outputs: outputs.length,
  };
  const columns = withRecipe(switchColumns(parts, shape), () => {
    const recipes = recipesOf(parts);
    return recipes && { builder: 'switch', data: { ...shape, models: recipes } };
  });
  return { inputs, outputs, columns };
}

function issuesOf(models: readonly ColumnModel[], outputs: readonly string[]): Issue[] {
  if (models.length === 0) {
    return [{ code: 'no-model', message: 'a switch needs at least one model' }];
  }
  const expected = outputs.join(', ');
  return models.flatMap((model, index) =>
    model.outputs.length === outputs.length && model.outputs.every((name, k) => name === outputs[k])
      ? []
      : [
          {
            code: 'other-outputs',
            message: `model ${index} of a switch has other outputs than model 0`,
            expected,
            received: quote(model.outputs.join(', ')),
          },
        ],
  );
}
