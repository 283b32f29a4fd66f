import { formatMoney } from '@renderer/i18n/formats';
import type { CommissionStatement, PersonReview } from '@shared/contracts/review-pack';
import { payableFen } from '@shared/domain/commission/late-changes';
import { sumFen } from '@shared/kernel/fen';
import { roundHalfUp } from '@shared/kernel/rounding';
import { BandBar } from './band-bar';
import { SectionHead } from './page-frame';
import type { PackText } from './pack-text';
import { type PackTable, type Piece, block, row } from './piece';
import { rateText } from './rate-text';

/** The largest jump that the whole-amount mode makes at the lower edge of a band; null with a single band. */
export function steepestCliff({ plan: { bands } }: CommissionStatement): { edgeFen: number; jumpFen: number } | null {
  const jumps = bands.slice(1).map((band, index) => ({
    edgeFen: band.fromFen,
    jumpFen: Number(roundHalfUp(BigInt(band.fromFen) * BigInt(band.rateMillionths - bands[index]!.rateMillionths), 1_000_000n)),
  }));
  return jumps.reduce<{ edgeFen: number; jumpFen: number } | null>((most, jump) => (most === null || jump.jumpFen > most.jumpFen ? jump : most), null);
}

/** The statement: what was paid, by band, what the other mode would have paid, and (when few) the order lines. */
export function commissionPieces(review: PersonReview, text: PackText, withLines: boolean): Piece[] {
  const { t, yuan } = text;
  const { commission } = review;
  const id = `pay-${review.personId}`;
  if (commission === null) return [block(id, <SectionHead title={t('print.commissionTitle')} note={t('print.commissionNone')} />)];
  const { plan } = commission;
  const modeName = (mode: typeof plan.mode) => t(mode === 'marginal' ? 'print.modeMarginal' : 'print.modeWhole');
  const note = t('print.commissionNote', { name: plan.name, measure: t((plan.base === 'planMeasure' ? text.measure : plan.base) === 'netSales' ? 'print.measureNet' : 'print.measureWon'), mode: modeName(plan.mode) });
  const table: PackTable = {
    id, className: 'fixed com', columns: ['', '24', '40', '40'],
    head: <tr><th>{t('print.band')}</th><th className="n">{t('print.rate')}</th><th className="n">{t('print.bandBase')}</th><th className="n">{t('print.bandPay')}</th></tr>,
  };
  return [
    block(`${id}-head`, <><SectionHead title={t('print.commissionTitle')} note={note} /><BandBar statement={commission} text={text} /></>, { keepWithNext: true }),
    ...commission.bands.map((band) => row(table, `${id}-${band.fromFen}`, <>
      <td>{band.toFen === null ? t('print.bandOpen', { from: yuan(band.fromFen) }) : t('print.bandRange', { from: yuan(band.fromFen), to: yuan(band.toFen) })}</td>
      <td className="n">{rateText(band.rateMillionths, text)}</td><td className="n">{yuan(band.baseFen)}</td><td className="n">{yuan(band.payFen)}</td>
    </>, { keepWithNext: true })),
    row(table, `${id}-paid`, <><td colSpan={2}>{t('print.paid')}</td><td className="n">{yuan(commission.baseFen)}</td><td className="n">{yuan(commission.payFen)}</td></>, { className: 'sum' }),
    ...latePieces(review, commission, text),
    block(`${id}-modes`, <ModesNote statement={commission} text={text} linesLater={withLines ? 0 : commission.lines.length} modeName={modeName} />),
    ...(withLines ? linePieces(review, text, false) : []),
  ];
}

