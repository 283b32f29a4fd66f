export interface SkylineGroup {
  readonly name: string;
  readonly note: string;
  readonly bars: readonly { readonly name: string; readonly attainment: number }[];
}

const WIDTH = 498.9;
const HEIGHT = 250;
const BASE = 205;
const PAR = 90;
/** Beyond 160 % a bar would leave the picture; the page behind it tells the figure. */
const MOST = 1.6;

/** One bar per person: ink up to the target, primary beyond it, an outline for what is missing. Groups stand apart. */
export function CoverSkyline({ groups, par }: { readonly groups: readonly SkylineGroup[]; readonly par: string }) {
  const bars = groups.reduce((sum, group) => sum + group.bars.length, 0);
  const slots = bars + (groups.length - 1) * 1.2;
  const slot = Math.min(24, WIDTH / Math.max(1, slots));
  const width = slot * 0.6;
  const height = (attainment: number) => Math.min(MOST, Math.max(0, attainment)) * (BASE - PAR);
  // The label stands over the last bars, which may reach beyond the line.
  const lastBars = groups.at(-1)?.bars.slice(-4) ?? [];
  const labelLevel = Math.min(PAR, ...lastBars.map(({ attainment }) => BASE - height(attainment))) - 4;
  const leftOf = (at: number) => groups.slice(0, at).reduce((sum, group) => sum + (group.bars.length + 1.2) * slot, 0);
  const end = leftOf(groups.length) - slot * 1.2;
  return (
    <svg width={`${WIDTH}pt`} height={`${HEIGHT}pt`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      {groups.map((group, at) => {
        const left = leftOf(at);
        const drawn = group.bars.map((bar, index) => ({ ...bar, key: `${at}/${index}`, left: left + index * slot + (slot - width) / 2, top: BASE - height(bar.attainment) }));
        const right = left + group.bars.length * slot;
        return (
          <g key={`${at}${group.name}`}>
            {drawn.map((bar) => (
              <g key={bar.key}>
                {bar.attainment < 1 && <rect x={bar.left} y={PAR} width={width} height={bar.top - PAR} fill="none" stroke="var(--ink)" strokeWidth={0.5} />}
                <rect x={bar.left} y={Math.max(bar.top, PAR)} width={width} height={BASE - Math.max(bar.top, PAR)} fill="var(--ink)" />
                {bar.attainment > 1 && <rect x={bar.left} y={bar.top} width={width} height={PAR - bar.top} fill="var(--primary)" />}
              </g>
            ))}
            <line x1={left + (slot - width) / 2} x2={right - (slot - width) / 2} y1={BASE + 6} y2={BASE + 6} stroke="var(--ink)" strokeWidth={0.5} />
            <text x={left + (slot - width) / 2} y={BASE + 18} fontSize={8.5} fontWeight={700} fill="var(--ink)">{fitting(group.name, right - left, 8.5)}</text>
            <text x={left + (slot - width) / 2} y={BASE + 30} fontSize={7.5} fill="var(--ink-2)">{fitting(group.note, right - left + slot, 7.5)}</text>
          </g>
        );
      })}
      <line x1={0} x2={end} y1={PAR} y2={PAR} stroke="var(--ink)" strokeWidth={0.75} />
      <text x={end} y={labelLevel} fontSize={7} textAnchor="end" fill="var(--ink)">{par}</text>
    </svg>
  );
}

/** Text that does not fit under its group is left out rather than run into the next one's. */
function fitting(text: string, width: number, size: number): string {
  const needed = Array.from(text).reduce((sum, char) => sum + (char.codePointAt(0)! < 0x2e80 ? 0.55 : 1), 0) * size;
  return needed <= width + size ? text : '';
}
