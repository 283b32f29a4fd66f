import { curveScore } from '@shared/domain/performance/curves';
import type { Curve } from '@shared/records/scorecard-template';
import styles from './reviews.module.css';

interface CurveSparkProps {
  readonly curve: Curve;
  readonly attainment: number | null;
  readonly score: number | null;
}

const WIDTH = 56;
const HEIGHT = 18;
const RIGHT = 1.4;
const TOP = 120;
const STEPS = 28;

/** The shape of a KPI's curve with a dot where this person stands. Decorative: the figures stand beside it. */
export function CurveSpark({ curve, attainment, score }: CurveSparkProps) {
  const x = (value: number) => 2 + (Math.min(Math.max(value, 0), RIGHT) / RIGHT) * (WIDTH - 4);
  const y = (value: number) => HEIGHT - 3 - (Math.min(Math.max(value, 0), TOP) / TOP) * (HEIGHT - 6);
  const line = Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = (step / STEPS) * RIGHT;
    return `${x(at).toFixed(1)},${y(curveScore(curve, at) ?? at * 100).toFixed(1)}`;
  });
  const dotX = curve.kind === 'manual' && score !== null ? score / 100 : attainment;
  return (
    <svg className={styles['spark']} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <polyline points={line.join(' ')} />
      {dotX !== null && score !== null && <circle cx={x(dotX)} cy={y(score)} r={2.5} />}
    </svg>
  );
}
