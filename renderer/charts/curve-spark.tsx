interface CurveSparkProps {
  /** Corners of the curve as attainment and score, rising in attainment (domain's `curveLine`); [] draws nothing. */
  readonly line: readonly (readonly [attainment: number, score: number])[];
  readonly attainment: number | null;
  readonly score: number | null;
  /** In px on screen, pt on paper. */
  readonly width: number;
  readonly height: number;
  readonly unit: 'px' | 'pt';
}

const TOP = 120;

/** How attainment becomes a score, with a dot where this person stands. Decorative: the figures stand beside it. */
export function CurveSpark({ line, attainment, score, width, height, unit }: CurveSparkProps) {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last) return null;
  const [[from], [to]] = [first, last];
  const dot = height / 7;
  const across = (x: number) => dot + ((Math.min(to, Math.max(from, x)) - from) / (to - from)) * (width - 2 * dot);
  const level = (value: number) => height - dot - (Math.min(TOP, Math.max(0, value)) / TOP) * (height - 2 * dot);
  return (
    <svg width={`${width}${unit}`} height={`${height}${unit}`} viewBox={`0 0 ${width} ${height}`} display="block" aria-hidden>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line)" strokeWidth={0.5} />
      <polyline points={line.map(([x, value]) => `${across(x).toFixed(1)},${level(value).toFixed(1)}`).join(' ')} fill="none" stroke="var(--ink-3)" strokeWidth={unit === 'pt' ? 0.8 : 1.25} />
      {attainment !== null && score !== null && <circle cx={across(attainment)} cy={level(score)} r={dot} fill="var(--primary)" />}
    </svg>
  );
}
