import type { EvaluationResult } from '../../result/types.ts';
import { elementText } from '../format.ts';
import { numberOf } from '../lookup.ts';

/** A resource of which no more than this is in use is not drawn. */
const LEAST_SHARE = 0.01;

/** Resources that are shown; their panels fit side by side. */
const MOST_RESOURCES = 3;

/** Element of the limits that is a resource of every phase too: what it reads and writes. */
export const MEMORY = 'memory';

/** A phase, or the emulation beside the phases, with its shares by resource. */
export interface PhaseShares {
  readonly title: string;
  readonly share: Readonly<Record<string, number>>;
}

/** A resource that the prover uses. */
export interface UsedResource {
  readonly id: string;
  readonly title: string;
  readonly total: number;
}

/** Phases and emulation, with memory bandwidth as one more resource. */
export function phaseShares(result: EvaluationResult): PhaseShares[] {
  const rate = numberOf(result, 'segment_rate') ?? NaN;
  const emulation: Record<string, number> = {};
  for (const [resource, need] of Object.entries(result.emulation)) {
    const share = (need * rate) / (numberOf(result, `usable[${resource}]`) ?? NaN);
    if (Number.isFinite(share)) emulation[resource] = share;
  }
  // At this rate all phases together take this share of the bandwidth, by the bytes they move.
  const busy = rate / (numberOf(result, 'limit_rate[memory]') ?? NaN);
  const bytes = result.phases.reduce((sum, phase) => sum + phase.bytes, 0);
  const traffic = (phase: number): object =>
    Number.isFinite((phase * busy) / bytes) ? { [MEMORY]: (phase * busy) / bytes } : {};
  return [
    ...result.phases.map(({ title, share, bytes: own }) => ({
      title,
      share: { ...share, ...traffic(own) },
    })),
    { title: 'emulation', share: emulation },
  ];
}

/** The resources that are used most. */
export function usedResources(
  result: EvaluationResult,
  items: readonly PhaseShares[],
): UsedResource[] {
  return [...result.resources, { id: MEMORY, title: elementText(MEMORY) }]
    .map(({ id, title }) => ({
      id,
      title,
      total: items.reduce((sum, item) => sum + shareOf(item, { id }), 0),
    }))
    .filter(({ total }) => Number.isFinite(total) && total > LEAST_SHARE)
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_RESOURCES);
}

/** Share of a resource that a phase takes; nothing where it does not need it. */
export function shareOf(item: PhaseShares, resource: Pick<UsedResource, 'id'>): number {
  return Object.hasOwn(item.share, resource.id) ? (item.share[resource.id] ?? 0) : 0;
}
