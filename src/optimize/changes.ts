import type { DesignSpace } from './designSpace.ts';
import type { MixedPoint } from './evaluator.ts';
import type { OwnPlace } from './ownPositions.ts';
import type { OptimizeResult } from './types.ts';

/** What the best design has otherwise than the scenario. */
export function changesOf(
  space: DesignSpace,
  best: number,
  own: readonly OwnPlace[],
  { candidates, mix }: MixedPoint,
): OptimizeResult['changes'] {
  const positions = space.positions(best);
  const labels = space.labels(best);
  const axes = space.axes.flatMap(({ name }, i) =>
    positions[i] === own[i]?.position
      ? []
      : [{ name, from: own[i]?.label ?? 'not known', to: labels[name] ?? '' }],
  );
  const units = candidates.flatMap(({ operation, own: ownUnit, units: keys }, o) => {
    const used = keys.filter((_, i) => (mix.shares[o]?.[i] ?? 0) > 0);
    if (used.length === 0 || used.join() === ownUnit) return [];
    const to = keys
      .flatMap((key, i) => {
        const share = mix.shares[o]?.[i] ?? 0;
        return share > 0 ? [used.length === 1 ? key : `${key} ${(100 * share).toFixed(1)} %`] : [];
      })
      .join(' + ');
    return [{ name: `unit.${operation}`, from: ownUnit ?? 'not known', to }];
  });
  return [...axes, ...units];
}
