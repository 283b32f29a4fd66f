import type { Figures } from '@shared/contracts/figures';
import type { ReviewPack } from '@shared/contracts/review-pack';
import { ratioOf } from '@shared/kernel/rate';
import { SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { type PackTable, type Piece, block, hold, row } from './piece';

export interface ComparisonRow {
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly change: string;
  /** Null where one side is missing. */
  readonly verdict: 'better' | 'worse' | 'same' | null;
}

type Kind = 'rate' | 'money' | 'count';
type Measure = { readonly name: string; readonly kind: Kind; readonly higherIsBetter: boolean; readonly read: (figures: Figures) => number | null };

function measures({ t, unitName }: PackText): Measure[] {
  const top = (figures: Figures) => figures.nodes[0]!;
  return [
    { name: t('print.rowAttainment'), kind: 'rate', higherIsBetter: true, read: (f) => top(f).target.attainment },
    { name: t('print.rowNet', { unit: unitName }), kind: 'money', higherIsBetter: true, read: (f) => (top(f).sales.lines === 0 ? null : top(f).sales.netFen) },
    { name: t('print.rowMarginRate'), kind: 'rate', higherIsBetter: true, read: (f) => (top(f).sales.marginFen === null ? null : ratioOf(top(f).sales.marginFen ?? 0, top(f).sales.netFen)) },
    { name: t('print.rowReturnRate'), kind: 'rate', higherIsBetter: false, read: (f) => (top(f).sales.lines === 0 ? null : ratioOf(Math.abs(top(f).sales.returnsFen), top(f).sales.salesFen)) },
    { name: t('print.rowWinRate'), kind: 'rate', higherIsBetter: true, read: (f) => top(f).opportunities.winRate },
    { name: t('print.rowWonCount'), kind: 'count', higherIsBetter: true, read: (f) => (f.funnel.length === 0 ? null : top(f).opportunities.won) },
    { name: t('print.rowWonValue', { unit: unitName }), kind: 'money', higherIsBetter: true, read: (f) => (f.funnel.length === 0 ? null : top(f).opportunities.wonFen) },
    { name: t('print.rowCycle'), kind: 'count', higherIsBetter: false, read: (f) => top(f).opportunities.cycleMedianDays },
  ];
}

/** This period beside the one before. Rows that neither has are left out; the verdict needs both. */
export function comparisonRows(figures: Figures, previous: Figures, text: PackText): ComparisonRow[] {
  const write = (value: number | null, kind: Kind) => (kind === 'rate' ? text.percent(value) : kind === 'money' ? text.amount(value) : text.number(value));
  return measures(text).flatMap(({ name, kind, higherIsBetter, read }): ComparisonRow[] => {
    const now = read(figures);
    const before = read(previous);
    if (now === null && before === null) return [];
    const shown = { name, before: write(before, kind), now: write(now, kind) };
    if (now === null || before === null) return [{ ...shown, change: text.number(null), verdict: null }];
    const difference = now - before;
    const size = kind === 'rate' ? text.t('print.points', { n: text.points(difference) }) : write(Math.abs(difference), kind);
    const sign = difference === 0 ? '' : difference > 0 ? '+' : '\u2212';
    return [{ ...shown, change: `${sign}${size}`, verdict: difference === 0 ? 'same' : difference > 0 === higherIsBetter ? 'better' : 'worse' }];
  });
}

const ARROWS = { better: '▲', worse: '▽', same: '=' } as const;

export function comparisonPieces({ figures, previous }: ReviewPack, text: PackText): Piece[] {
  const { t } = text;
  if (previous === null) return [];
  const period = text.period(previous.period.key);
  const table: PackTable = {
    id: 'comparison', className: 'fixed dense', columns: ['62', '28', '28', '34', '24'],
    head: <tr><th>{t('print.indicator')}</th><th className="n">{period}</th><th className="n">{text.period(figures.period.key)}</th><th className="n">{t('print.change')}</th><th className="gap">{t('print.verdict')}</th></tr>,
  };
  const rows = comparisonRows(figures, previous, text);
  return [
    block('comparison-head', <SectionHead title={t('print.comparedTitle', { period })} note={rows.length === 0 ? t('print.comparedNote', { period }) : undefined} />, { keepWithNext: rows.length > 0 }),
    ...hold(rows.map(({ name, before, now, change, verdict }) => row(table, `comparison-${name}`, <>
      <td>{name}</td><td className="n mut">{before}</td><td className="n">{now}</td><td className="n">{change}</td>
      <td className="gap">{verdict === null ? text.number(null) : <>{ARROWS[verdict]} {t(`print.${verdict}`)}</>}</td>
    </>))),
  ];
}
