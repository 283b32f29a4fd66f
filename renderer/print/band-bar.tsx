import type { CommissionStatement } from '@shared/contracts/review-pack';
import { formatAmount } from '@renderer/i18n/formats';
import type { PackText } from './pack-text';
import { rateText } from './rate-text';

const WIDTH = 498.9;
/** Grounds from light to strong; text on them stays ≥ 4.5 : 1. */
const GROUNDS = ['var(--lastyear)', 'var(--forecast)', 'var(--primary)'];
const INKS = ['var(--ink)', 'var(--ink)', '#fff'];

/** The pay-out on the line of amounts: bands side by side, each as wide as what fell into it but never too narrow to read. */
export function BandBar({ statement, text }: { readonly statement: CommissionStatement; readonly text: PackText }) {
  const { bands, baseFen } = statement;
  const filled = bands.filter((band) => band.baseFen > 0);
  if (filled.length === 0) return null;
  const least = Math.min(64, WIDTH / bands.length / 1.6);
  const total = filled.reduce((sum, band) => sum + band.baseFen, 0);
  const free = WIDTH - 44 - filled.length * least;
  const widths = filled.map((band) => least + Math.max(0, free) * (band.baseFen / total));
  const leftOf = (index: number) => widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  const end = leftOf(filled.length);
  const edge = (fen: number) => formatAmount(fen, text.language, 'wan');
  return (
    <svg width={`${WIDTH}pt`} height="31pt" viewBox={`0 0 ${WIDTH} 31`} role="img" aria-label={text.t('print.commissionTitle')}>
      {filled.map((band, index) => {
        const width = widths[index]!;
        const left = leftOf(index);
        const tone = Math.min(2, index + Math.max(0, 3 - filled.length));
        const label = `${rateText(band.rateMillionths, text)}　${text.yuan(band.payFen)}`;
        return (
          <g key={band.fromFen}>
            <rect x={left} y={13} width={width - 0.8} height={12} fill={GROUNDS[tone]} />
            <text x={left + width / 2} y={21.6} fontSize={7.5} fontWeight={700} textAnchor="middle" fill={INKS[tone]}>{width > 84 ? label : rateText(band.rateMillionths, text)}</text>
            <line x1={left} x2={left} y1={10} y2={28} stroke="var(--ink)" strokeWidth={0.5} />
            <text x={left + 2} y={9} fontSize={6.5} fill="var(--ink-2)">{band.fromFen === 0 ? '0' : `${edge(band.fromFen)} ${text.t('ui.wan')}`}</text>
          </g>
        );
      })}
      <rect x={end} y={13} width={WIDTH - end} height={12} fill="#fff" stroke="var(--mid)" strokeWidth={0.5} strokeDasharray="2 1.6" />
      <line x1={end} x2={end} y1={8} y2={30} stroke="var(--ink)" strokeWidth={1.2} />
      <text x={Math.min(end + 3, WIDTH)} y={9} fontSize={7} fontWeight={700} fill="var(--ink)" textAnchor={end > WIDTH - 60 ? 'end' : 'start'}>{edge(baseFen)} {text.t('ui.wan')}</text>
    </svg>
  );
}
