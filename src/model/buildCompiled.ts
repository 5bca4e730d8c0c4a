import { compile, type ColumnFunction } from '../formula/compile.ts';
import { revive, type PortableGraph } from '../formula/portable.ts';
import { domainApply } from './domainApply.ts';

/**
 * Builds the columns of a specialised model in another thread.
 *
 * @param data of the recipe that `specialise` gave them
 */
export function buildCompiled(data: unknown): ColumnFunction {
  const graph = data as PortableGraph;
  return compile(revive(graph, domainApply), graph.inputs).columns;
}
