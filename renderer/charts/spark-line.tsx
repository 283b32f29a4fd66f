interface SparkLineProps {
  readonly values: readonly (number | null)[];
  /** Text at each point, '' for none. */
  readonly labels: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly unit: 'px' | 'pt';
  readonly fontSize: number;
  readonly label: string;
  /** Beside a figure only the last point is a dot; the line is quiet. */
  readonly dots?: 'all' | 'last';
}

/** A small line of values over equal steps as plain SVG; a gap stays a gap, the last point is solid. Without values: null. */
export function SparkLine({ values, labels, width, height, unit, fontSize, label, dots = 'all' }: SparkLineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const room = height - fontSize * 2.4;
  const points = values.map((value, index) => (value === null ? null : { x: ((index + 0.5) / values.length) * width, y: fontSize * 1.6 + (1 - (value - low) / span) * room }));
  const last = points.findLastIndex((point) => point !== null);
  return (
    <svg width={`${width}${unit}`} height={`${height}${unit}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} fontFamily="var(--font)">
      {points.map((point, index) => {
        const before = points[index - 1];
        return point && before ? <line key={`line${index}`} x1={before.x} y1={before.y} x2={point.x} y2={point.y} stroke={dots === 'all' ? 'var(--primary)' : 'var(--target)'} strokeWidth={1.4} strokeLinecap="round" /> : null;
      })}
      {points.map((point, index) => (point && (dots === 'all' || index === last) ? <circle key={`dot${index}`} cx={point.x} cy={point.y} r={2} fill={index === last ? 'var(--primary)' : 'var(--paper)'} stroke="var(--primary)" strokeWidth={1} /> : null))}
      {points.map((point, index) => (point && labels[index] ? <text key={`text${index}`} x={point.x} y={point.y - fontSize * 0.7} fontSize={fontSize} textAnchor="middle" fill="var(--ink)" fontWeight={index === last ? 700 : 400}>{labels[index]}</text> : null))}
    </svg>
  );
}
