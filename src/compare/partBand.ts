import { randomSampler } from '../studies/sampling/random.ts';
import { sobolSampler } from '../studies/sampling/sobol.ts';
import { quantiles } from '../studies/statistics/quantiles.ts';
import { bandOf, methodFor } from './noise.ts';
import type { Paired } from './paired.ts';
import type { Part } from './types.ts';

/** Draws behind the band of a part. */
export const DRAWS = 1_024;

/** Draws of the wanted outputs of some sides, by side; inputs that these share are drawn once. */
export function drawAll({ model, inputs, places }: Paired, seed: number): Float64Array[][] {
  const size = inputs.length;
  const sampler = (methodFor(size) === 'sobol' ? sobolSampler : randomSampler)(size, { seed });
  const columns = inputs.map(() => new Float64Array(DRAWS));
  sampler.fill(columns, 0, DRAWS);
  const outputs = model.outputs.map(() => new Float64Array(DRAWS));
  model.columns(columns, outputs, 0, DRAWS);
  return places.map((own) => own.map((k) => outputs[k] ?? new Float64Array(DRAWS)));
}

/**
 * A part with its band: its value, and by how much draws differ from it.
 *
 * @param effects what the part makes in each draw, by some orders; those that are not finite take no
 *   part, and without any there is no band
 * @param base the same without doubt, by the same orders
 */
export function withBand(part: Part, effects: Float64Array, base: number): Part {
  const [low = NaN, high = NaN] = quantiles(effects.filter(Number.isFinite), [0.05, 0.95]);
  const noise = bandOf(part.log10 + low - base, part.log10 + high - base);
  return Number.isFinite(noise.p05 + noise.p95) ? { ...part, noise } : part;
}
