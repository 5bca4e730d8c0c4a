import type { Dossier, ScalingPoint } from '../../dossier/types.ts';
import { formatNumber, percentText, quantityText } from '../format.ts';
import { isPositive, ratioName, ratioText } from './words.ts';

/** A quantity with a limit over the sizes of a segment. */
export interface Curve {
  readonly id: CurveId;
  /** In a sentence and at its line. */
  readonly name: string;
  /** In base units. */
  readonly limit: number;
  readonly limitText: string;
  /** Column of the table. */
  readonly unit: string;
  readonly value: (point: ScalingPoint) => number | null;
  readonly text: (value: number) => string;
}

/** The quantities that a verdict tests. */
export type CurveId = 'ratio' | 'proof_size' | 'verifier_time' | 'latency' | 'memory_fit';

const NAMES: Readonly<Record<Exclude<CurveId, 'ratio'>, string>> = {
  proof_size: 'proof size',
  verifier_time: 'verification',
  latency: 'latency',
  memory_fit: 'memory',
};

const VALUES: Readonly<Record<CurveId, (point: ScalingPoint) => number | null>> = {
  ratio: ({ ratio }) => ratio,
  proof_size: ({ proofBytes }) => proofBytes,
  verifier_time: ({ verifyTime }) => verifyTime,
  latency: ({ latency }) => latency,
  memory_fit: ({ memoryUse }) => memoryUse,
};

/** The quantities that have a limit and a value somewhere, the ratio first. */
export function scalingCurves({
  scaling,
  evaluation,
}: Pick<Dossier, 'scaling' | 'evaluation'>): Curve[] {
  const { verdict, tests } = evaluation;
  const curves: Curve[] = [
    {
      id: 'ratio',
      name: ratioName(verdict.reading),
      limit: verdict.limit,
      limitText: formatNumber(verdict.limit),
      unit: '1',
      value: VALUES.ratio,
      text: ratioText,
    },
    ...(Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((id): Curve[] => {
      const limit = tests.find((test) => test.id === id)?.limit;
      if (limit === undefined || typeof limit.value !== 'number') return [];
      const text = (value: number): string => quantityText(value, limit.display);
      const { value, unit } = limit;
      const limitText = id === 'memory_fit' ? percentText(value) : text(value);
      return [{ id, name: NAMES[id], limit: value, limitText, unit, value: VALUES[id], text }];
    }),
  ];
  const points = scaling?.points ?? [];
  return curves.filter(
    ({ limit, value }) => isPositive(limit) && points.some((point) => isPositive(value(point))),
  );
}

/** The value of a curve at a point as a share of its limit, where there is one. */
export function shareOfLimit(curve: Curve, point: ScalingPoint): number | undefined {
  const value = curve.value(point);
  return isPositive(value) ? value / curve.limit : undefined;
}
