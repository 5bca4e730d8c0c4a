import type { ScalingPoint } from '../../dossier/types.ts';
import { formatNumber } from '../format.ts';
import { shareOfLimit, type Curve } from './scalingCurves.ts';
import { listText, powerText } from './words.ts';

/**
 * Which sizes of a segment pass, and what fails on those beside them.
 *
 * @param points ascending
 */
export function scalingFinding(points: readonly ScalingPoint[], curves: readonly Curve[]): string {
  const passing = points.flatMap(({ outcome }, i) => (outcome === 'pass' ? [i] : []));
  const [first, last] = [passing[0], passing.at(-1)];
  if (first === undefined || last === undefined) return nothing(points, curves);
  const size = (i: number): string => powerText(points[i]?.log2Cycles ?? NaN);
  const end = points.length - 1;
  const whole = passing.length === last - first + 1;
  if (passing.length === points.length) {
    return `Segments of every size from ${size(0)} to ${size(end)} instructions pass`;
  }
  const range =
    first === last
      ? `Segments of ${size(first)} instructions pass`
      : `Segments of ${size(first)} to ${size(last)} instructions pass${whole ? '' : ', with gaps'}`;
  const below = first > 0 ? over(points[first - 1], curves) : '';
  const above = last < end ? over(points[last + 1], curves) : '';
  const sides = [
    below === '' ? '' : `smaller ones fail on ${below}`,
    above === '' ? '' : `larger ones on ${above}`,
  ].filter((side) => side !== '');
  const text = below === '' ? sides.map((side) => side.replace('ones on', 'ones fail on')) : sides;
  return [range, text.join(', ')].filter((part) => part !== '').join('; ');
}

/** What exceeds its limit at a point. */
function over(point: ScalingPoint | undefined, curves: readonly Curve[]): string {
  if (point === undefined) return '';
  return listText(
    curves.filter((curve) => (shareOfLimit(curve, point) ?? 0) > 1).map(({ name }) => name),
  );
}

/** The size that comes nearest, where none passes. */
function nothing(points: readonly ScalingPoint[], curves: readonly Curve[]): string {
  const failing = points.filter(({ outcome }) => outcome === 'fail');
  if (failing.length === 0) return 'Whether any size of segment passes is not known';
  const worst = (point: ScalingPoint): { name: string; share: number } =>
    curves
      .map((curve) => ({ name: curve.name, share: shareOfLimit(curve, point) ?? 0 }))
      .reduce((a, b) => (b.share > a.share ? b : a), { name: '', share: 0 });
  const nearest = failing.reduce((a, b) => (worst(b).share < worst(a).share ? b : a));
  const { name, share } = worst(nearest);
  const none = 'No size of segment passes';
  if (!(share > 1)) return none;
  const times = formatNumber(Number(share.toPrecision(3)));
  return `${none}: at best, with ${powerText(nearest.log2Cycles)} instructions, ${name} is ${times} times its limit`;
}
