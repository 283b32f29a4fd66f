import type { PaceStatus } from '@shared/contracts/figures';
import type { PackText } from './pack-text';

/** Hatchings that tell 有风险 and 落后 apart without colour; drawn once, used by id. */
export function PaperPatterns() {
  return (
    <svg width={0} height={0} className="patterns" aria-hidden>
      <defs>
        <pattern id="hatch-risk" width={3} height={3} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={3} height={3} fill="#fff" /><rect width={1.25} height={3} fill="var(--risk)" />
        </pattern>
        <pattern id="hatch-behind" width={2} height={2} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width={2} height={2} fill="#fff" /><rect width={1.35} height={2} fill="var(--behind)" />
        </pattern>
      </defs>
    </svg>
  );
}

const SHAPES: Record<PaceStatus, React.JSX.Element> = {
  ahead: <path d="M5 .8 9.6 9H.4z" fill="var(--ahead)" />,
  onTrack: <circle cx={5} cy={5} r={4} fill="var(--ontrack)" />,
  atRisk: <path d="M5 .9 9.1 5 5 9.1.9 5z" fill="#fff" stroke="var(--risk)" strokeWidth={1.5} />,
  behind: <path d="M5 9.2.4 1h9.2z" fill="var(--behind)" />,
};

/** Status on paper: shape, word and colour; none shows –. */
export function PaperStatus({ status, text }: { readonly status: PaceStatus | null; readonly text: PackText }) {
  if (status === null) return <span className="st">{text.number(null)}</span>;
  return <span className="st"><svg viewBox="0 0 10 10" aria-hidden>{SHAPES[status]}</svg>{text.t(`ui.${status}`)}</span>;
}

const FILLS: Record<PaceStatus, string> = { ahead: 'var(--ahead)', onTrack: 'var(--ontrack)', atRisk: 'url(#hatch-risk)', behind: 'url(#hatch-behind)' };
const EDGES: Record<PaceStatus, string> = { ahead: 'none', onTrack: 'none', atRisk: 'var(--risk)', behind: 'var(--behind)' };

interface BulletProps {
  /** Fraction of the target; null draws the track alone. */
  readonly value: number | null;
  /** Where the tick stands, as a fraction; null = none. */
  readonly tick: number | null;
  readonly status: PaceStatus | null;
  /** In pt. */
  readonly width: number;
  /** Fraction at the track's end. */
  readonly end?: number;
}

/** A tint track, a bar from zero and an ink tick: actual against target. What goes beyond the track ends at it. */
export function Bullet({ value, tick, status, width, end = 1.25 }: BulletProps) {
  const at = (fraction: number) => (Math.min(end, Math.max(0, fraction)) / end) * width;
  const tone = status ?? 'onTrack';
  return (
    <svg width={`${width}pt`} height="9pt" viewBox={`0 0 ${width} 9`} aria-hidden>
      <rect x={0} y={1.5} width={width} height={6} fill="var(--tint)" />
      {value !== null && value > 0 && <rect x={0} y={2.5} width={at(value)} height={4} fill={FILLS[tone]} stroke={EDGES[tone]} strokeWidth={0.5} />}
      {tick !== null && <line x1={at(tick)} x2={at(tick)} y1={0} y2={9} stroke="var(--ink)" strokeWidth={1.3} />}
    </svg>
  );
}
