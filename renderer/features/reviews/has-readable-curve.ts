import { type Curve, curveSchema } from '@shared/records/scorecard-template';

/** False while a number of the curve is blank or cannot be read, or its points do not rise: then there is nothing to draw. */
export function hasReadableCurve(curve: Curve): boolean {
  if (!curveSchema.safeParse(curve).success) return false;
  const points = curve.kind === 'banded' ? curve.bands : 'points' in curve ? curve.points : [];
  return points.every(([x], index) => index === 0 || x > points[index - 1]![0]);
}
