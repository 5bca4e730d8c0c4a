import type { Datasets } from '../datasets/types.ts';
import { evaluateModel, type Evaluation } from '../model/evaluate.ts';
import { operationsOf, type Evaluated } from '../result/build.ts';
import { rankCores, recordsFor } from '../result/rivals.ts';
import type { Rival } from '../result/types.ts';
import type { Scenario } from '../scenario/types.ts';

/**
 * Cores whose native rate is below the best one's by more than this are left out where values are
 * drawn: the bands of stages (datasets/stages.csv) put LUTs and clock off by a tenth to a fifth each.
 */
const NEAR = 1.5;

/** Most cores that a drawn scenario is compared with; each adds its own LUTs, clock, … to the draw. */
const MOST = 3;

/** The same where inputs are moved far from today, one at a time and without doubt: break-even, grid. */
const MOST_FAR = 5;

/** Another core on a scenario's device, which that scenario has to pass against too. */
export interface Contender {
  readonly design: string;
  readonly evaluation: Evaluation;
}

/** The cores that a scenario is compared with. */
export interface Contenders {
  /** The device or the process, by its row. */
  readonly device: string;
  /** The core that is the fastest without doubt, where that is not the scenario's own. */
  readonly fastest: Contender | undefined;
  /** The few that may be the fastest where inputs are drawn, in the order of their names. */
  readonly near: readonly Contender[];
  /** The fastest, however far behind: those that may be it far from today. In the same order. */
  readonly far: () => readonly Contender[];
  /** Whether the few are still the same with another order of the fastest cores. */
  readonly hold: (ranked: Ranking) => boolean;
}

/** Every core with a known native rate on a device, the fastest first. */
export type Ranking = readonly Pick<Rival, 'design' | 'nativeRate'>[];

/**
 * The cores beside its own that decide on a scenario's verdict, which `evaluate` gives against the
 * fastest core of the device: whichever that is where inputs have other values.
 *
 * @param ranked how fast the cores of its device are, see {@link ranking}
 * @returns none but for the reading `overhead`: the others do not compare with a native rate
 */
export function contendersOf(
  { model, records, evaluation: like }: Evaluated,
  datasets: Datasets,
  scenario: Scenario,
  ranked: Ranking,
): Contenders {
  const operations = operationsOf(model);
  const contenders = (rivals: Ranking): Contender[] =>
    rivals
      .map(({ design }) => design)
      .sort()
      .flatMap((design) => {
        const rows = recordsFor(datasets, scenario, design, operations);
        const evaluation = evaluateModel(model, rows, scenario.set, like);
        return evaluation.number('overhead') === undefined ? [] : [{ design, evaluation }];
      });
  const isOwn = (design: string): boolean =>
    recordsFor(datasets, scenario, design, []).chosen['core'] === records.chosen['core'];
  const own = new Set(ranked.flatMap(({ design }) => (isOwn(design) ? design : [])));
  const othersOf = (cores: Ranking): Ranking => cores.filter(({ design }) => !own.has(design));
  const nearest = (cores: Ranking): Ranking =>
    othersOf(cores)
      .filter(({ nativeRate }) => nativeRate * NEAR >= (cores[0]?.nativeRate ?? Infinity))
      .slice(0, MOST);
  const near = contenders(nearest(ranked));
  const names = (cores: readonly { readonly design: string }[]): string =>
    cores
      .map(({ design }) => design)
      .sort()
      .join();
  let all: readonly Contender[] | undefined;
  return {
    device: (records.chosen['device'] ?? records.chosen['node'] ?? '').replace(/^\w+:/, ''),
    fastest: near.find(({ design }) => design === ranked[0]?.design),
    near,
    far: () => (all ??= contenders(othersOf(ranked).slice(0, MOST_FAR))),
    hold: (now) => names(nearest(now)) === names(nearest(ranked)),
  };
}

/**
 * Finds how fast cores are on the device of a scenario, once for all scenarios that share it.
 *
 * @param already what is known of a scenario's device
 */
export function ranking(
  datasets: Datasets,
  already?: { readonly scenario: Scenario; readonly ranked: Ranking },
): (of: Evaluated, scenario: Scenario) => Ranking {
  const keyOf = (scenario: Scenario): string => JSON.stringify({ ...scenario, core: '' });
  const known = new Map<string, Ranking>(already && [[keyOf(already.scenario), already.ranked]]);
  return ({ model }, scenario) => {
    if (scenario.reading !== 'overhead') return [];
    const key = keyOf(scenario);
    let ranked = known.get(key);
    if (ranked === undefined) {
      ranked = rankCores(datasets, scenario.technology, (core, units) =>
        evaluateModel(model, recordsFor(datasets, scenario, core, units), scenario.set),
      ).found;
      known.set(key, ranked);
    }
    return ranked;
  };
}
