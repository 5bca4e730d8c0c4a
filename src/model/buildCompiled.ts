import type { ColumnFunction } from '../formula/compile.ts';
import { revive, type PortableCode } from '../formula/portable.ts';
import { domainApply } from './domainApply.ts';

/**
 * Builds the columns of a specialised model in another thread.
 *
 * @param data of the recipe that `specialise` gave them
 */
export function buildCompiled(data: unknown): ColumnFunction {
  return revive(data as PortableCode, domainApply).columns;
}
