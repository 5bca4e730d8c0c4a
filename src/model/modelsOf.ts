import type { Technology } from '../scenario/technology.ts';
import type { ModelDocument } from './types.ts';

/**
 * The models of one technology: those about every technology, and of them the sets and quantities
 * that are about this one or about every one. So an equation that serves several is written once.
 */
export function modelsOf(
  models: readonly ModelDocument[],
  technology: Technology,
): ModelDocument[] {
  const holds = (own: { readonly technology?: Technology }): boolean =>
    own.technology === undefined || own.technology === technology;
  return models.filter(holds).map((model) => ({
    ...model,
    sets: model.sets.filter(holds),
    quantities: model.quantities.filter(holds),
  }));
}
