import type { Drill } from '@shared/contracts/drill';
import type { BandShare, CommissionStatement, LateChange, PersonReview, StatementLine } from '@shared/contracts/review-pack';
import { explainPayable } from '@shared/domain/commission/explain-pay';
import { payableFen } from '@shared/domain/commission/late-changes';
import { isDay } from '@shared/kernel/day';
import { fen, sumFen } from '@shared/kernel/fen';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { type Column, DataTable } from '@renderer/ui/data-table';
import { Pane } from '@renderer/ui/panes';
import styles from './incentives.module.css';

const MILLION = 1_000_000;
const SUM = 'sum';

/** One person's statement: bands, what closed months have become since, then every line with its rates; bands and lines sum to the month's own pay-out. */
export function Statement({ review, statement, rows }: { readonly review: PersonReview; readonly statement: CommissionStatement; readonly rows: Drill }) {
  const { t } = useMessages();
  const { amount } = useFormats();
  return (
    <Pane
      title={t('incentives.statement', { name: review.name })}
      note={t(review.signed ? 'incentives.frozen' : 'incentives.running')}
      actions={<b className={styles['pay']}><Figure name={`${review.name} · ${t('definitions.payable')}`} explain={explainPayable(review, statement, rows)}>{amount(payableFen(statement), 'yuan')}</Figure></b>}
      width={560}
      foot={t('incentives.statementNote', { count: statement.lines.length })}
    >
      <BandTable bands={statement.bands} />
      {statement.lateChanges.length > 0 && <LateTable statement={statement} />}
      <LineTable lines={statement.lines} />
    </Pane>
  );
}

function BandTable({ bands }: { readonly bands: readonly BandShare[] }) {
  const { t } = useMessages();
  const { amount, percent } = useFormats();
  const columns: Column<BandShare>[] = [
    { key: 'from', head: t('incentives.bandFrom'), numeric: true, cell: (band) => amount(band.fromFen, 'yuan') },
    { key: 'to', head: t('incentives.bandTo'), numeric: true, cell: (band) => (band.toFen === null ? t('incentives.above') : amount(band.toFen, 'yuan')) },
    { key: 'rate', head: t('incentives.rate'), numeric: true, width: 72, cell: (band) => percent(band.rateMillionths / MILLION, 2) },
    { key: 'base', head: t('incentives.bandBase'), numeric: true, cell: (band) => amount(band.baseFen, 'yuan') },
    { key: 'pay', head: t('incentives.bandPay'), numeric: true, cell: (band) => amount(band.payFen, 'yuan') },
  ];
  return <DataTable label={t('incentives.bands')} columns={columns} rows={bands} rowKey={(band) => String(band.fromFen)} />;
}

interface LateRow extends Pick<LateChange, 'baseFen' | 'payFen' | 'carriedFen'> {
  readonly key: string;
  readonly name: string;
}

/** The month's own pay-out, what each closed month adds to it or takes from it, and what is paid. */
function LateTable({ statement }: { readonly statement: CommissionStatement }) {
  const { t } = useMessages();
  const { amount, month } = useFormats();
  const own: LateRow = { key: 'own', name: t('incentives.ownPay', { month: month(statement.month) }), baseFen: statement.baseFen, payFen: statement.payFen, carriedFen: fen(0) };
  const late = statement.lateChanges.map((change): LateRow => ({ ...change, key: change.month, name: t('incentives.lateOf', { month: month(change.month) }) }));
  const payable: LateRow = { key: SUM, name: t('incentives.payable'), baseFen: sumFen([own, ...late].map(({ baseFen }) => baseFen)), payFen: payableFen(statement), carriedFen: sumFen(late.map(({ carriedFen }) => carriedFen)) };
  const columns: Column<LateRow>[] = [
    { key: 'what', head: t('incentives.lateChanges'), cell: (row) => row.name },
    { key: 'base', head: t('incentives.bandBase'), numeric: true, width: 112, cell: (row) => amount(row.baseFen, 'yuan') },
    ...(payable.carriedFen === 0 ? [] : [{ key: 'carried', head: t('incentives.carried'), numeric: true, width: 96, cell: (row: LateRow) => amount(row.carriedFen, 'yuan') }]),
    { key: 'pay', head: t('incentives.pay'), numeric: true, width: 104, cell: (row) => amount(row.payFen, 'yuan') },
  ];
  return <DataTable label={t('incentives.lateChanges')} columns={columns} rows={[own, ...late, payable]} rowKey={(row) => row.key} rowKind={(row) => (row.key === SUM ? 'sum' : 'plain')} />;
}

interface NumberedLine extends StatementLine {
  readonly key: string;
}

function LineTable({ lines }: { readonly lines: readonly StatementLine[] }) {
  const { t } = useMessages();
  const { amount, percent, day } = useFormats();
  const rows: NumberedLine[] = lines.map((line, index) => ({ ...line, key: String(index) }));
  const columns: Column<NumberedLine>[] = [
    { key: 'date', head: t('incentives.date'), width: 64, cell: (line) => (isDay(line.day) ? day(line.day) : '–') },
    { key: 'number', head: t('incentives.number'), width: 120, cell: (line) => <span title={t('incentives.sourceLine', { file: line.fileName, line: line.line })}>{line.number}</span> },
    { key: 'customer', head: t('incentives.customer'), cell: (line) => <span title={line.customer}>{line.customer}</span> },
    { key: 'amount', head: t('incentives.amount'), numeric: true, width: 88, cell: (line) => amount(line.amountFen, 'yuan') },
    { key: 'rates', head: t('incentives.rates'), numeric: true, width: 92, cell: (line) => line.rates.map((rate) => percent(rate / MILLION)).join(' / ') },
    { key: 'pay', head: t('incentives.pay'), numeric: true, width: 88, cell: (line) => amount(line.payFen, 'yuan') },
  ];
  return <DataTable label={t('incentives.statementNote', { count: lines.length })} columns={columns} rows={rows} rowKey={(line) => line.key} empty={t('incentives.noLines')} />;
}
