import { textIn, type Row, type Stage } from '../datasets/types.ts';
import { completeScenario } from '../scenario/complete.ts';
import type { ScenarioSource } from '../scenario/source.ts';
import type { Scenario } from '../scenario/types.ts';
import type { PublishedKind } from './load.ts';
import { parsePairs } from './pairs.ts';

/** What a row of any kind builds on where it says nothing itself. */
const BASE = 'default';

/**
 * The scenario that predicts a row: the default one, what the kind says over it, and what the row says
 * over both. What a row sets is what its source states, so that it is not in doubt.
 *
 * @param builtin scenarios that ship
 * @throws InputError for cells that can not be read and names that do not exist
 */
export function rowScenario(
  kind: PublishedKind,
  row: Row,
  builtin: ReadonlyMap<string, ScenarioSource>,
): Scenario {
  const text = (column: string): string | undefined => textIn(row, column);
  const choice = (name: 'device' | 'platform' | 'node' | 'core' | 'prover'): object => {
    const value = text(name);
    return value === undefined ? {} : { [name]: value };
  };
  const stated = {
    stage: 'measured' as Stage,
    source: text('source') ?? '',
  };
  const settings = [...parsePairs(text('set') ?? '', 'set')].map(([name, value]) => [
    name,
    { value, ...stated },
  ]);
  const { scenario } = kind;
  return completeScenario(
    {
      ...scenario,
      scenario: row.key,
      title: text('title') ?? row.key,
      extends: BASE,
      ...choice('device'),
      ...choice('platform'),
      ...choice('node'),
      ...choice('core'),
      ...choice('prover'),
      units: { ...scenario.units, ...Object.fromEntries(parsePairs(text('units') ?? '', 'units')) },
      set: { ...scenario.set, ...Object.fromEntries(settings) },
    },
    builtin,
  );
}
