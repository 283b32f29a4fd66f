import { curveScore } from '@shared/domain/performance/curves';
import type { KpiResult } from '@shared/contracts/review-pack';

const WIDTH = 30;
const HEIGHT = 10;
const FROM = 0.4;
const TO = 1.4;
const STEPS = 40;
const TOP = 120;

const level = (score: number) => HEIGHT - 1 - (Math.min(TOP, Math.max(0, score)) / TOP) * (HEIGHT - 2);
const across = (attainment: number) => ((Math.min(TO, Math.max(FROM, attainment)) - FROM) / (TO - FROM)) * WIDTH;

/** How attainment becomes a score, from 40 % to 140 %, with a dot where this person stands. A typed score has no curve. */
export function CurveSpark({ kpi }: { readonly kpi: KpiResult }) {
  if (kpi.curve.kind === 'manual') return null;
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const attainment = FROM + (step / STEPS) * (TO - FROM);
    return `${across(attainment).toFixed(1)},${level(curveScore(kpi.curve, attainment) ?? 0).toFixed(1)}`;
  });
  return (
    <svg className="spark" width={`${WIDTH}pt`} height={`${HEIGHT}pt`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--rule)" strokeWidth={0.5} />
      <polyline points={points.join(' ')} fill="none" stroke="var(--ink)" strokeWidth={0.8} />
      {kpi.attainment !== null && kpi.score !== null && <circle cx={across(kpi.attainment)} cy={level(kpi.score)} r={1.5} fill="var(--primary)" />}
    </svg>
  );
}
