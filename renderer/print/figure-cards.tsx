import type { Figures } from '@shared/contracts/figures';
import { ratioOf } from '@shared/kernel/rate';
import type { ReactNode } from 'react';
import { planToDate } from './headlines';
import type { PackText } from './pack-text';
import { Bullet } from './paper-marks';

/** The four figures of the summary: actual, year to date, win rate, and margin (or returns where no line has a margin). */
export function FigureCards({ figures, text }: { readonly figures: Figures; readonly text: PackText }) {
  const { t, amount, percent, points, number, money, unitName } = text;
  const { target, sales, opportunities } = figures.nodes[0]!;
  const plan = planToDate(figures);
  const planned = plan === null || target.yearTargetFen === null ? null : ratioOf(plan, target.yearTargetFen);
  const behind = planned === null || target.yearAttainment === null ? null : target.yearAttainment - planned;
  const yearNote = planned === null || behind === null
    ? t('print.cardYearNone')
    : t(behind < 0 ? 'print.cardYearPlan' : 'print.cardYearPlanOver', { rate: percent(planned), points: points(behind) });
  const margin = sales.marginFen === null ? null : ratioOf(sales.marginFen, sales.netFen);
  const measure = t(figures.measure === 'netSales' ? 'print.measureNet' : 'print.measureWon');
  return (
    <div className="figs">
      <Card label={t('print.cardActual', { period: text.period(figures.period.key), measure })} value={amount(target.actualFen ?? sales.netFen)} unit={unitName} note={t('print.cardTarget', { target: amount(target.targetFen), rate: percent(target.attainment) })}>
        <Bullet value={target.attainment} tick={target.targetFen === null ? null : 1} status={target.status} width={116.2} end={1.15} />
      </Card>
      <Card label={t('print.cardYear')} {...split(percent(target.yearAttainment))} note={yearNote}>
        <Bullet value={target.yearAttainment} tick={planned} status={null} width={116.2} end={1.15} />
      </Card>
      <Card label={t('print.cardWin')} {...split(percent(opportunities.winRate))} note={t('print.cardWinIs', { won: number(opportunities.won), lost: number(opportunities.lost) })}>
        <Bullet value={opportunities.winRate} tick={null} status={null} width={116.2} end={1} />
      </Card>
      {margin === null
        ? (
          <Card label={t('print.cardReturn')} {...split(percent(ratioOf(Math.abs(sales.returnsFen), sales.salesFen)))} note={t('print.cardReturnIs', { amount: money(sales.returnsFen) })}>
            <Bullet value={ratioOf(Math.abs(sales.returnsFen), sales.salesFen)} tick={null} status={null} width={116.2} end={0.2} />
          </Card>
        )
        : (
          <Card label={t('print.cardMargin')} {...split(percent(margin))} note={t('print.cardMarginIs', { amount: money(sales.marginFen) })}>
            <Bullet value={margin} tick={null} status={null} width={116.2} end={1} />
          </Card>
        )}
    </div>
  );
}

/** The % sign is set small; a missing figure has none. */
const split = (percent: string) => (percent.endsWith('%') ? { value: percent.slice(0, -1), unit: '%' } : { value: percent, unit: '' });

/** A longer one («×10k CNY») would reach into the next card: it stands with the label. */
const SHORT_UNIT = 3;

function Card({ label, value, unit, note, children }: { readonly label: string; readonly value: string; readonly unit: string; readonly note: string; readonly children: ReactNode }) {
  const beside = unit.length <= SHORT_UNIT;
  return (
    <div className="fig">
      <p className="l">{label}{!beside && <> · {unit}</>}</p>
      <p className="v" data-long={value.length > 8 || undefined}>{value}{beside && <small>{unit}</small>}</p>
      {children}
      <p className="d">{note}</p>
    </div>
  );
}
