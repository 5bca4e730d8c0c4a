import type { Bound } from '../model/bind.ts';
import { specialise } from '../model/specialise.ts';
import type { Evaluated } from '../result/build.ts';
import type { Verdict } from '../result/types.ts';
import type { Scenario } from '../scenario/types.ts';
import { columnsAt, known } from './at.ts';
import type { Scaling } from './types.ts';

const SIZE = 'log2_cycles';

/**
 * The scenario over every segment size that its prover offers, all else as it is.
 *
 * @returns null where the prover states no range of sizes, or something that decides is missing
 */
export function scalingOf(
  { model, records, evaluation }: Evaluated,
  scenario: Scenario,
): Scaling | null {
  const { reading } = scenario;
  const bound = evaluation.bound(SIZE);
  // What a scenario sets has no range of its own: the prover's still stands.
  const { low, high } = { ...model.quantities.get(SIZE)?.defaults?.[''], ...ranged(bound) };
  const decided = evaluation.outcome('passes', reading).status === 'known';
  if (!decided || bound === undefined || low === undefined || high === undefined) return null;
  const [ratio, passes] = [`reading_value[${reading}]`, `passes[${reading}]`];
  const figures = ['segment_cycles', 'proof_bytes', 'latency', 'verify_time', 'memory_use'];
  const outputs = [ratio, passes, ...figures];
  const compiled = specialise(model, records, scenario.set, [SIZE], outputs, evaluation);
  const sizes = whole(low, high);
  const at = columnsAt(compiled, [Float64Array.from(sizes)]);
  const outcome = (value: number | undefined): Verdict =>
    value === 1 ? 'pass' : value === 0 ? 'fail' : 'undecided';
  return {
    own: bound.value,
    points: sizes.map((log2Cycles, i) => ({
      log2Cycles,
      cycles: at('segment_cycles')[i] ?? NaN,
      ratio: known(at(ratio)[i]),
      outcome: outcome(at(passes)[i]),
      proofBytes: known(at('proof_bytes')[i]),
      latency: known(at('latency')[i]),
      verifyTime: known(at('verify_time')[i]),
      memoryUse: known(at('memory_use')[i]),
    })),
  };
}

/** The ends that a bound states. */
function ranged(bound: Bound | undefined): { readonly low?: number; readonly high?: number } {
  return bound?.low === undefined || bound.high === undefined
    ? {}
    : { low: bound.low, high: bound.high };
}

/** Whole numbers from the first to the last that lie within. */
function whole(low: number, high: number): number[] {
  const first = Math.ceil(low);
  return Array.from({ length: Math.max(0, Math.floor(high) - first + 1) }, (_, i) => first + i);
}
