import { backtest as recompute, type BacktestOptions } from '../backtest/backtest.ts';
import { loadPublished } from '../backtest/load.ts';
import type { BacktestResult } from '../backtest/types.ts';
import type { Loaded } from '../builtin/load.ts';

/**
 * The model against what others have published: predicted, published, ratio, and whether the
 * published value lies in the predicted band. The same object as `emuprove backtest --format json`.
 *
 * @param data - what `loadBuiltin` gave
 * @param options - one kind instead of all, and the draws of the bands
 * @throws InputError for an unknown kind
 * @example
 * import { backtest, loadBuiltin } from 'emuprove';
 *
 * const { kinds } = backtest(await loadBuiltin(), { kind: 'cores_serv' });
 * for (const { title, tests, factor } of kinds) console.log(title, tests, factor);
 */
export function backtest({ builtin }: Loaded, options: BacktestOptions = {}): BacktestResult {
  const directories = (builtin.user ?? []).map(({ path }) => path);
  return recompute(builtin, loadPublished(undefined, directories), options);
}
