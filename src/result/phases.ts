import type { Evaluation } from '../model/evaluate.ts';
import type { PhaseResult } from './types.ts';

/** What each phase of the prover takes of each resource, and the emulation beside it. */
export function phases(evaluation: Evaluation): {
  readonly phases: PhaseResult[];
  readonly emulation: Record<string, number>;
} {
  const { model } = evaluation;
  const resources = model.system.sets.get('resource')?.elements.map((element) => element.id) ?? [];
  const rate = evaluation.number('segment_rate');
  const cycles = evaluation.number('segment_cycles') ?? NaN;
  const needOf = (name: string, ...tuple: string[]): Record<string, number> => {
    const need: Record<string, number> = {};
    for (const resource of resources) {
      const value = evaluation.number(name, ...tuple, resource);
      if (value !== undefined && value > 0) need[resource] = value;
    }
    return need;
  };
  const list = model.kernels.map((kernel): PhaseResult => {
    const need = needOf('phase_need', kernel.id);
    const share: Record<string, number> = {};
    for (const [resource, value] of Object.entries(need)) {
      const usable = evaluation.number('usable', resource);
      if (rate !== undefined && usable !== undefined) share[resource] = (value * rate) / usable;
    }
    const bytes =
      (evaluation.number('kernel_bytes_read', kernel.id) ?? NaN) +
      (evaluation.number('kernel_bytes_written', kernel.id) ?? NaN);
    return { ...kernel, need, share, bytes: bytes / cycles };
  });
  return { phases: list, emulation: needOf('emulate') };
}
