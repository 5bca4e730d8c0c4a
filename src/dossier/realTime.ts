import { specialise } from '../model/specialise.ts';
import type { Evaluated } from '../result/build.ts';
import type { Scenario } from '../scenario/types.ts';
import { nodes } from '../studies/grid/nodes.ts';
import { columnsAt, known } from './at.ts';
import type { RealTime } from './types.ts';

const RATE = 'target_rate';

/** Points of the curve; its ends are this far beyond the slowest and the fastest mark. */
const POINTS = 49;
const BEYOND = 10;

/**
 * How many devices keep up with a guest, by its rate.
 *
 * @returns null where the proved or the native rate is not known
 */
export function realTimeOf(
  { model, records, evaluation }: Evaluated,
  scenario: Scenario,
): RealTime | null {
  const rates = ['core_rate', 'native_rate', 'reference_rate'];
  const marks = rates.flatMap((name) => {
    const rate = evaluation.number(name);
    const title = model.quantities.get(name)?.title ?? name;
    return rate === undefined ? [] : [{ title, rate }];
  });
  const limit = evaluation.number('latency_limit');
  const proved = evaluation.number('proved_rate');
  if (marks.length < rates.length || limit === undefined || proved === undefined) return null;
  const all = marks.map(({ rate }) => rate);
  const curve = nodes(Math.min(...all) / BEYOND, Math.max(...all) * BEYOND, POINTS, 'log');
  // The rate follows from the core unless it is set: here it is what varies.
  const set = { ...scenario.set, [RATE]: { value: 0, stage: 'assumed', source: 'study' } } as const;
  const compiled = specialise(model, records, set, [RATE], ['devices_exact', 'devices']);
  const at = columnsAt(compiled, [Float64Array.of(...curve, ...all)]);
  const point = (i: number): { devicesExact: number; devices: number } => ({
    devicesExact: at('devices_exact')[i] ?? NaN,
    devices: at('devices')[i] ?? NaN,
  });
  return {
    points: Array.from(curve, (rate, i) => ({ rate, ...point(i) })),
    marks: marks.map((mark, i) => ({ ...mark, devices: point(curve.length + i).devices })),
    latency: known(evaluation.number('latency')),
    latencyLimit: limit,
    segmentTime: known((evaluation.number('segment_cycles') ?? NaN) / proved),
  };
}
