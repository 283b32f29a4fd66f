import type { PersonReview } from '@shared/contracts/review-pack';
import type { Grade } from '@shared/records/scorecard-template';
import { useFormats } from '@renderer/i18n/use-formats';
import styles from './reviews.module.css';

interface ScoreTrendProps {
  readonly trend: PersonReview['trend'];
  readonly grades: readonly Grade[];
  readonly label: string;
}

const WIDTH = 272;
const HEIGHT = 132;
const LEFT = 20;
const RIGHT = WIDTH - 28;
const TOP = 12;
const BOTTOM = HEIGHT - 22;

/** Total score by month between the grades' lower limits; months without a score leave a gap. */
export function ScoreTrend({ trend, grades, label }: ScoreTrendProps) {
  const { number, monthName } = useFormats();
  const limits = grades.flatMap((grade) => (grade.from === null ? [] : [{ name: grade.name, from: grade.from }]));
  const scores = trend.flatMap((point) => point.score ?? []);
  const low = Math.min(60, ...scores, ...limits.map((limit) => limit.from)) - 2;
  const high = Math.max(100, ...scores) + 2;
  const x = (index: number) => (trend.length < 2 ? (LEFT + RIGHT) / 2 : LEFT + (index / (trend.length - 1)) * (RIGHT - LEFT));
  const y = (score: number) => BOTTOM - ((score - low) / (high - low)) * (BOTTOM - TOP);
  const last = trend.findLastIndex((point) => point.score !== null);
  return (
    <svg className={styles['trend']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${label}: ${trend.map((point) => `${monthName(point.month)} ${number(point.score, 2)}`).join(', ')}`}>
      {limits.map((limit) => (
        <g key={limit.name}>
          <line className={styles['trendGrid']} x1={LEFT} x2={RIGHT} y1={y(limit.from)} y2={y(limit.from)} />
          <text x={0} y={y(limit.from) + 4}>{limit.name}</text>
          <text x={WIDTH} y={y(limit.from) + 4} textAnchor="end">{number(limit.from)}</text>
        </g>
      ))}
      {segmentsOf(trend).map((segment) => (
        <polyline key={segment[0]?.index} className={styles['trendLine']} points={segment.map((point) => `${x(point.index)},${y(point.score)}`).join(' ')} />
      ))}
      {trend.map((point, index) => point.score !== null && <circle key={point.month} className={styles['trendDot']} cx={x(index)} cy={y(point.score)} r={index === last ? 4 : 2} />)}
      {trend.map((point, index) => <text key={point.month} x={x(index)} y={HEIGHT - 4} textAnchor="middle">{monthName(point.month)}</text>)}
    </svg>
  );
}

/** Runs of neighbouring months that have a score. */
function segmentsOf(trend: PersonReview['trend']): { index: number; score: number }[][] {
  const segments: { index: number; score: number }[][] = [];
  trend.forEach((point, index) => {
    if (point.score === null) return;
    const current = segments.at(-1);
    if (current?.at(-1)?.index === index - 1) current.push({ index, score: point.score });
    else segments.push([{ index, score: point.score }]);
  });
  return segments;
}
