interface CurvePlotProps {
  /** Corners of the curve as attainment and score, rising in attainment (domain's `curveLine`); [] draws the axes alone. */
  readonly line: readonly (readonly [attainment: number, score: number])[];
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

const LEFT = 28;
const FOOT = 18;
const PAR = 1;

/** A curve of a KPI as plain SVG, with its axes: attainment in percent below, score at the left; the dashed line is the target. */
export function CurvePlot({ line, width, height, label }: CurvePlotProps) {
  const from = line[0]?.[0] ?? 0;
  const to = line.at(-1)?.[0] ?? 1.5;
  const top = Math.max(120, ...line.map(([, score]) => score));
  const across = (x: number) => LEFT + ((x - from) / (to - from)) * (width - LEFT - 8);
  const level = (score: number) => 8 + (1 - score / top) * (height - FOOT - 8);
  const scores = [0, 60, 100, ...(top >= 120 ? [top] : [])];
  const attainments = [0, 0.5, 1, 1.5].filter((x) => x >= from && x <= to);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} display="block" role="img" aria-label={label} fontFamily="var(--font)" fontSize={11}>
      {scores.map((score) => (
        <g key={score}>
          <line x1={LEFT} x2={width - 8} y1={level(score)} y2={level(score)} stroke="var(--line)" />
          <text x={LEFT - 6} y={level(score) + 4} textAnchor="end" fill="var(--ink-3)">{score}</text>
        </g>
      ))}
      {attainments.map((x) => <text key={x} x={across(x)} y={height - 4} textAnchor={x === from ? 'start' : x === to ? 'end' : 'middle'} fill="var(--ink-3)">{`${x * 100}%`}</text>)}
      {PAR > from && PAR < to && <line x1={across(PAR)} x2={across(PAR)} y1={8} y2={level(0)} stroke="var(--line-3)" strokeDasharray="3 2" />}
      <polyline points={line.map(([x, score]) => `${across(x).toFixed(1)},${level(score).toFixed(1)}`).join(' ')} fill="none" stroke="var(--actual)" strokeWidth={2} strokeLinejoin="round" />
    </svg>
  );
}
