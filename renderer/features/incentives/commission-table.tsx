import { IconAlertTriangle } from '@tabler/icons-react';
import type { Drill } from '@shared/contracts/drill';
import type { Explanation } from '@shared/contracts/explanation';
import type { CommissionStatement, PersonReview } from '@shared/contracts/review-pack';
import { explainBase, explainDifference, explainLate, explainPay, explainPayable, explainSum } from '@shared/domain/commission/explain-pay';
import { nextBand } from '@shared/domain/commission/pay';
import { useFormats } from '@renderer/i18n/use-formats';
import { useMessages } from '@renderer/i18n/use-messages';
import { Figure } from '@renderer/parts/figure';
import { Chip } from '@renderer/ui/chip';
import { type Column, DataTable } from '@renderer/ui/data-table';

/** The amounts of a row, each with why it is what it is. */
interface Amounts {
  readonly base: Explanation;
  readonly marginal: Explanation;
  readonly wholeAmount: Explanation;
  readonly difference: Explanation;
  readonly pay: Explanation;
  /** What closed months add or take since they were signed, and what is paid with it. */
  readonly late: Explanation;
  readonly payable: Explanation;
}

interface Row extends Amounts {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** What is still missing to the next band, where it is near enough to matter. */
  readonly toNextFen: number | null;
}

interface CommissionTableProps {
  readonly reviews: readonly PersonReview[];
  /** Name of the scope, for its totals. */
  readonly scopeName: string;
  /** The rows that a person's commission is paid on. */
  readonly rowsOf: (review: PersonReview) => Drill;
  readonly pickedId: string | null;
  readonly onPick: (personId: string) => void;
}

const TOTAL = 'total';
/** The cliff is flagged from this close: 5 % of the next band's start. */
const NEAR = 0.05;

/** Both modes of pay side by side, everybody's total on top. */
export function CommissionTable({ reviews, scopeName, rowsOf, pickedId, onPick }: CommissionTableProps) {
  const { t } = useMessages();
  const { amount } = useFormats();
  const people = reviews.flatMap((review) => (review.commission ? [rowOf(review, review.commission, rowsOf(review))] : []));
  const [first] = people;
  const rows = first ? [totalOf([first, ...people.slice(1)], t('incentives.total'), { name: scopeName, month: first.base.of.period as PersonReview['month'] }), ...people] : [];
  const figure = (row: Row, column: keyof Amounts) => <Figure name={`${row.name} · ${t(`definitions.${row[column].figure}`)}`} explain={row[column]}>{amount(row[column].result.value, 'yuan')}</Figure>;
  const cliff: Column<Row> = { key: 'cliff', head: '', label: t('incentives.bands'), width: 176, cell: (row) => row.toNextFen !== null && <Chip tone="risk" icon={<IconAlertTriangle size={12} stroke={2.25} aria-hidden />}>{t('incentives.cliff', { amount: amount(row.toNextFen, 'yuan') })}</Chip> };
  const hasLate = people.some((row) => row.late.result.value !== 0);
  const late: Column<Row>[] = [
    { key: 'late', head: t('incentives.lateChanges'), numeric: true, width: 100, cell: (row) => (row.late.result.value === 0 ? '–' : figure(row, 'late')) },
    { key: 'payable', head: t('incentives.payable'), numeric: true, width: 100, cell: (row) => <b>{figure(row, 'payable')}</b> },
  ];
  const columns: Column<Row>[] = [
    { key: 'name', head: t('incentives.person'), width: 84, cell: (row) => row.name },
    // What closed months add takes the room of what can be read off the other columns.
    ...(hasLate ? [] : [{ key: 'unit', head: t('incentives.unit'), width: 76, cell: (row: Row) => row.unit }]),
    { key: 'base', head: t('incentives.base'), numeric: true, width: 112, cell: (row) => figure(row, 'base') },
    { key: 'marginal', head: t('incentives.marginal'), numeric: true, width: 100, cell: (row) => figure(row, 'marginal') },
    { key: 'whole', head: t('incentives.wholeAmount'), numeric: true, width: 100, cell: (row) => figure(row, 'wholeAmount') },
    ...(hasLate ? [] : [{ key: 'difference', head: t('incentives.difference'), numeric: true, width: 96, cell: (row: Row) => figure(row, 'difference') }]),
    { key: 'paid', head: t('incentives.paid'), numeric: true, width: 100, cell: (row) => <b>{figure(row, 'pay')}</b> },
    ...(hasLate ? late : []),
    ...(people.some((row) => row.toNextFen !== null) && !hasLate ? [cliff] : []),
  ];
  return <DataTable label={t('incentives.title')} columns={columns} rows={rows} rowKey={(row) => row.id} picked={pickedId} rowKind={(row) => (row.id === TOTAL ? 'sum' : 'plain')} onOpen={(row) => row.id !== TOTAL && onPick(row.id)} />;
}

function rowOf(review: PersonReview, statement: CommissionStatement, rows: Drill): Row {
  const { baseFen, plan } = statement;
  const next = nextBand(baseFen, plan.bands);
  return {
    id: review.personId,
    name: review.name,
    unit: review.unitName,
    base: explainBase(review, statement, rows),
    marginal: explainPay(review, statement, 'marginal', rows),
    wholeAmount: explainPay(review, statement, 'wholeAmount', rows),
    difference: explainDifference(review, statement, rows),
    pay: explainPay(review, statement, plan.mode, rows),
    late: explainLate(review, statement),
    payable: explainPayable(review, statement, rows),
    toNextFen: next && next.distanceFen <= next.fromFen * NEAR ? next.distanceFen : null,
  };
}

function totalOf([first, ...others]: readonly [Row, ...Row[]], name: string, scope: Pick<PersonReview, 'name' | 'month'>): Row {
  const sum = (column: keyof Amounts) => explainSum(scope, [first[column], ...others.map((row) => row[column])]);
  return { id: TOTAL, name, unit: '', base: sum('base'), marginal: sum('marginal'), wholeAmount: sum('wholeAmount'), difference: sum('difference'), pay: sum('pay'), late: sum('late'), payable: sum('payable'), toNextFen: null };
}