/** What closed months have become since they were signed, and what is paid with it; nothing where there is no such change. */
function latePieces({ personId }: PersonReview, commission: CommissionStatement, { t, yuan, period }: PackText): Piece[] {
  if (commission.lateChanges.length === 0) return [];
  const id = `late-${personId}`;
  const table: PackTable = {
    id, className: 'fixed com', columns: ['', '40', '40', '40'],
    head: <tr><th>{t('print.lateChanges')}</th><th className="n">{t('print.bandBase')}</th><th className="n">{t('print.carried')}</th><th className="n">{t('print.bandPay')}</th></tr>,
  };
  return [
    ...commission.lateChanges.map((change) => row(table, `${id}-${change.month}`, <>
      <td>{t('print.lateOf', { month: period(change.month) })}</td><td className="n">{yuan(change.baseFen)}</td><td className="n">{yuan(change.carriedFen)}</td><td className="n">{yuan(change.payFen)}</td>
    </>, { keepWithNext: true })),
    row(table, `${id}-payable`, <><td colSpan={3}>{t('print.payable')}</td><td className="n">{yuan(payableFen(commission))}</td></>, { className: 'sum' }),
  ];
}

interface ModesNoteProps {
  readonly statement: CommissionStatement;
  readonly text: PackText;
  readonly linesLater: number;
  readonly modeName: (mode: CommissionStatement['plan']['mode']) => string;
}

function ModesNote({ statement, text, linesLater, modeName }: ModesNoteProps) {
  const { t, yuan, language } = text;
  const other = statement.plan.mode === 'marginal' ? 'wholeAmount' : 'marginal';
  const otherFen = other === 'marginal' ? statement.marginalFen : statement.wholeAmountFen;
  const difference = otherFen - statement.payFen;
  const cliff = steepestCliff(statement);
  return (
    <p className="note sp">
      {t('print.otherMode', { mode: modeName(other), pay: yuan(otherFen), difference: `${difference > 0 ? '+' : ''}${yuan(difference)}` })}
      {cliff !== null && cliff.jumpFen > 0 && <> {t('print.cliff', { edge: formatMoney(cliff.edgeFen, language), jump: yuan(cliff.jumpFen) })}</>}
      {linesLater > 0 && <> {t('print.linesLater', { n: linesLater })}</>}
    </p>
  );
}

/** The order lines of a statement; they sum to its base and pay. On pages of their own they have a heading and the person's name. */
export function linePieces(review: PersonReview, text: PackText, ownPage: boolean): Piece[] {
  const { t, yuan } = text;
  const { commission } = review;
  if (commission === null || commission.lines.length === 0) return [];
  const id = `lines-${review.personId}`;
  const table: PackTable = {
    id, className: 'fixed ord', uniform: true, columns: ['17', '31', '', '30', '24', '22', '20'],
    head: (
      <tr>
        <th>{t('print.day')}</th><th>{t('print.number')}</th><th>{t('print.customer')}</th><th>{t('print.product')}</th>
        <th className="n">{t('print.amount')}</th><th className="n">{t('print.bands')}</th><th className="n">{t('print.pay')}</th>
      </tr>
    ),
  };
  const { lines } = commission;
  const total = { base: yuan(sumFen(lines.map((line) => line.amountFen))), pay: yuan(sumFen(lines.map((line) => line.payFen))) };
  return [
    ...(ownPage ? [block(`${id}-head`, <SectionHead title={t('print.linesTitle', { name: review.name })} note={t('print.linesNote', { n: lines.length, ...total })} />, { breakBefore: true, keepWithNext: true })] : []),
    ...lines.map((line, index) => row(table, `${id}-${index}`, <>
      <td>{line.day}</td><td className="clip">{line.number}</td><td className="clip">{line.customer}</td><td className="clip">{line.product}</td>
      <td className="n">{yuan(line.amountFen)}</td><td className="n">{line.rates.map((rate) => rateText(rate, text)).join(' / ')}</td><td className="n">{yuan(line.payFen)}</td>
    </>, { keepWithNext: index === lines.length - 1 })),
    row(table, `${id}-total`, <><td colSpan={4}>{t('print.linesTotal', { n: lines.length })}</td><td className="n">{total.base}</td><td aria-hidden /><td className="n">{total.pay}</td></>, { className: 'sum' }),
  ];
}
