export interface RadarAxis {
  readonly name: string;
  /** 0 and more; beyond 100 the point stays on the outer ring and the label tells the figure. Null = no data, no point. */
  readonly score: number | null;
  readonly label: string;
}

interface RadarChartProps {
  readonly axes: readonly RadarAxis[];
  /** In px on screen, pt on paper. */
  readonly width: number;
  readonly height: number;
  readonly unit: 'px' | 'pt';
  readonly fontSize: number;
  readonly label: string;
}

const RINGS = [20, 40, 60, 100];
const PAR = 80;

/** KPI radar as plain SVG: outer ring 100, dashed ring 80, the value under each name. Needs three axes; with fewer it is null. */
export function RadarChart({ axes, width, height, unit, fontSize, label }: RadarChartProps) {
  if (axes.length < 3) return null;
  const centre = { x: width / 2, y: height / 2 };
  const radius = Math.min(width / 2 - fontSize * 6, height / 2 - fontSize * 3.2);
  const at = (index: number, score: number) => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    const length = (Math.min(100, Math.max(0, score)) / 100) * radius;
    return { x: centre.x + Math.cos(angle) * length, y: centre.y + Math.sin(angle) * length, cos: Math.cos(angle), sin: Math.sin(angle) };
  };
  const write = ({ x, y }: { x: number; y: number }) => `${x.toFixed(1)},${y.toFixed(1)}`;
  const ring = (score: number) => axes.map((_, index) => write(at(index, score))).join(' ');
  const known = axes.flatMap(({ score }, index) => (score === null ? [] : [at(index, score)]));
  return (
    <svg width={`${width}${unit}`} height={`${height}${unit}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} fontFamily="var(--font)">
      {RINGS.map((score) => <polygon key={score} points={ring(score)} fill="none" stroke="var(--line-3)" strokeWidth={score === 100 ? 0.8 : 0.4} />)}
      <polygon points={ring(PAR)} fill="none" stroke="var(--ink-3)" strokeWidth={0.6} strokeDasharray="2 2" />
      {axes.map(({ name }, index) => <line key={`${index}${name}`} x1={centre.x} y1={centre.y} x2={at(index, 100).x} y2={at(index, 100).y} stroke="var(--line-3)" strokeWidth={0.4} />)}
      <polygon points={known.map(write).join(' ')} fill="var(--primary)" fillOpacity={0.13} stroke="var(--primary)" strokeWidth={1.6} strokeLinejoin="round" />
      {known.map((point) => <circle key={write(point)} cx={point.x} cy={point.y} r={1.8} fill="var(--primary)" />)}
      {axes.map(({ name, label: value }, index) => {
        const { cos, sin } = at(index, 100);
        const x = centre.x + cos * (radius + fontSize * 0.9);
        const y = centre.y + sin * (radius + fontSize * 1.5);
        const anchor = Math.abs(cos) < 0.2 ? 'middle' : cos > 0 ? 'start' : 'end';
        return (
          <text key={`${index}${name}`} x={x} y={y} fontSize={fontSize} textAnchor={anchor} fill="var(--ink)">
            <tspan x={x} dy={sin < -0.8 ? -fontSize * 0.5 : 0}>{name}</tspan>
            <tspan x={x} dy={fontSize * 1.2} fontWeight={700}>{value}</tspan>
          </text>
        );
      })}
    </svg>
  );
}
